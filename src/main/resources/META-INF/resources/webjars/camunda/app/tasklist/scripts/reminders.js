/** 催办 in the case file: who reminded of it, in which words, and the answer of whoever has it in hand. */
import { askingForm, el, revealButton, section } from './case-parts.js';

function words(label, longest) {
  return el('textarea', { required: true, minlength: 2, maxlength: longest, rows: 3, 'aria-label': label, placeholder: label });
}

function line(reminder, act) {
  const reply = reminder.mayReply ? askingForm([words('回复（办到哪一步、何时办成）', 1000)], '提交回复', (text) => act(`/${reminder.id}/reply`, { text })) : null;
  return el(
    'li',
    {},
    el('div', { class: 'huiyin-muted' }, reminder.told),
    el('div', { class: 'huiyin-typed' }, reminder.asked),
    reminder.answered ? el('div', { class: 'huiyin-muted' }, reminder.answered) : el('div', {}, '尚未回复'),
    reminder.reply ? el('div', { class: 'huiyin-typed' }, reminder.reply) : null,
    reply ? el('div', { class: 'huiyin-line' }, revealButton('回复催办', reply), reply.form) : null
  );
}

function drawn(state, act) {
  const asking = state.mayRemind ? askingForm([words('催办内容', 500)], '发出催办', (text) => act('', { text })) : null;
  return [
    state.reminders.length ? el('ul', { class: 'huiyin-papers' }, ...state.reminders.map((reminder) => line(reminder, act))) : null,
    asking ? el('div', { class: 'huiyin-line' }, revealButton('催办', asking), asking.form) : null
  ].filter(Boolean);
}

/** Empty until the server has said whether there is anything to read or to do. */
export function reminders(file, verbs) {
  const place = el('div', { 'aria-live': 'polite' });
  const path = `petitions/${file.number}/reminders`;
  const show = async () => {
    const state = await verbs.ask(path);
    const parts = drawn(state, async (what, typed) => {
      await verbs.ask(path + what, typed);
      await show();
    });
    place.replaceChildren(...(parts.length ? [section('催办', true, ...parts)] : []));
  };
  if (!file.draft) {
    show().catch(() => place.replaceChildren());
  }
  return place;
}
