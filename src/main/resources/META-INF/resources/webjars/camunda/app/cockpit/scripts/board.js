/** 督办 in Cockpit: the board of /camunda/board as a page, the way to it, and a block on the dashboard. */
import { board } from '/board/board.js';
import { get, el, LAMPS } from '/board/dom.js';
import { sheets } from '/board/trail.js';

const PAGE = '/board';
const BOARD_ONLY = '您的岗位没有查看督办看板的权限。';

let shown = null;

function loggedOut() {
  location.hash = '#/login';
}

/** Asked for, so that nobody is led to a door that stays shut for him. */
const door = () => get('board/door');
const isOpen = async () => (await door()).open;

async function openBoard(node) {
  sheets();
  node.className = 'huiyin-board-page';
  try {
    if (!(await isOpen())) {
      node.replaceChildren(el('p', { class: 'board-told', role: 'alert' }, BOARD_ONLY));
      return;
    }
    shown = await board({
      loggedOut,
      openInstance: (href) => {
        location.hash = href.slice(href.indexOf('#'));
      }
    });
    node.replaceChildren(shown.node);
    shown.start();
  } catch (refused) {
    node.replaceChildren(el('p', { class: 'board-told', role: 'alert' }, refused.message));
  }
}

const page = {
  id: 'huiyin-board-page',
  pluginPoint: 'cockpit.route',
  properties: { path: PAGE },
  render: (node) => {
    openBoard(node);
  },
  unmount() {
    shown?.stop();
    shown = null;
  }
};

const way = {
  id: 'huiyin-board-way',
  pluginPoint: 'cockpit.navigation',
  priority: 100,
  async render(node) {
    if (await isOpen().catch(() => false)) {
      node.append(el('a', { href: `#${PAGE}` }, '督办看板'));
    }
  }
};

/** What is worst in one line, for whoever opens Cockpit; shown to those only whom the board lets in. */
async function drawBlock(node) {
  if (!(await isOpen())) {
    // the engine's frame around the blocks of others has a heading of its own
    node.closest('section').style.display = 'none';
    return;
  }
  const [reader, counts] = await Promise.all([get('board/reader'), get('board/standing')]);
  const total = (lamp) => counts.filter((count) => count.lamp === lamp).reduce((all, count) => all + count.matters, 0);
  sheets();
  node.append(
    el(
      'section',
      { class: 'board huiyin-board-block', 'aria-label': '督办看板' },
      el('div', { class: 'board-head' }, el('h3', {}, '督办看板'), el('a', { href: `#${PAGE}` }, '打开看板')),
      el(
        'ul',
        { class: 'board-tiles' },
        ...LAMPS.map((lamp) =>
          el(
            'li',
            {},
            el(
              'a',
              { class: `board-tile board-tile-${lamp.toLowerCase()}`, href: `#${PAGE}` },
              el('strong', {}, String(total(lamp))),
              el('span', {}, reader.lamps.find((one) => one.value === lamp).label)
            )
          )
        )
      )
    )
  );
}

const block = {
  id: 'huiyin-board-block',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  render: (node) => {
    drawBlock(node).catch(() => node.replaceChildren());
  }
};

export default [page, way, block];
