/** The ways from the list of tasks to the ledger: to all matters, and for a head to all that is open in his organ. */
import { ask } from './ask.js';

function link(words, place) {
  const made = document.createElement('a');
  made.className = 'huiyin-ledger-link';
  made.href = document.querySelector('base').getAttribute('app-root') + place;
  made.target = '_blank';
  made.rel = 'noopener';
  made.textContent = words;
  return made;
}

export default {
  id: 'huiyin-ledger-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  async render(node) {
    node.append(link('台账', '/ledger'));
    try {
      if ((await ask('worklist')).wholeOrgan) {
        node.prepend(link('本单位全部', '/ledger#own'), ' ');
      }
    } catch {
      // the ledger itself leads there as well
    }
  }
};
