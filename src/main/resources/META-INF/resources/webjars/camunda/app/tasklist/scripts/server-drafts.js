/**
 * 暂存: what is typed is kept on the server, for this task and this person, until the form is sent. When the form opens
 * again the server lays it over its defaults; the browser stores nothing.
 */
import { csrfToken, root } from './ask.js';
import { openForm } from './typed-values.js';
import { unsavedIsKnownBy } from './unsaved-typing.js';

/** What a page that is being left may still send. */
const LAST_WORD = 60_000;

const drafts = new Map();

function path(taskId) {
  return `${root()}tasks/${encodeURIComponent(taskId)}/draft`;
}

function service(name) {
  return window.angular.element(document.documentElement).injector().get(name);
}

function person() {
  return service('$rootScope').authentication?.name ?? null;
}

function ask(method, taskId, values) {
  const body = values && JSON.stringify({ values });
  return fetch(path(taskId), {
    method,
    credentials: 'same-origin',
    keepalive: method === 'POST' && document.visibilityState === 'hidden' && body.length < LAST_WORD,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrfToken() },
    body
  });
}

async function isLoggedOut(taskId) {
  return (await ask('GET', taskId)).status === 401;
}

/** As Tasklist does itself when a session has ended: the login page comes, and after it this task again. */
function askForLogin() {
  service('AuthenticationService').updateAuthentication(null);
  service('$rootScope').$broadcast('authentication.login.required');
}

function say(taskId, words, kind = '', discard = null) {
  const actions = openForm()?.taskId === taskId ? document.querySelector('.task-card .form-actions') : null;
  if (!actions) {
    return;
  }
  let line = actions.querySelector('.huiyin-saved');
  if (!line) {
    line = document.createElement('span');
    line.setAttribute('role', 'status');
    actions.append(line);
  }
  line.className = `huiyin-saved ${kind}`;
  line.textContent = words;
  actions.querySelector('.huiyin-discard')?.remove();
  if (discard) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-link huiyin-discard';
    button.textContent = '放弃暂存，重新填写';
    button.addEventListener('click', discard);
    line.after(button);
  }
}

/** One task's typing: what differs from what the server knows, sent one after the other. */
class Draft {
  constructor(taskId, known) {
    this.taskId = taskId;
    this.person = person();
    this.known = known;
    this.unsaved = {};
    this.sending = null;
  }

  typed(values) {
    this.unsaved = Object.fromEntries(
      Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(this.known[key] ?? null))
    );
    this.send();
  }

  send() {
    if (this.sending === null && Object.keys(this.unsaved).length > 0) {
      this.sending = this.post({ ...this.unsaved }).finally(() => {
        this.sending = null;
      });
    }
  }

  async post(values) {
    try {
      const answer = await ask('POST', this.taskId, values);
      if (answer.ok) {
        this.saved(values, (await answer.json()).savedAt);
      } else if (await isLoggedOut(this.taskId)) {
        askForLogin();
      } else {
        await this.refused(answer);
      }
    } catch {
      say(this.taskId, '连不上服务器，刚填写的内容还没有保存，请不要关闭页面。', 'huiyin-unsaved');
      setTimeout(() => this.send(), 5_000);
    }
  }

  saved(values, savedAt) {
    Object.assign(this.known, values);
    for (const [key, value] of Object.entries(values)) {
      if (JSON.stringify(this.unsaved[key]) === JSON.stringify(value)) {
        delete this.unsaved[key];
      }
    }
    say(this.taskId, `已保存 ${savedAt}`);
    setTimeout(() => this.send(), 0);
  }

  /** The task is over, or not his: said where the form is still open, and nothing is kept. */
  async refused(answer) {
    const isProblem = (answer.headers.get('Content-Type') ?? '').includes('json');
    const reason = isProblem ? (await answer.json()).detail : '填写的内容没有保存，请刷新页面后再试。';
    this.unsaved = {};
    say(this.taskId, reason, 'huiyin-unsaved');
    document.dispatchEvent(new CustomEvent('huiyin:refused', { detail: { taskId: this.taskId } }));
  }
}

async function discard(taskId) {
  const answer = await ask('DELETE', taskId);
  if (answer.ok) {
    drafts.delete(taskId);
    location.reload();
  }
}

async function tellWhatIsKept(taskId) {
  const answer = await ask('GET', taskId);
  const savedAt = answer.ok ? (await answer.json()).savedAt : '';
  if (savedAt) {
    say(taskId, `已恢复 ${savedAt} 暂存的内容`, '', () => discard(taskId));
  }
}

/** What a session's end has left unsaved, for the same person and the same task only. */
unsavedIsKnownBy((taskId) => {
  const draft = drafts.get(taskId);
  return draft && draft.person === person() && Object.keys(draft.unsaved).length > 0 ? draft.unsaved : null;
});

const opened = new WeakSet();

document.addEventListener('huiyin:typed', ({ detail: { taskId, values } }) => {
  const form = openForm();
  if (form?.taskId === taskId && !opened.has(form)) {
    opened.add(form);
    const before = drafts.get(taskId);
    const unsaved = before?.person === person() ? before.unsaved : {};
    drafts.set(taskId, new Draft(taskId, { ...form.initial }));
    if (Object.keys(unsaved).length > 0) {
      Object.assign(drafts.get(taskId).unsaved, unsaved);
      drafts.get(taskId).send();
    } else {
      tellWhatIsKept(taskId);
    }
    return;
  }
  drafts.get(taskId)?.typed(values);
});

export default [];
