/** 协办意见 in the case file: what was asked of whom, what came back; the lead asks, sets another day, withdraws. */
import { askingForm, el, revealButton, section } from './case-parts.js';

const LAMPS = { ASKED: 'green', OVERDUE: 'overdue', RECEIVED: 'done', WITHDRAWN: 'done' };

function dateField(label, earliest, value) {
  return el('input', { type: 'date', required: true, min: earliest, value, 'aria-label': label, title: label });
}

function reasonField(label) {
  return el('input', { type: 'text', required: true, minlength: 2, maxlength: 500, 'aria-label': label, placeholder: label });
}

function changing(line, page, act) {
  if (!line.mayChange) {
    return null;
  }
  const later = askingForm([dateField(`${line.organ}的新期限`, page.earliest, line.dueDay), reasonField('请写明调整的理由')], '确认调整', (due, reason) => act(`/${line.id}/due`, { due, reason }));
  const gone = askingForm([reasonField('请写明撤回的理由')], '确认撤回', (reason) => act(`/${line.id}/withdrawal`, { reason }));
  return el('div', { class: 'huiyin-line' }, revealButton('调整期限', later), revealButton('撤回请求', gone), later.form, gone.form);
}

function row(line, page, act) {
  return el(
    'li',
    { class: 'huiyin-contribution' },
    el('span', { class: `huiyin-lamp huiyin-lamp-${LAMPS[line.state]}` }, line.stateLabel),
    el('strong', {}, ` ${line.organ}`),
    el('div', { class: 'huiyin-muted' }, `期限：${line.due}，${line.askedAt}`),
    el('div', { class: 'huiyin-typed' }, line.asked),
    line.answer ? el('div', { class: 'huiyin-muted' }, line.answered) : null,
    line.answer ? el('div', { class: 'huiyin-letter' }, line.answer) : null,
    line.withdrawn ? el('div', { class: 'huiyin-muted' }, line.withdrawn) : null,
    changing(line, page, act)
  );
}

function asking(page, act) {
  if (!page.mayAsk) {
    return null;
  }
  const organ = el('select', { 'aria-label': '协办单位', required: true }, el('option', { value: '' }, '协办单位'), ...page.organs.map((choice) => el('option', { value: choice.value }, choice.label)));
  const asked = el('textarea', { rows: 3, maxlength: 2000, required: true, 'aria-label': '请求协办的事项', placeholder: '请求协办的事项' });
  const line = askingForm([organ, dateField('协办期限', page.earliest), asked], '提出请求', (unit, due, what) => act('', { organ: unit, due, asked: what }));
  return el('div', { class: 'huiyin-line' }, revealButton('请其他单位协办', line), line.form);
}

/** Empty until the server has said what was asked and what the reader may do with it. */
export function contributions(file, verbs) {
  const place = el('div', { class: 'huiyin-contributions', 'aria-live': 'polite' });
  const path = `petitions/${file.number}/contributions`;
  const show = async () => {
    const page = await verbs.ask(path);
    const act = async (what, typed) => {
      await verbs.ask(path + what, typed);
      await show();
    };
    const rows = page.lines.map((line) => row(line, page, act));
    const parts = [rows.length ? el('ul', { class: 'huiyin-papers' }, ...rows) : null, asking(page, act)].filter(Boolean);
    place.replaceChildren(...(parts.length ? [section('协办意见', rows.length > 0, ...parts)] : []));
  };
  if (!file.draft) {
    show().catch(() => place.replaceChildren());
  }
  return place;
}
