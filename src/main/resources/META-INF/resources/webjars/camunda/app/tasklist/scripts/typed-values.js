/**
 * What is typed into the open form of a task, read from form-js itself: selects, dates, boxes and lists are in its state as
 * they will be sent, whatever they look like on the screen. After each pause in typing, and once when a form has opened,
 * the document hears of it: event `huiyin:typed`, detail `{ taskId, values }`.
 */
const PAUSE = 800;
const forms = new WeakMap();
let current = null;

/** form-js gives its instance to nobody, but its first component carries it to all others as context. */
function instance(container) {
  const open = [container.__k];
  while (open.length > 0) {
    const node = open.pop();
    if (Array.isArray(node)) {
      open.push(...node);
    } else if (node) {
      const service = node.props?.value?.getService;
      if (typeof service === 'function') {
        return service('form');
      }
      open.push(node.__k);
    }
  }
  return null;
}

function taskOf(container) {
  return window.angular?.element(container).controller('camTasklistForm')?.getParams()?.taskId ?? null;
}

/** The first word of each path under which a component keeps its value; what is shown only is no one's typing. */
function typedKeys(components, prefix = []) {
  return components.flatMap((component) => {
    if (component.readonly || component.disabled) {
      return [];
    }
    const path = component.key ?? component.path;
    if (component.type === 'group') {
      return typedKeys(component.components ?? [], prefix.length || !path ? prefix : [path.split('.')[0]]);
    }
    return path ? [prefix[0] ?? path.split('.')[0]] : [];
  });
}

function pick(data, keys) {
  return Object.fromEntries(keys.map((key) => [key, data?.[key] ?? null]));
}

class OpenForm {
  constructor(taskId, container, form) {
    this.taskId = taskId;
    this.container = container;
    this.form = form;
    this.waiting = null;
  }

  /** Once it is the open form: whoever hears that it has opened asks for it. */
  begin() {
    if (this.form._getState().schema) {
      this.opened();
    } else {
      this.form.on('import.done', () => this.opened());
    }
  }

  opened() {
    const { schema, initialData } = this.form._getState();
    if (!schema || this.keys) {
      return;
    }
    this.keys = [...new Set(typedKeys(schema.components))];
    this.initial = structuredClone(pick(initialData, this.keys));
    this.form.on('changed', () => this.later());
    this.tell();
  }

  values() {
    return structuredClone(pick(this.form._getState().data, this.keys ?? []));
  }

  isShown() {
    return this.container.isConnected;
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.tell(), PAUSE);
  }

  /** Says at once what a pause would have said. */
  now() {
    if (this.waiting !== null) {
      this.tell();
    }
  }

  tell() {
    clearTimeout(this.waiting);
    this.waiting = null;
    document.dispatchEvent(new CustomEvent('huiyin:typed', { detail: { taskId: this.taskId, values: this.values() } }));
  }
}

function look() {
  if (current && !current.isShown()) {
    current.now();
    current = null;
  }
  for (const container of document.querySelectorAll('.task-card .fjs-container')) {
    if (!forms.has(container)) {
      const taskId = taskOf(container);
      const form = taskId && instance(container);
      if (form) {
        current = new OpenForm(taskId, container, form);
        forms.set(container, current);
        current.begin();
      }
    }
  }
}

/** The form that is on the screen, or null: its taskId, what its fields say now, and what they said when it opened. */
export function openForm() {
  return current?.keys && current.isShown() ? current : null;
}

/** The values of the open form by field, null where nothing is filled in; an empty object when no form is open. */
export function typedValues() {
  return openForm()?.values() ?? {};
}

new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });

/** A field that is left, or a page that is turned away from, has been typed to its end. */
document.addEventListener('focusout', () => setTimeout(() => current?.now(), 0));
document.addEventListener('visibilitychange', () => current?.now());
window.addEventListener('pagehide', () => current?.now());
