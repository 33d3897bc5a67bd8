/** 取下一件: the most urgent matter of one's groups becomes one's own and opens, with the reasons why it is this one. */
import { ask } from './ask.js';

const box = document.createElement('section');
box.id = 'huiyin-next';
box.hidden = true;
box.setAttribute('aria-label', '取下一件');

let given = null;

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function say(kind, ...content) {
  const close = element('button', 'btn btn-link', '知道了');
  close.type = 'button';
  close.addEventListener('click', shut);
  const said = element('div', kind, '');
  said.setAttribute('role', kind === 'huiyin-problem' ? 'alert' : 'status');
  box.replaceChildren(said, close);
  box.hidden = false;
  said.append(...content);
}

function shut() {
  box.hidden = true;
  given = null;
}

function reasons(lines) {
  const list = element('ul', '', '');
  list.append(...lines.map((line) => element('li', '', line)));
  return list;
}

/** Tasklist opens what its address names. */
function open({ list, task }) {
  const sorting = new URLSearchParams(location.hash.split('?')[1] ?? '').get('sorting');
  const place = new URLSearchParams({ filter: list, ...(sorting ? { sorting } : {}), task });
  location.hash = '#/?' + place;
}

async function take(button) {
  button.disabled = true;
  try {
    const matter = await ask('next', {});
    if (matter.task === '') {
      say('huiyin-note', ...matter.why.map((line) => element('p', '', line)));
      return;
    }
    given = matter.task;
    open(matter);
    say('huiyin-note', element('h3', '', `已为您领取：${matter.step}`), element('p', '', matter.title), element('p', 'huiyin-card-number', matter.number), element('h4', '', '为什么是这一件'), reasons(matter.why));
  } catch (problem) {
    say('huiyin-problem', problem.message);
  } finally {
    button.disabled = false;
  }
}

/** What was said of one task is not left standing over another. */
window.addEventListener('hashchange', () => {
  if (given !== null && !location.hash.includes(given)) {
    shut();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !box.hidden && box.contains(document.activeElement)) {
    shut();
  }
});

export default {
  id: 'huiyin-next-matter',
  pluginPoint: 'tasklist.navbar.action',
  priority: 300,
  render(node) {
    const button = element('button', 'huiyin-next-button', '取下一件');
    button.type = 'button';
    button.title = '领取本组待签收里最急的一件';
    button.addEventListener('click', () => take(button));
    node.append(button);
    document.body.append(box);
  },
  unmount: shut
};
