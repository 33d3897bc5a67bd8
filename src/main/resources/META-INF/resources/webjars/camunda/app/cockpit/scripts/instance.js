/**
 * What happened in an instance, when and by whom, beside its diagram and on it: a tab and marks on the engine's own page of a
 * running instance, and a page of ours, by the same viewer, for one that has ended (ADR 45).
 */
import { caseLines } from '/board/case.js';
import { get, el } from '/board/dom.js';
import { drawTrail, legend } from '/board/marks.js';
import { instanceHref, instanceList, sheets, stepTable } from '/board/trail.js';

const PATH = '/matter/:number/:instance';
// a plugin of a diagram is told a wrong address of the engine
const ENGINE = '/camunda/api/engine/engine/default/';
const NUMBER = /^[0-9]{22}$/;
const NO_CASES = '您的岗位没有查看案卷的权限。';

/** Tab and diagram of one instance: what they show is asked for once, and a step chosen on one is shown on both. */
class Stage {
  static #open = new Map();

  static of(instance, page) {
    const stage = Stage.#open.get(instance) ?? new Stage(instance, page);
    Stage.#open.set(instance, stage);
    return stage;
  }

  #instance;
  #views = new Set();

  constructor(instance, page) {
    this.#instance = instance;
    this.page = page();
  }

  enter(view) {
    this.#views.add(view);
  }

  leave(view) {
    this.#views.delete(view);
    if (this.#views.size === 0) {
      Stage.#open.delete(this.#instance);
    }
  }

  choose(element, from) {
    this.#views.forEach((view) => view.choose?.(element, from !== view));
  }
}

/** Asked for, so that nobody is refused what he has not asked for. */
const door = () => get('board/door');

async function needCases() {
  if (!(await door()).cases) {
    throw new Error(NO_CASES);
  }
}

async function trailOf(number, instance) {
  return (await door()).instances ? get(`petitions/${number}/trail`, { instance }) : null;
}

/** The number of the matter to which a running instance belongs; none for one that belongs to no matter. */
async function numberOf(instance) {
  const answer = await fetch(`${ENGINE}process-instance/${encodeURIComponent(instance)}`, { headers: { Accept: 'application/json' } });
  const number = answer.ok ? (await answer.json()).businessKey : null;
  return NUMBER.test(number ?? '') ? number : null;
}

function running(instance) {
  return Stage.of(instance, async () => {
    await needCases();
    const number = await numberOf(instance);
    if (!number) {
      throw new Error('这个流程不属于某一件信访事项，或者已经结束。');
    }
    return { number, trail: await trailOf(number, instance) };
  });
}

/** What happened in this instance, its sisters, and the case file. */
async function lines(number, trail, view, choose) {
  const file = await get(`petitions/${number}/case`);
  const steps = trail?.steps.length ? stepTable(trail, choose) : null;
  view.choose = (element, led) => steps?.choose(element, led);
  return [
    el('h3', {}, file.letter.title || '案卷'),
    el('p', { class: 'board-code' }, number),
    trail?.told ? el('p', { class: 'trail-told', role: 'note' }, trail.told) : null,
    ...(trail
      ? [
          el('h3', {}, trail.model ? `${trail.model}的经过` : '流程的经过'),
          steps ? legend() : null,
          steps?.node,
          el('h3', {}, '这件事项的全部流程'),
          trail.instances.length ? instanceList(number, trail.instances, trail.instance) : el('p', {}, '没有留下流程的运行记录。')
        ]
      : []),
    ...caseLines(file)
  ].filter(Boolean);
}

const refused = (node) => (failure) => node.replaceChildren(el('p', { class: 'problem', role: 'alert' }, failure.message));

/** The engine ends a plugin as a whole, and the page before may end after this one has begun: what ends is told by its scope. */
const untilGone = (scope, leave) => scope.$on('$destroy', leave);

const tab = {
  id: 'huiyin-case-tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 1,
  properties: { label: '案卷和办理经过' },
  render(node, { processInstanceId }, scope) {
    sheets();
    node.className = 'board huiyin-case-tab';
    const stage = running(processInstanceId);
    const view = {};
    stage.enter(view);
    untilGone(scope, () => stage.leave(view));
    stage.page
      .then(async ({ number, trail }) => node.replaceChildren(...(await lines(number, trail, view, (element) => stage.choose(element, view)))))
      .catch(refused(node));
  }
};

const diagram = {
  id: 'huiyin-trail-marks',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  async render(viewer, { processInstanceId }, scope) {
    sheets();
    const stage = running(processInstanceId);
    const view = {};
    let gone = false;
    stage.enter(view);
    untilGone(scope, () => {
      gone = true;
      view.clear?.();
      stage.leave(view);
    });
    // why there is no trail is told by the tab
    const { trail } = await stage.page.catch(() => ({}));
    if (trail && !gone) {
      Object.assign(view, drawTrail(viewer, trail, (element) => stage.choose(element, view)));
    }
  }
};

/** The engine's own viewer, drawn where this node stands. */
function view(node, scope, xml) {
  const injector = window.angular.element(node).injector();
  // where the drawing is looked at stands in the address, which must not open the page anew
  injector.get('$route').routes[PATH].reloadOnSearch = false;
  return new Promise((resolve) => {
    const inside = scope.$new();
    Object.assign(inside, { xml, control: {}, loaded: () => resolve(inside.control.getViewer()) });
    const frame = el('div', { class: 'trail-diagram', 'cam-widget-bpmn-viewer': '', 'diagram-data': 'xml', control: 'control' });
    frame.setAttribute('on-load', 'loaded()');
    node.append(frame);
    injector.get('$compile')(frame)(inside);
    inside.$applyAsync();
  });
}

async function openMatter(node, scope, stage, number, leaving) {
  const { trail } = await stage.page;
  const head = el('div', { class: 'board-head' }, el('h2', {}, trail?.model || '流程'), trail?.state ? el('span', { class: 'trail-state' }, trail.state) : null);
  const shown = trail?.instances.find((one) => one.id === trail.instance);
  if (shown?.running) {
    head.append(el('a', { href: instanceHref(number, shown) }, '正在运行：打开待办、作业和异常'));
  }
  const picture = el('div', { class: 'trail-picture' });
  const told = {};
  stage.enter(told);
  leaving.push(() => stage.leave(told));
  node.replaceChildren(head, picture, ...(await lines(number, trail, told, (element) => stage.choose(element, told))));
  if (trail?.definition) {
    const answer = await fetch(`${ENGINE}process-definition/${encodeURIComponent(trail.definition)}/xml`, { headers: { Accept: 'application/json' } });
    const viewer = await view(picture, scope, (await answer.json()).bpmn20Xml);
    const marks = {};
    Object.assign(marks, drawTrail(viewer, trail, (element) => stage.choose(element, marks)));
    stage.enter(marks);
    leaving.push(() => {
      marks.clear();
      stage.leave(marks);
    });
  }
}

const page = {
  id: 'huiyin-matter-page',
  pluginPoint: 'cockpit.route',
  properties: { path: PATH },
  render(node, data, scope) {
    sheets();
    node.className = 'board trail-page';
    const [, , number, instance] = location.hash.split('?')[0].split('/');
    const leaving = [];
    untilGone(scope, () => leaving.forEach((leave) => leave()));
    const stage = Stage.of(instance, async () => {
      await needCases();
      return { number, trail: await trailOf(number, instance) };
    });
    openMatter(node, scope, stage, number, leaving).catch(refused(node));
  }
};

export default [tab, diagram, page];
