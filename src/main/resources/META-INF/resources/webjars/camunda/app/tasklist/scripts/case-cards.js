/** Says on each card of the list which matter it is and how near its end: several cards are asked for at once. */
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

function draw(node, card) {
  const lamp = document.createElement('span');
  lamp.className = `huiyin-lamp huiyin-lamp-${card.lamp.toLowerCase()}`;
  lamp.textContent = card.lampLabel;
  const title = document.createElement('span');
  title.className = 'huiyin-card-title';
  title.textContent = card.title;
  const number = document.createElement('span');
  number.className = 'huiyin-card-number';
  number.textContent = card.number;
  const urgent = document.createElement('span');
  if (card.urgent) {
    urgent.className = 'huiyin-card-urgent';
    urgent.textContent = '重大紧急';
  }
  node.replaceChildren(lamp, urgent, title, number);
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
