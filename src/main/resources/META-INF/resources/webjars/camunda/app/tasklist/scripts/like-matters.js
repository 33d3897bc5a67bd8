/** 批量转送: matters for which the same organ is proposed, ticked and forwarded by one decision. */
import { ask } from './ask.js';

let button = null;

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function line(matter) {
  const item = element('li', 'huiyin-like-line', '');
  const label = element('label', '', '');
  const box = element('input', '', '');
  box.type = 'checkbox';
  box.checked = true;
  box.value = matter.task;
  label.append(box, ' ', element('span', 'huiyin-digest-title', matter.title));
  item.append(label, element('span', 'huiyin-card-number', matter.number));
  return item;
}

function form(group, told) {
  const made = element('form', 'huiyin-like-group', '');
  const list = element('ul', 'huiyin-digest-lines', '');
  list.append(...group.matters.map(line));
  const reason = element('textarea', 'form-control', '');
  reason.value = group.reason;
  reason.maxLength = 2000;
  reason.setAttribute('aria-label', `转送${group.organName}的理由`);
  const send = element('button', 'btn btn-primary', '转送所选');
  made.append(element('h4', '', `建议${group.organName}（${group.matters.length}件）`), list, reason, send);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    forward(made, group, reason.value, send, told);
  });
  return made;
}

async function forward(made, group, reason, send, told) {
  const tasks = [...made.querySelectorAll('input:checked')].map((box) => box.value);
  send.disabled = true;
  told.textContent = '正在转送……';
  try {
    tell(made, told, await ask('like-matters', { tasks, organ: group.organ, reason }));
  } catch (refused) {
    told.textContent = refused.message;
  }
  send.disabled = false;
}

function tell(made, told, outcomes) {
  const refused = outcomes.filter((outcome) => !outcome.done);
  outcomes.filter((outcome) => outcome.done).forEach((outcome) => done(made, outcome.task));
  told.textContent =
    `已转送${outcomes.length - refused.length}件` +
    (refused.length === 0 ? '。' : `，${refused.length}件没有办成：` + refused.map((outcome) => `${outcome.number}${outcome.why}`).join('；'));
  if (made.querySelectorAll('input').length === 0) {
    made.remove();
  }
}

function done(made, task) {
  [...made.querySelectorAll('input')].find((box) => box.value === task)?.closest('li').remove();
}

async function open() {
  const groups = await ask('like-matters').catch(() => []);
  const dialog = element('dialog', 'huiyin-digest', '');
  dialog.setAttribute('aria-label', '批量转送');
  const told = element('p', 'huiyin-like-told', '');
  told.setAttribute('role', 'status');
  const close = element('button', 'btn btn-default', '关闭');
  close.addEventListener('click', () => dialog.close());
  dialog.append(
    element('h3', '', groups.length === 0 ? '没有可以一并转送的事项' : '建议单位和理由相同的事项，可以一并转送'),
    ...groups.map((group) => form(group, told)),
    told,
    close
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export default {
  id: 'huiyin-like-matters-action',
  pluginPoint: 'tasklist.navbar.action',
  priority: 190,
  async render(node) {
    button = element('button', 'huiyin-digest-button', '批量转送');
    button.type = 'button';
    button.hidden = true;
    button.addEventListener('click', open);
    node.append(button);
    button.hidden = !(await ask('like-matters/reader').catch(() => ({}))).forwards;
  }
};
