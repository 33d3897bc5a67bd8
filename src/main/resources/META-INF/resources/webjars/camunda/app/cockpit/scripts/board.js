/** 督办 in Cockpit: the board of /camunda/board as a page, the way to it, a block on the dashboard, and the case of an instance. */
import { board } from '/board/board.js';
import { caseLines } from '/board/case.js';
import { get, el, LAMPS } from '/board/dom.js';

const PAGE = '/board';
const NO_CASES = '您的岗位没有查看案卷的权限。';
const BOARD_ONLY = '您的岗位没有查看督办看板的权限。';

let shown = null;

function sheet() {
  if (!document.querySelector('link[href="/board/board.css"]')) {
    document.head.append(el('link', { rel: 'stylesheet', href: '/board/board.css' }));
  }
}

function loggedOut() {
  location.hash = '#/login';
}

/** Asked for, so that nobody is led to a door that stays shut for him. */
const door = () => get('board/door');
const isOpen = async () => (await door()).open;

async function openBoard(node) {
  sheet();
  node.className = 'huiyin-board-page';
  try {
    if (!(await isOpen())) {
      node.replaceChildren(el('p', { class: 'board-told', role: 'alert' }, BOARD_ONLY));
      return;
    }
    shown = await board({
      loggedOut,
      openInstance: (id) => {
        location.hash = `#/process-instance/${id}/runtime`;
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
  sheet();
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

/** Community Cockpit forgets what is past; our journal does not. Read by the rights of the case file. */
async function drawCase(node, api, instance) {
  sheet();
  const answer = await fetch(`${api.engineApi}/process-instance/${encodeURIComponent(instance)}`, { headers: { Accept: 'application/json' } });
  const number = answer.ok ? (await answer.json()).businessKey : null;
  if (!/^[0-9]{22}$/.test(number ?? '')) {
    throw new Error('这个流程不属于某一件信访事项，或者已经结束。');
  }
  if (!(await door()).cases) {
    throw new Error(NO_CASES);
  }
  const file = await get(`petitions/${number}/case`);
  node.replaceChildren(el('h3', {}, file.letter.title || '案卷'), el('p', { class: 'board-code' }, number), ...caseLines(file));
}

const history = {
  id: 'huiyin-case-tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 1,
  properties: { label: '案卷和办理经过' },
  render(node, { api, processInstanceId }) {
    node.className = 'board huiyin-case-tab';
    drawCase(node, api, processInstanceId).catch((refused) => node.replaceChildren(el('p', { class: 'problem', role: 'alert' }, refused.message)));
  }
};

export default [page, way, block, history];
