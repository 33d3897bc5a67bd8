/**
 * 案卷: the case file beside the form. It lives outside of Tasklist's own view, so that reading never unmounts a form or
 * costs what was typed; Tasklist's data only tells it which task is open.
 */
import { ask, root } from './ask.js';
import { caseView } from './case-view.js';
import { offerStep } from './next-step.js';

const FOLDED = 'huiyin-case-folded';
const panel = document.createElement('aside');
panel.id = 'huiyin-case';
panel.hidden = true;
panel.setAttribute('aria-label', '案卷');

let tasks = null;
let shown = { task: null, asked: 0 };
let registering = null;

function note(text, kind = 'note') {
  const box = document.createElement('p');
  box.className = `huiyin-${kind}`;
  box.setAttribute('role', kind === 'problem' ? 'alert' : 'status');
  box.textContent = text;
  return box;
}

function hide() {
  registering = null;
  shown = { task: null, asked: shown.asked + 1 };
  panel.hidden = true;
  panel.replaceChildren();
  document.body.classList.remove('huiyin-case-open');
}

function fold(folded) {
  document.body.classList.toggle('huiyin-case-folded', folded);
  sessionStorage.setItem(FOLDED, folded ? 'yes' : 'no');
}

const verbs = {
  ask,
  close: hide,
  fold,
  isFolded: () => document.body.classList.contains('huiyin-case-folded'),

  unmask: (number, reason) => ask(`petitions/${number}/unmask`, { reason }),

  makeReceipt: async (number) => root() + (await ask(`petitions/${number}/registration-receipt`, {})).href,

  registration: (number) => ask(`petitions/${number}/registration`),

  assignTopics: (number, topics) => ask(`petitions/${number}/topics`, { topics }),

  async split(number, kept, items) {
    const answer = await ask(`petitions/${number}/split`, { kept, items });
    return { numbers: answer.numbers, receipt: root() + answer.href };
  },

  paperHref: (id) => root() + `papers/${encodeURIComponent(id)}`,

  async requestExtension(number, days, reason) {
    await ask(`petitions/${number}/extension`, { days, reason });
    await open(shown.task === null ? `petitions/${number}/case` : `tasks/${encodeURIComponent(shown.task)}/case`, shown.task);
  },

  /** Whoever has ended his open task by a button beside it turns away from it himself. */
  taskEnded() {
    location.hash = location.hash.replace(/&?task=[^&]*/, '');
    verbs.tasksChanged();
  },

  tasksChanged() {
    tasks?.changed('task');
    tasks?.changed('taskList');
  },

  async handBack(taskId, reason) {
    await ask(`tasks/${encodeURIComponent(taskId)}/hand-back`, { reason });
    verbs.tasksChanged();
  }
};

async function open(path, taskId) {
  const asked = shown.asked + 1;
  const same = taskId !== null && shown.task === taskId;
  shown = { task: taskId, asked };
  document.body.classList.add('huiyin-case-open');
  panel.hidden = false;
  if (!same) {
    panel.replaceChildren(note('正在打开案卷……'));
  }
  try {
    const file = await ask(path);
    if (shown.asked === asked) {
      shown.number = file.number;
      registering = taskId !== null && file.draft ? file.number : null;
      panel.replaceChildren(caseView(file, taskId, verbs));
    }
    return file;
  } catch (problem) {
    if (shown.asked === asked) {
      panel.replaceChildren(note(problem.message, 'problem'));
    }
    return null;
  }
}

/** Whoever has just registered a petition hands its receipt over: the file stays open after his task is gone. */
async function leave() {
  if (shown.task !== null && shown.number) {
    offerStep(shown.number, shown.task);
  }
  if (registering === null) {
    hide();
    return;
  }
  const number = registering;
  registering = null;
  const file = await open(`petitions/${number}/case`, null);
  if (file === null || file.draft || !file.mayPrintReceipt) {
    hide();
  } else {
    fold(false);
  }
}

export default {
  id: 'huiyin-case-panel',
  pluginPoint: 'tasklist.task.action',
  priority: 100,
  render(node, data, scope) {
    if (!panel.isConnected) {
      document.body.append(panel);
      fold((sessionStorage.getItem(FOLDED) ?? (innerWidth < 1100 ? 'yes' : 'no')) === 'yes');
    }
    tasks = scope.taskData;
    tasks.observe('task', (task) => (task?.id ? open(`tasks/${encodeURIComponent(task.id)}/case`, task.id) : leave()));
  },
  unmount: hide
};
