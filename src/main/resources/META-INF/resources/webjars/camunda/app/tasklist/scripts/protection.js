/** 被反映人 and 回避 in the case file. Names come masked; in full they are shown with a reason that the journal keeps. */
import { askingForm, el, facts, reasonForm, revealButton, section } from './case-parts.js';

function card(line, page, act) {
  const remove = reasonForm('请写明更正的理由（将记入案卷）', '确认更正', (reason) => act(`accused/${line.id}/remove`, { reason }));
  return el(
    'div',
    { class: 'huiyin-person' },
    facts([
      ['单位', line.unit],
      ['姓名', line.name],
      ['职务', line.post]
    ]),
    page.mayName ? el('div', { class: 'huiyin-line' }, revealButton('记错了', remove), remove.form) : null
  );
}

function naming(page, act) {
  const organ = el('select', { class: 'form-control', 'aria-label': '被反映单位' }, el('option', { value: '' }, '被反映单位（本市单位从列表中选）'), ...page.organs.map((one) => el('option', { value: one.value }, one.label)));
  const name = el('input', { type: 'text', maxlength: 100, 'aria-label': '被反映人姓名', placeholder: '被反映人姓名（反映单位的不填）' });
  const post = el('input', { type: 'text', maxlength: 100, 'aria-label': '被反映人职务', placeholder: '被反映人职务' });
  const line = askingForm([organ, name, post], '记明', (unit, who, what) => act('accused', { organ: unit, name: who, post: what }));
  return el('div', { class: 'huiyin-line' }, revealButton('记明被反映人', line), line.form);
}

/** The section fills itself when its answer comes; a matter of which nothing is known shows an empty one. */
export function protection(file, taskId, verbs) {
  const place = el('div', { class: 'huiyin-protection', 'aria-live': 'polite' });

  async function act(what, body) {
    await verbs.ask(`petitions/${file.number}/${what}`, body);
    await draw();
  }

  async function draw() {
    const page = await verbs.ask(taskId === null ? `petitions/${file.number}/protection` : `tasks/${encodeURIComponent(taskId)}/protection`);
    const cards = el('div', {}, ...page.accused.map((line) => card(line, page, act)));
    const reveal = reasonForm('请写明查看理由（将记入案卷）', '显示', async (reason) => {
      const lines = await verbs.ask(`petitions/${file.number}/accused/reveal`, { reason });
      cards.replaceChildren(...lines.map((line) => card(line, page, act)));
      reveal.form.hidden = true;
    });
    const declare = reasonForm('请写明回避的理由（由负责人决定）', '提交申请', (reason) => act('recusal', { reason }));
    place.replaceChildren(
      section(
        '被反映人、被反映单位',
        page.accused.length > 0,
        page.accused.length ? cards : null,
        page.mayReveal && page.accused.some((line) => line.name) ? el('div', { class: 'huiyin-line' }, revealButton('显示完整姓名', reveal), reveal.form) : null,
        page.mayName ? naming(page, act) : null
      ),
      section(
        '回避',
        page.recusals.length > 0,
        page.recusals.length ? el('ul', {}, ...page.recusals.map((line) => el('li', {}, line))) : null,
        page.mayDeclare ? el('div', { class: 'huiyin-line' }, revealButton('申请回避', declare), declare.form) : null
      )
    );
  }

  if (!file.draft) {
    draw().catch((problem) => place.replaceChildren(el('p', { class: 'huiyin-problem', role: 'alert' }, problem.message)));
  }
  return place;
}
