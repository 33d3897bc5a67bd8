/**
 * 同一信访事项: linked and similar matters beside the form. The machine proposes with its reasons; the officer says what a
 * matter is, with his own. While a petition is being registered the proposals follow what is typed.
 */
import { askingForm, el, problemBox, reasonForm, revealButton, section } from './case-parts.js';

const KINDS = [
  ['REPEAT', '重复信访（同一人、同一事项）'],
  ['JOINT', '共同信访（不同的人、同一事项）'],
  ['NEW_FACTS', '同一事项，有新的事实和理由']
];
const TYPED = ['petitionerName', 'phone', 'idNumber', 'address', 'title', 'content', 'place', 'subject', 'sourceRef'];
let watched = null;

document.addEventListener('huiyin:typed', (event) => watched?.(event.detail));

function matterLines(matter) {
  return [
    el('div', {}, el('strong', {}, matter.title || '（无标题）')),
    el('div', { class: 'huiyin-muted' }, matter.number),
    el('div', { class: 'huiyin-muted' }, [matter.organ, matter.ending || matter.state, matter.receivedOn, matter.place].filter(Boolean).join(' · '))
  ];
}

function kindSelect() {
  return el('select', { required: true, 'aria-label': '与本件的关系' }, el('option', { value: '' }, '请选择与本件的关系'), ...KINDS.map(([value, label]) => el('option', { value }, label)));
}

function reasonInput() {
  return el('input', { type: 'text', required: true, minlength: 2, maxlength: 500, 'aria-label': '认定理由', placeholder: '认定理由（记入两件案卷）' });
}

function linkForm(number, link) {
  const line = askingForm([kindSelect(), reasonInput()], '确认关联', (kind, reason) => link({ earlier: number, kind, reason }));
  return el('div', { class: 'huiyin-line' }, revealButton('关联', line), line.form);
}

function candidateItem(candidate, mayLink, link) {
  return el(
    'li',
    { class: 'huiyin-candidate' },
    el('div', { class: 'huiyin-score', 'aria-label': `相像程度${candidate.score}分` }, String(candidate.score)),
    el('div', {}, ...matterLines(candidate), el('div', { class: 'huiyin-grounds' }, candidate.reasons.join('；')), mayLink ? linkForm(candidate.number, link) : null)
  );
}

function linkItem(link, mayLink, withdraw) {
  const line = reasonForm('请写明撤销理由', '确认撤销', (reason) => withdraw(link.id, reason));
  return el(
    'li',
    { class: link.inForce ? 'huiyin-link' : 'huiyin-link huiyin-withdrawn' },
    el('div', {}, el('span', { class: 'huiyin-kind' }, link.kind), link.toEarlier ? '在先的一件' : '在后的一件', link.inForce ? null : '（已撤销）'),
    ...matterLines(link),
    el('div', { class: 'huiyin-muted' }, `${link.linked}：${link.reason}`),
    link.grounds ? el('div', { class: 'huiyin-muted' }, `当时的依据（${link.score}分）：${link.grounds}`) : null,
    link.withdrawn ? el('div', { class: 'huiyin-muted' }, link.withdrawn) : null,
    mayLink && link.inForce ? el('div', { class: 'huiyin-line' }, revealButton('撤销关联', line), line.form) : null
  );
}

function byNumber(link) {
  const number = el('input', { type: 'text', required: true, pattern: '[0-9]{22}', 'aria-label': '另一件的信访编号', placeholder: '另一件的22位信访编号', title: '22位信访编号' });
  const line = askingForm([number, kindSelect(), reasonInput()], '确认关联', (earlier, kind, reason) => link({ earlier, kind, reason }));
  return el('div', { class: 'huiyin-line' }, revealButton('按编号关联', line), line.form);
}

/** After a re-review nobody takes the same facts up again: the notice cites the opinion, so it is on record first. */
function opinions(list, mayEnter, enter, withdraw) {
  const number = el('input', { type: 'text', required: true, maxlength: 100, 'aria-label': '复核意见书文号', placeholder: '复核意见书文号' });
  const organ = el('input', { type: 'text', required: true, maxlength: 100, 'aria-label': '复核机关', placeholder: '复核机关全称' });
  const day = el('input', { type: 'date', required: true, 'aria-label': '复核意见日期' });
  const line = askingForm([number, organ, day], '登记', (paper, issuer, issuedOn) => enter({ number: paper, organ: issuer, issuedOn }));
  return [
    ...list.map((opinion) => {
      const undo = reasonForm('请写明撤销理由', '确认撤销', (reason) => withdraw(opinion.id, reason));
      return el('div', { class: 'huiyin-line' }, `复核意见：${opinion.text}`, opinion.mayWithdraw ? revealButton('撤销登记', undo) : null, opinion.mayWithdraw ? undo.form : null);
    }),
    mayEnter ? el('div', { class: 'huiyin-line' }, revealButton('登记既往复核意见', line), line.form) : null
  ].filter(Boolean);
}

/** What this matter is in the figures. */
function toldApart(told) {
  const words = [
    told.firstInCity ? '全市初次' : told.firstHere ? '本机构初次，全市重复' : '重复信访',
    told.joint ? '共同信访' : '',
    told.collective ? '集体访' : '',
    told.skipLevel ? '越级走访' : ''
  ];
  return el('p', { class: 'huiyin-told' }, ...words.filter(Boolean).map((word) => el('span', { class: 'huiyin-kind' }, word)));
}

function candidateList(candidates, mayLink, link) {
  return candidates.length
    ? el('ol', { class: 'huiyin-candidates' }, ...candidates.map((candidate) => candidateItem(candidate, mayLink, link)))
    : el('p', { class: 'huiyin-none' }, '没有发现可能相同的信访事项');
}

function registered(file, verbs, body) {
  const problem = problemBox();
  const path = `petitions/${file.number}/`;
  const draw = (found) =>
    body.replaceChildren(
      toldApart(found.toldApart),
      found.links.length ? el('ul', { class: 'huiyin-links' }, ...found.links.map((link) => linkItem(link, found.mayLink, withdraw))) : '',
      el('h4', {}, '可能的同一信访事项（由您认定）'),
      candidateList(found.candidates, found.mayLink, link),
      found.mayLink ? byNumber(link) : '',
      ...opinions(found.opinions, found.mayLink, enter, undo),
      problem
    );
  const link = async (typed) => draw(await verbs.ask(path + 'links', typed));
  const enter = async (typed) => draw(await verbs.ask(path + 'final-opinions', typed));
  const undo = async (id, reason) => draw(await verbs.ask(path + `final-opinions/${id}/withdraw`, { reason }));
  const withdraw = async (id, reason) => draw(await verbs.ask(path + `links/${id}/withdraw`, { reason }));
  verbs
    .ask(path + 'same-matter')
    .then(draw)
    .catch((failure) => body.replaceChildren(el('p', { class: 'huiyin-problem' }, failure.message)));
}

/** The first petitioner of the form, whether its fields stand alone or in a list. */
function looked(values) {
  const first = Array.isArray(values.petitioners) ? (values.petitioners[0] ?? {}) : {};
  return Object.fromEntries(
    TYPED.map((key) => [key, values[key] ?? first[key] ?? (key === 'petitionerName' ? first.name : null)]).filter(([, value]) => typeof value === 'string' && value.trim())
  );
}

function typing(taskId, verbs, body) {
  let asked = 0;
  let last = '';
  watched = async ({ taskId: from, values }) => {
    const typed = looked(values);
    const now = JSON.stringify(typed);
    if (from !== taskId || now === last || !body.isConnected) {
      return;
    }
    last = now;
    const mine = ++asked;
    if (Object.keys(typed).length === 0) {
      body.replaceChildren(el('p', { class: 'huiyin-none' }, '填写信访人或者内容后，这里列出可能相同的信访事项'));
      return;
    }
    try {
      const candidates = await verbs.ask('same-matter/candidates', typed);
      if (mine === asked) {
        body.replaceChildren(candidateList(candidates, false), el('p', { class: 'huiyin-none' }, '登记后由分流人员在案卷中关联'));
      }
    } catch (failure) {
      if (mine === asked) {
        body.replaceChildren(el('p', { class: 'huiyin-problem' }, failure.message));
      }
    }
  };
  body.replaceChildren(el('p', { class: 'huiyin-none' }, '填写信访人或者内容后，这里列出可能相同的信访事项'));
}

export function sameMatter(file, taskId, verbs) {
  const body = el('div', { 'aria-live': 'polite' }, el('p', { class: 'huiyin-none' }, '正在查找……'));
  watched = null;
  if (file.draft) {
    typing(taskId, verbs, body);
  } else {
    registered(file, verbs, body);
  }
  return section('同一信访事项', true, body);
}
