/** 期限提醒: the lamps that turned today, in one list behind one button; asked for once an hour, for lamps turn at night. */
import { ask } from './ask.js';

const HOUR = 3_600_000;
const LAMPS = { OVERDUE: '超期', RED: '转红', YELLOW: '转黄' };

let button = null;
let digest = { lines: [], reminders: [] };

/** A digest that cannot be had now is had within the hour. */
async function refresh() {
  try {
    digest = await ask('digest');
    label();
  } catch {
    // nothing to show
  }
}

function label() {
  const asked = digest.reminders.length;
  button.hidden = digest.lines.length + asked === 0;
  button.textContent = asked ? `期限提醒 ${digest.lines.length}　催办 ${asked}` : `期限提醒 ${digest.lines.length}`;
  button.classList.toggle('huiyin-digest-unread', digest.unread || asked > 0);
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function summary() {
  return Object.entries(LAMPS)
    .map(([lamp, words]) => [words, digest.lines.filter((line) => line.lamp === lamp).length])
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${words}${count}件`)
    .join('，');
}

function row(line) {
  const item = element('li', 'huiyin-digest-line', '');
  item.append(
    element('span', `huiyin-lamp huiyin-lamp-${line.lamp.toLowerCase()}`, line.lampLabel),
    element('span', 'huiyin-digest-title', line.title || '（仅显示编号）'),
    element('span', 'huiyin-digest-clock', `${line.clock}，${line.due}到期${line.ended ? '，已办' : ''}`),
    element('span', 'huiyin-card-number', line.number)
  );
  return item;
}

function reminded(line) {
  const item = element('li', 'huiyin-digest-line', '');
  item.append(
    element('span', 'huiyin-lamp huiyin-lamp-red', '催办'),
    element('span', 'huiyin-digest-title', line.title || '（仅显示编号）'),
    element('span', 'huiyin-digest-clock', `${line.told}：${line.asked}`),
    element('span', 'huiyin-card-number', line.number)
  );
  return item;
}

async function open() {
  const dialog = element('dialog', 'huiyin-digest', '');
  dialog.setAttribute('aria-label', '期限提醒');
  const list = element('ul', 'huiyin-digest-lines', '');
  list.append(...digest.reminders.map(reminded), ...digest.lines.map(row));
  const close = element('button', 'btn btn-primary', '知道了');
  close.addEventListener('click', () => dialog.close());
  dialog.append(element('h3', '', `${digest.day}${digest.lines.length ? `期限提醒：${summary()}` : '没有新的期限提醒'}${digest.reminders.length ? `；催办${digest.reminders.length}件，在案卷里回复` : ''}`), list, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  try {
    await ask('digest/read', {});
    digest.unread = false;
    label();
  } catch {
    // stays unread
  }
}

export default {
  id: 'huiyin-digest-action',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render(node) {
    button = element('button', 'huiyin-digest-button', '');
    button.type = 'button';
    button.hidden = true;
    button.addEventListener('click', open);
    node.append(button);
    refresh();
    setInterval(refresh, HOUR);
  }
};
