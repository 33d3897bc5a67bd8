/** 登记情况: source, counts, place, topics of a matter, and 分拆 of a letter that holds several. */
import { el, facts, section, problemBox } from './case-parts.js';

/** What is only needed when somebody looks is asked for when the file is drawn, so that the file itself waits for nothing. */
export function registration(file, verbs) {
  if (file.draft) {
    return null;
  }
  const body = el('div', { 'aria-live': 'polite' });
  verbs.registration(file.number).then(
    (known) => body.replaceChildren(...parts(file, known, verbs)),
    (failure) => body.replaceChildren(el('p', { class: 'huiyin-problem', role: 'alert' }, failure.message))
  );
  return section('登记情况', true, body);
}

function parts(file, known, verbs) {
  return [
    facts(known.facts.map((fact) => [fact.label, fact.text])),
    known.mayAssignTopics ? topicsLine(file, known, verbs) : null,
    known.wholeLetter ? el('details', {}, el('summary', {}, '分拆前的来信全文'), el('div', { class: 'huiyin-letter' }, known.wholeLetter)) : null,
    known.maySplit ? splitLine(file, known, verbs) : null
  ].filter(Boolean);
}

function revealing(text, form) {
  const button = el('button', { type: 'button', class: 'btn btn-default btn-sm', 'aria-expanded': 'false' }, text);
  form.hidden = true;
  button.addEventListener('click', () => {
    form.hidden = !form.hidden;
    button.setAttribute('aria-expanded', String(!form.hidden));
  });
  return el('div', { class: 'huiyin-line' }, button, form);
}

function acting(form, send, problem, act) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    problem.hidden = true;
    try {
      await act();
    } catch (failure) {
      problem.textContent = failure.message;
      problem.hidden = false;
    } finally {
      send.disabled = false;
    }
  });
}

function topicsLine(file, known, verbs) {
  const boxes = known.topicChoices.map((topic) => {
    const box = el('input', { type: 'checkbox', value: topic.value, checked: topic.chosen });
    return { box, line: el('label', { class: 'huiyin-choice' }, box, ' ', topic.label) };
  });
  const problem = problemBox();
  const send = el('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, '保存专题');
  const form = el('form', { class: 'huiyin-reason' }, ...boxes.map((each) => each.line), send, problem);
  acting(form, send, problem, async () => {
    await verbs.assignTopics(file.number, boxes.filter((each) => each.box.checked).map((each) => each.box.value));
    const fresh = await verbs.registration(file.number);
    form.closest('[aria-live]').replaceChildren(...parts(file, fresh, verbs));
  });
  return revealing('调整重点专题', form);
}

function field(tag, label, value, required) {
  return el(tag, { 'aria-label': label, placeholder: label, required, rows: tag === 'textarea' ? 4 : null }, tag === 'textarea' ? value : null);
}

/** The attachments of the letter that belong to one item; none is given to it unasked. */
function papers(title, attachments) {
  const boxes = attachments.map(({ key, label }) => ({ key, box: el('input', { type: 'checkbox' }), label }));
  return {
    node: boxes.length
      ? el('div', { class: 'huiyin-papers', role: 'group', 'aria-label': `${title}：附件` }, el('span', { class: 'huiyin-muted' }, '属于这一项的来信附件：'), ...boxes.map((each) => el('label', { class: 'huiyin-choice' }, each.box, ' ', each.label)))
      : null,
    chosen: () => boxes.filter((each) => each.box.checked).map((each) => each.key)
  };
}

/** The fields of one item: title, content, demand and class, and its attachments. */
function item(title, subjects, attachments, given = {}) {
  const its = papers(title, attachments);
  const fields = {
    title: field('input', `${title}：标题`, '', true),
    content: field('textarea', `${title}：内容`, given.content ?? '', true),
    demand: field('textarea', `${title}：诉求`, given.demand ?? '', false),
    subject: el('input', { 'aria-label': `${title}：内容分类`, placeholder: `${title}：内容分类（输入几个字选择）`, list: subjects })
  };
  fields.title.value = given.title ?? '';
  return {
    node: el('fieldset', { class: 'huiyin-item' }, el('legend', {}, title), ...Object.values(fields), its.node),
    value: () => ({ ...Object.fromEntries(Object.entries(fields).map(([key, input]) => [key, input.value.trim()])), attachments: its.chosen() })
  };
}

function splitLine(file, known, verbs) {
  const list = el('datalist', { id: 'huiyin-subjects' }, ...known.subjects.map((path) => el('option', { value: path })));
  const kept = item('本件保留的事项', list.id, known.attachments, file.letter);
  const others = [item('分拆出的第1项', list.id, known.attachments)];
  const items = el('div', {}, others[0].node);
  const more = el('button', { type: 'button', class: 'btn btn-default btn-sm' }, '再分拆一项');
  more.addEventListener('click', () => {
    others.push(item(`分拆出的第${others.length + 1}项`, list.id, known.attachments));
    items.append(others.at(-1).node);
    more.hidden = others.length >= 9;
  });
  const problem = problemBox();
  const send = el('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, '确认分拆');
  const hint = el('p', { class: 'huiyin-muted' }, '一信多事、类别不同的，分拆后各有编号、期限，分别办理；来信全文另存，不会丢失。混有检举控告的，检举控告的内容只写进它自己的那一项，附件只勾选给它。没有勾选给任何一项的附件随来信全文：各项都不是检举控告的，各项都看得到；否则只有专办人员看得到。');
  const form = el('form', { class: 'huiyin-reason huiyin-split' }, hint, list, kept.node, items, more, send, problem);
  acting(form, send, problem, async () => {
    const done = await verbs.split(file.number, kept.value(), others.map((each) => each.value()));
    const receipt = el('a', { href: done.receipt, target: '_blank', rel: 'noopener' }, '打开登记凭证（只能打开一次）');
    form.closest('.huiyin-line').replaceChildren(
      el('p', { role: 'status' }, `已分拆，新的编号：${done.numbers.join('、')}。登记凭证写有每一件的编号和查询码，请交给信访人。`),
      receipt
    );
  });
  return revealing('分拆事项', form);
}
