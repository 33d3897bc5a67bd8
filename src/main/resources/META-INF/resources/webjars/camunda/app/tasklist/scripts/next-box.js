/** What is said of the matter that comes next, below the head of the page; the address of a task opens it. */
const box = document.createElement('section');
box.id = 'huiyin-next';
box.hidden = true;
box.setAttribute('aria-label', '下一件');

let given = null;

export function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** @param task that it is said of and that may be opened meanwhile; none when opening any task has it go */
export function say(kind, task, ...content) {
  if (!box.isConnected) {
    document.body.append(box);
  }
  const close = element('button', 'btn btn-link', '知道了');
  close.type = 'button';
  close.addEventListener('click', shut);
  const said = element('div', kind, '');
  said.setAttribute('role', kind === 'huiyin-problem' ? 'alert' : 'status');
  given = task;
  box.classList.toggle('huiyin-beside', task === null);
  box.replaceChildren(said, close);
  box.hidden = false;
  said.append(...content);
}

export function shut() {
  box.hidden = true;
  given = null;
}

/** Tasklist opens what its address names. */
export function open({ list, task }) {
  const sorting = new URLSearchParams(location.hash.split('?')[1] ?? '').get('sorting');
  const place = new URLSearchParams({ filter: list, ...(sorting ? { sorting } : {}), task });
  location.hash = '#/?' + place;
}

/** What was said of one task is not left standing over another. */
window.addEventListener('hashchange', () => {
  const opened = location.hash.match(/[?&]task=([^&]*)/)?.[1];
  if (given === null ? opened : opened !== given) {
    shut();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !box.hidden && box.contains(document.activeElement)) {
    shut();
  }
});
