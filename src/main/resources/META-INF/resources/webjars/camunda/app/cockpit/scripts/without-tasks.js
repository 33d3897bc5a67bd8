/**
 * The engine's page of human tasks counts over all organs, which only administrators may ask, and by links that our lean history
 * does not keep. Who has how much in hand stands on the board: nothing leads to that page, and its address says where to look.
 */
import { el } from '/board/dom.js';

const WAYS = '[cam-widget-header] a[href="#/tasks"]';
const FIGURE = '.open-human-tasks a.value';

function unlink() {
  for (const way of document.querySelectorAll(WAYS)) {
    (way.closest('li') ?? way).style.display = 'none';
  }
  for (const figure of document.querySelectorAll(FIGURE)) {
    figure.removeAttribute('href');
  }
}

new MutationObserver(unlink).observe(document.documentElement, { childList: true, subtree: true });

export default {
  id: 'huiyin-without-tasks',
  pluginPoint: 'cockpit.route',
  properties: { path: '/tasks' },
  render(node) {
    node.className = 'huiyin-board-page';
    node.append(
      el('h3', {}, '待办'),
      el('p', {}, '停在哪一步、在谁手里，请看', el('a', { href: '#/board' }, '督办看板'), '。')
    );
  }
};
