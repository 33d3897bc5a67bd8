/** 重大紧急 in the case file: marked with its reason, reported at once, acknowledged by each addressee, taken back with a reason. */
import { askingForm, el, facts, reasonForm, revealButton, section } from './case-parts.js';

function select(label, choices) {
  return el('select', { 'aria-label': label, required: true }, el('option', { value: '' }, label), ...choices.map((choice) => el('option', { value: choice.value }, choice.label)));
}

function flagging(state, act) {
  const level = select('程度', state.levels);
  const kind = select('情形', state.kinds);
  const people = el('input', { type: 'number', min: 0, max: 1000000, step: 1, 'aria-label': '涉及人数', placeholder: '涉及人数（不清楚的填0）', required: true });
  const place = el('input', { type: 'text', maxlength: 200, 'aria-label': '地点', placeholder: '地点', required: true });
  const knownAt = el('input', { type: 'datetime-local', 'aria-label': '知悉时间（不填为现在）', title: '知悉时间（不填为现在）' });
  const situation = el('textarea', { rows: 3, maxlength: 2000, 'aria-label': '情况和理由', placeholder: '情况和理由', required: true });
  const measures = el('textarea', { rows: 3, maxlength: 2000, 'aria-label': '已采取的措施', placeholder: '已采取的措施', required: true });
  const line = askingForm([level, kind, people, place, knownAt, situation, measures], '标记并立即报告', (...typed) =>
    act('', { level: typed[0], kind: typed[1], people: Number(typed[2]), place: typed[3], knownAt: typed[4], situation: typed[5], measures: typed[6] })
  );
  return el('div', { class: 'huiyin-line' }, revealButton('标为重大紧急', line), line.form);
}

function receipt(state, line, act) {
  const how = line.mayEnter ? reasonForm('对方何人、何时、以何方式签收', '登记', (reason) => act(`/receipts/${line.position}`, { reason })) : null;
  return el(
    'li',
    {},
    el('strong', {}, line.addressee),
    el('span', { class: 'huiyin-muted' }, line.duty),
    el('div', {}, line.receipt),
    how ? el('div', { class: 'huiyin-line' }, revealButton('登记签收', how), how.form) : null
  );
}

function drawn(state, act) {
  const withdrawal = state.mayWithdraw ? reasonForm('请写明撤销的理由', '确认撤销', (reason) => act('/withdrawal', { reason })) : null;
  return [
    state.state ? el('p', { class: state.flagged ? 'huiyin-urgent' : 'huiyin-muted' }, state.state) : null,
    facts(state.facts.map((fact) => [fact.label, fact.text])),
    state.receipts.length ? el('ul', { class: 'huiyin-papers' }, ...state.receipts.map((line) => receipt(state, line, act))) : null,
    state.mayFlag ? flagging(state, act) : null,
    withdrawal ? el('div', { class: 'huiyin-line' }, revealButton('撤销重大紧急标记', withdrawal), withdrawal.form) : null
  ].filter(Boolean);
}

/** Empty until the server has said whether there is a mark and what the reader may do with it. */
export function urgent(file, verbs) {
  const place = el('div', { class: 'huiyin-urgent-place', 'aria-live': 'polite' });
  const path = `petitions/${file.number}/urgent`;
  const show = async () => {
    const state = await verbs.ask(path);
    const parts = drawn(state, async (what, typed) => {
      await verbs.ask(path + what, typed);
      await show();
    });
    place.replaceChildren(...(parts.length ? [section('重大紧急', true, ...parts)] : []));
  };
  if (!file.draft) {
    show().catch(() => place.replaceChildren());
  }
  return place;
}
