/** Says on each card of the list which matter it is, how near its end and who has it: several cards are asked for at once. */
import { ask } from './ask.js';

const waiting = new Map();
let planned = null;

async function askForAll() {
  const asked = new Map(waiting);
  waiting.clear();
  planned = null;
  const tasks = [...asked.keys()].map((id) => 'task=' + encodeURIComponent(id)).join('&');
  try {
    for (const card of await ask('cards?' + tasks)) {
      asked.get(card.task)?.forEach((node) => draw(node, card));
    }
  } catch {
    // the list goes on without them
  }
}

function line(className, text) {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}

function draw(node, card) {
  const head = document.createElement('div');
  head.className = 'huiyin-card-head';
  head.append(line(`huiyin-lamp huiyin-lamp-${card.lamp.toLowerCase()}`, card.lampLabel), ...(card.urgent ? [line('huiyin-card-urgent', '重大紧急')] : []), line('huiyin-card-title', card.title));
  const lines = [
    line('huiyin-card-about', [card.petitioner, card.place].filter(Boolean).join('，')),
    line(card.late ? 'huiyin-card-due huiyin-card-late' : 'huiyin-card-due', card.due),
    line('huiyin-card-holder', card.holder),
    line('huiyin-card-number', card.number)
  ];
  node.replaceChildren(head, ...lines.filter((part) => part.textContent));
  node.closest('li.task')?.querySelector('.names')?.after(node);
}

export default {
  id: 'huiyin-case-cards',
  pluginPoint: 'tasklist.card',
  priority: 100,
  render(node, { taskId }) {
    node.className = 'huiyin-card';
    waiting.set(taskId, [...(waiting.get(taskId) ?? []), node]);
    planned ??= setTimeout(askForAll, 30);
  }
};
