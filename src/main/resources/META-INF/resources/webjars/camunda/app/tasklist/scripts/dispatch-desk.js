/** 上交和反馈期限 in the case file: a superior's leave to push up, a later date of feedback; each to whoever may. */
import { askingForm, el, reasonForm, revealButton, section } from './case-parts.js';

function select(label, choices) {
  return el('select', { class: 'form-control', 'aria-label': label, required: true }, el('option', { value: '' }, label), ...choices.map((one) => el('option', { value: one.value }, one.label)));
}

function reason(label) {
  return el('textarea', { rows: 3, minlength: 2, maxlength: 500, required: true, 'aria-label': label, placeholder: label });
}

/** A day field says nothing of itself, so its label stands before it. */
function day(label, bounds) {
  const input = el('input', { type: 'date', required: true, 'aria-label': label, ...bounds });
  const field = el('label', { class: 'huiyin-day' }, label, ' ', input);
  Object.defineProperty(field, 'value', { get: () => input.value });
  field.focus = () => input.focus();
  return field;
}

function line(button, form) {
  return el('div', { class: 'huiyin-line' }, revealButton(button, form), form.form);
}

function asking(page, act) {
  return line('报请上级同意上交', askingForm([select('报请的上级机关', page.superiors), reason('报请上交的理由')], '提交', (superior, why) => act('leave-requests', { superior, reason: why })));
}

function later(page, act) {
  return line(
    '延长反馈期限',
    askingForm([day('延长后的反馈期限', { min: page.laterThan, max: page.latest }), reason('延长反馈期限的理由')], '同意延长', (due, why) => act('feedback', { due, reason: why }))
  );
}

function list(lines) {
  return lines.length ? el('ul', {}, ...lines.map((words) => el('li', {}, words))) : null;
}

function drawn(page, act) {
  return [
    list(page.leaves),
    page.superiors.length ? asking(page, act) : null,
    page.mayGrant ? line('同意上交', reasonForm('请写明同意上交的理由', '确认同意', (why) => act('leave', { reason: why }))) : null,
    page.laterThan ? later(page, act) : null
  ].filter(Boolean);
}

/** Empty until the server has said what there is, and what the reader may do. */
export function dispatchDesk(file, verbs) {
  const place = el('div', { class: 'huiyin-dispatch-desk', 'aria-live': 'polite' });
  const path = `petitions/${file.number}/dispatch`;
  const draw = (page) => {
    const parts = drawn(page, async (what, typed) => draw(await verbs.ask(`${path}/${what}`, typed)));
    place.replaceChildren(...(parts.length ? [section('上交和反馈期限', true, ...parts)] : []));
  };
  if (!file.draft) {
    verbs
      .ask(path)
      .then(draw)
      .catch(() => place.replaceChildren());
  }
  return place;
}
