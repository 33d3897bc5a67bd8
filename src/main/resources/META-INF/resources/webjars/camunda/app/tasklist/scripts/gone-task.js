/**
 * A task may be handed to a colleague, excused from or ended elsewhere while its form is open here. Then it is said at once and
 * in full view, and what had been typed is shown once more to be copied: nothing of it is lost without a word.
 */
import { ask } from './ask.js';
import { openForm } from './typed-values.js';

const EVERY = 20_000;
const COMPLETE = '.form-actions .btn-primary';

/** The task that was seen to be in one's own hands, with what its form last said. */
let watched = null;
let asking = false;

function remember(form) {
  const { schema, initialData } = form.form._getState();
  const typed = form.values();
  const lines = fields(schema.components)
    .map((field) => [field.label ?? field.dateLabel ?? '', inWords(field, typed[field.key], initialData)])
    .filter(([label, words]) => label && words);
  return { taskId: form.taskId, lines, sent: false };
}

function fields(components) {
  return components.flatMap((component) => [...(component.key ? [component] : []), ...fields(component.components ?? [])]);
}

function inWords(field, value, data) {
  if (value === null || value === undefined || value === '' || value === false) {
    return '';
  }
  const options = field.values ?? data?.[field.valuesKey] ?? [];
  const label = (one) => options.find?.((option) => option.value === one)?.label ?? String(one);
  if (Array.isArray(value)) {
    return value.filter((one) => typeof one !== 'object').map(label).join('、');
  }
  return typeof value === 'object' ? '' : value === true ? '是' : label(value);
}

async function check() {
  const form = openForm();
  const taskId = form?.taskId ?? watched?.taskId;
  if (!taskId || asking || watched?.sent) {
    return;
  }
  asking = true;
  try {
    const standing = await ask(`tasks/${encodeURIComponent(taskId)}/standing`);
    if (standing.mine) {
      watched = form ? remember(form) : watched;
    } else if (watched?.taskId === taskId) {
      tell(watched, standing.words);
      watched = null;
    }
  } catch {
    // asked again soon
  } finally {
    asking = false;
  }
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function tell(task, words) {
  const text = task.lines.map(([label, value]) => `【${label}】${value}`).join('\n');
  const close = element('button', { type: 'button', className: 'btn btn-primary', textContent: '知道了，刷新列表' });
  const dialog = element('dialog', { className: 'huiyin-gone' }, element('h3', { id: 'huiyin-gone-title', textContent: '这项待办已不在您手里' }), element('p', { textContent: words }));
  dialog.setAttribute('aria-labelledby', 'huiyin-gone-title');
  if (text) {
    const kept = element('textarea', { readOnly: true, rows: 8, value: text });
    kept.setAttribute('aria-label', '刚才填写、没有提交的内容');
    const copy = element('button', { type: 'button', className: 'btn btn-default', textContent: '全选，以便复制' });
    copy.addEventListener('click', () => kept.select());
    dialog.append(element('p', { textContent: '下面是您刚才填写、没有提交的内容，关闭之后不再保留，需要的请先复制：' }), kept, copy);
  }
  dialog.append(close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    location.hash = location.hash.replace(/&?task=[^&]*/, '');
    location.reload();
  });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('huiyin:typed', ({ detail: { taskId } }) => {
  const form = openForm();
  if (form?.taskId !== taskId) {
    return;
  }
  if (watched?.taskId === taskId) {
    watched = remember(form);
  } else {
    watched = null;
    check();
  }
});

/** The server would not keep what was typed. */
document.addEventListener('huiyin:refused', check);

/** Whoever sends the form himself expects it to go. */
document.addEventListener(
  'click',
  (event) => {
    if (watched && event.target.closest?.(COMPLETE)) {
      watched.sent = true;
      setTimeout(() => {
        if (watched && openForm()?.taskId === watched.taskId) {
          watched.sent = false;
          check();
        }
      }, 3_000);
    }
  },
  true
);

/** Turning to another task is one's own doing as well; the form that is torn away is not. */
window.addEventListener('hashchange', () => {
  if (watched && !location.hash.includes(watched.taskId)) {
    watched = null;
  }
});

document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
setInterval(check, EVERY);

export default [];
