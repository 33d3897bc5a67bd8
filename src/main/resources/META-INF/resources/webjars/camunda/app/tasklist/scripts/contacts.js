/** 联系单位 in the case file: whom to call in each organ that has to do with the matter. */
import { el, facts, section } from './case-parts.js';

function organ(line) {
  return el(
    'div',
    { class: 'huiyin-person' },
    el('div', {}, el('strong', {}, line.organ), el('span', { class: 'huiyin-muted' }, ` ${line.parts}`)),
    facts([
      ['经办人', line.person],
      ['负责人', line.responsible],
      ['办公电话', line.telephone]
    ])
  );
}

/** Asked for when it is opened: who decides on a matter calls seldom. */
export function contacts(file, verbs) {
  if (file.draft) {
    return null;
  }
  const place = el('div', { 'aria-live': 'polite' });
  const part = section('联系单位', false, place);
  part.addEventListener('toggle', async () => {
    if (!part.open || place.childElementCount) {
      return;
    }
    try {
      const page = await verbs.ask(`petitions/${file.number}/contacts`);
      place.replaceChildren(...page.organs.map(organ));
    } catch (failure) {
      place.replaceChildren(el('p', { class: 'huiyin-problem', role: 'alert' }, failure.message));
    }
  });
  return part;
}
