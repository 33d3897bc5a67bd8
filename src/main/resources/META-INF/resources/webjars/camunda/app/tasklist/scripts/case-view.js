/** Draws a case file. Everything that a person typed is set as text, never as markup. */
import { attachmentsSection } from './attachments.js';
import { askingForm, el, facts, problemBox, reasonForm, revealButton, section } from './case-parts.js';
import { contacts } from './contacts.js';
import { contributions } from './contributions.js';
import { dispatchDesk } from './dispatch-desk.js';
import { protection } from './protection.js';
import { sameMatter } from './same-matter.js';
import { registration } from './case-registration.js';
import { procedure } from './procedure.js';
import { urgent } from './urgent.js';
import { reminders } from './reminders.js';

function lamp(clock) {
  return el('span', { class: `huiyin-lamp huiyin-lamp-${clock.lamp.toLowerCase()}` }, clock.lampLabel);
}

function header(file, taskId, verbs) {
  const folding = el('button', { type: 'button', class: 'huiyin-fold', onclick: () => toggle() }, '收起案卷');
  const toggle = () => {
    verbs.fold(!verbs.isFolded());
    label();
  };
  const label = () => {
    const folded = verbs.isFolded();
    folding.textContent = folded ? '展开案卷' : '收起案卷';
    folding.setAttribute('aria-expanded', String(!folded));
  };
  label();
  return el(
    'header',
    {},
    el('div', { class: 'huiyin-top' }, el('h2', {}, '案卷'), el('span', { class: 'huiyin-state' }, file.state), file.sealed ? el('span', { class: 'huiyin-sealed' }, '密') : null, taskId === null ? el('button', { type: 'button', class: 'huiyin-fold', onclick: verbs.close }, '关闭案卷') : folding),
    el('p', { class: 'huiyin-number' }, file.number),
    facts([
      ['责任单位', file.organ],
      ['责任人', file.person]
    ]),
    handBack(file, taskId, verbs)
  );
}

function handBack(file, taskId, verbs) {
  if (!file.mayHandBack) {
    return null;
  }
  const line = reasonForm('请写明交回的理由', '确认交回', (reason) => verbs.handBack(taskId, reason));
  return el('div', { class: 'huiyin-line' }, revealButton('交回本组', line), line.form);
}

function clocks(list) {
  const done = list.filter((clock) => clock.lamp === 'DONE');
  const running = list.filter((clock) => clock.lamp !== 'DONE');
  return [
    ...running.map(clockLine),
    done.length ? el('details', { class: 'huiyin-done' }, el('summary', {}, `已完成或终止的期限 ${done.length} 项`), ...done.map(clockLine)) : null
  ];
}

/** The handler may ask for more time while the matter is handled; the head of his organ decides. */
function extension(file, verbs) {
  if (file.extension) {
    return el('p', { class: 'huiyin-extension' }, file.extension);
  }
  if (!file.mayExtendBy) {
    return null;
  }
  const days = el('input', { type: 'number', required: true, min: 1, max: file.mayExtendBy, step: 1, 'aria-label': '延长天数', placeholder: `延长天数（最多${file.mayExtendBy}日）` });
  const reason = el('textarea', { required: true, minlength: 2, maxlength: 500, rows: 3, 'aria-label': '延期理由', placeholder: '延期理由（批准后写入延期告知书）' });
  const line = askingForm([days, reason], '提交申请', (length, why) => verbs.requestExtension(file.number, Number(length), why));
  return el('div', { class: 'huiyin-line' }, revealButton('申请延期', line), line.form);
}

function clockLine(clock) {
  return el(
      'div',
      { class: 'huiyin-clock' },
      lamp(clock),
      el('div', {}, el('strong', {}, clock.name), el('span', { class: 'huiyin-muted' }, clock.article)),
      el('div', { class: 'huiyin-due' }, clock.dueText, clock.provisional ? el('span', { class: 'huiyin-muted' }, '（来年放假安排公布前为暂定）') : null),
      clock.explanation?.length
        ? el('details', {}, el('summary', {}, '为何是这一天'), el('ol', {}, ...clock.explanation.map((line) => el('li', {}, line))))
        : null
  );
}

function drafts(list) {
  return list.map((draft) =>
    section(
      draft.title,
      false,
      el('p', { class: 'huiyin-draft-state' }, draft.state),
      ...draft.facts.filter((fact) => fact.text).flatMap((fact) => [el('h4', {}, fact.label), el('div', { class: 'huiyin-letter' }, fact.text)])
    )
  );
}

function letter(file) {
  const text = file.letter;
  return section(
    '信访事项',
    true,
    text.title ? el('h3', {}, text.title) : null,
    text.content ? el('div', { class: 'huiyin-letter' }, text.content) : null,
    facts([
      ['诉求', text.demand],
      ['信访形式', file.channel],
      ['收到日期', file.receivedOn],
      ['登记时间', file.registeredAt],
      ['事发地点', text.place],
      ['内容分类', text.subject],
      ['收信人', text.addressee],
      ['类别', file.petitionClass],
      ['办理途径', file.route],
      ['办结原因', file.ending]
    ])
  );
}

function personCard(person) {
  return el(
    'div',
    { class: 'huiyin-person' },
    facts([
      [person.role, person.name],
      ['身份', person.about],
      ['电话', person.phone],
      ['证件号码', person.idNumber],
      ['住址', person.address]
    ])
  );
}

function people(file, verbs) {
  const cards = el('div', { 'aria-live': 'polite' }, ...file.people.map(personCard));
  if (!file.mayUnmask || file.people.length === 0) {
    return section('信访人', true, cards.childElementCount ? cards : null);
  }
  const line = reasonForm('请写明查看理由（将记入案卷）', '显示', async (reason) => {
    const clear = await verbs.unmask(file.number, reason);
    cards.replaceChildren(...clear.people.map(personCard));
    line.form.hidden = true;
    reveal.hidden = true;
  });
  const reveal = revealButton('显示完整信息', line);
  return section('信访人', true, cards, el('div', { class: 'huiyin-line' }, reveal, line.form));
}

/** The code on the receipt is shown once, so it is opened by a click of its own and never by itself. */
function receiptLine(file, verbs) {
  const problem = problemBox();
  const link = el('a', { target: '_blank', rel: 'noopener', hidden: true }, '打开登记凭证（只能打开一次）');
  link.addEventListener('click', () => {
    link.hidden = true;
    make.hidden = false;
  });
  const make = el(
    'button',
    {
      type: 'button',
      class: 'btn btn-default btn-sm',
      onclick: async () => {
        problem.hidden = true;
        try {
          link.href = await verbs.makeReceipt(file.number);
          make.hidden = true;
          link.hidden = false;
          link.focus();
        } catch (failure) {
          problem.textContent = failure.message;
          problem.hidden = false;
        }
      }
    },
    '生成登记凭证和新查询码'
  );
  return el('div', { class: 'huiyin-line', 'aria-live': 'polite' }, make, link, problem);
}

function papers(file, verbs) {
  const rows = file.papers.map((paper) =>
    el(
      'li',
      {},
      el('a', { href: verbs.paperHref(paper.id), target: '_blank', rel: 'noopener' }, paper.kind),
      el('span', { class: 'huiyin-muted' }, paper.number),
      el('div', { class: 'huiyin-muted' }, paper.progress)
    )
  );
  const receipt = file.mayPrintReceipt ? receiptLine(file, verbs) : null;
  return section('文书', true, rows.length ? el('ul', { class: 'huiyin-papers' }, ...rows) : null, receipt);
}

function journal(file) {
  const rows = file.journal.map((entry) =>
    el(
      'li',
      {},
      el('div', { class: 'huiyin-muted' }, entry.at, ' ', entry.who),
      el('div', {}, el('strong', {}, entry.what)),
      entry.facts ? el('div', { class: 'huiyin-muted' }, entry.facts) : null,
      entry.typed ? el('div', { class: 'huiyin-typed' }, entry.typed) : null
    )
  );
  return section('办理经过', false, rows.length ? el('ol', { class: 'huiyin-journal' }, ...rows) : null);
}

export function caseView(file, taskId, verbs) {
  return el(
    'div',
    { class: 'huiyin-file' },
    header(file, taskId, verbs),
    el(
      'div',
      { class: 'huiyin-body', tabindex: '0' },
      ...(taskId === null ? [papers(file, verbs)] : []),
      urgent(file, verbs),
      reminders(file, verbs),
      procedure(file, taskId, verbs),
      section('期限', true, ...clocks(file.clocks), extension(file, verbs)),
      dispatchDesk(file, verbs),
      letter(file),
      sameMatter(file, taskId, verbs),
      contributions(file, verbs),
      ...drafts(file.drafts),
      people(file, verbs),
      registration(file, verbs),
      protection(file, taskId, verbs),
      attachmentsSection(file.number),
      ...(taskId === null ? [] : [papers(file, verbs)]),
      contacts(file, verbs),
      journal(file)
    )
  );
}
