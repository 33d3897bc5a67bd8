// 督办看板: one board for the page /camunda/board and for Cockpit. Every figure leads to the matters behind it.

import { bars, lampStyle, valueStyles } from "./charts.js";
import { LAMPS, choice, el, figure, get, table } from "./dom.js";
import { indicatorPanel } from "./indicators.js";
import { mattersSection } from "./matters.js";
import { rankingPanel } from "./ranking.js";

const MOST_BARS = 12;
const MOST_VALUES = 8;
const SHORT = { DAY: (day) => day.slice(5), WEEK: (day) => day.slice(5) + "起", MONTH: (day) => day.slice(0, 7) };

const sum = (counts, which) => counts.filter(which).reduce((total, count) => total + count.matters, 0);

/** The lamps of some groups (organs, stages) as bars and as a table. */
function lampPanel(title, label, reader, open) {
  const names = new Map(reader.lamps.map((lamp) => [lamp.value, lamp.label]));
  const chart = bars(`${title}，图中数字见下方表格`, 300);
  const place = el("div");
  const node = el("section", { class: "board-panel" }, el("h2", {}, title), chart.node, el("details", {}, el("summary", {}, "以表格查看"), place));
  return {
    node,
    draw(groups) {
      const shown = groups.slice(0, MOST_BARS);
      place.replaceChildren(
        table(
          title,
          [label, "合计", ...LAMPS.map((lamp) => names.get(lamp))],
          groups.map((group) => [
            group.name,
            figure(sum(group.counts, () => true), group.name, open && (() => open(group, null))),
            ...LAMPS.map((lamp) =>
              figure(
                sum(group.counts, (count) => count.lamp === lamp),
                `${group.name}，${names.get(lamp)}`,
                open && (() => open(group, lamp))
              )
            ),
          ])
        )
      );
      return chart.draw({
        names: shown.map((group) => group.name),
        lying: true,
        series: LAMPS.map((lamp) => ({ name: names.get(lamp), style: lampStyle(lamp), data: shown.map((group) => sum(group.counts, (count) => count.lamp === lamp)) })),
        open: open && ((at, lamp) => open(shown[at], LAMPS[lamp])),
      });
    },
    dispose: chart.dispose,
  };
}

/** What came and what ended over time. */
function flowPanel(reader, ask, open) {
  const chart = bars("收到和办结的走势，图中数字见下方表格", 300);
  const place = el("div");
  let turn = 0;
  const kind = choice("看什么", reader.kinds, () => load());
  const grain = choice("时段", reader.grains, () => load());
  grain.select.value = "WEEK";
  const problem = el("p", { class: "problem", role: "alert" });

  function draw(flow) {
    const first = flow.series.slice(0, MOST_VALUES);
    const rest = flow.series.slice(MOST_VALUES);
    const others = rest.length ? [{ value: null, label: `其他${rest.length}项`, counts: flow.starts.map((_, at) => rest.reduce((total, one) => total + one.counts[at], 0)) }] : [];
    const show = open && ((series, at) => open(flow, series, at));
    place.replaceChildren(
      table(
        reader.kinds.find((one) => one.value === flow.kind).label,
        ["时段", "合计", ...flow.series.map((one) => one.label)],
        flow.starts
          .map((start, at) => [
            SHORT[flow.grain](start),
            figure(
              flow.series.reduce((total, one) => total + one.counts[at], 0),
              SHORT[flow.grain](start),
              show && (() => show(null, at))
            ),
            ...flow.series.map((one) => figure(one.counts[at], `${SHORT[flow.grain](start)}，${one.label}`, one.value !== null && show && (() => show(one, at)))),
          ])
          .reverse()
      )
    );
    const drawn = [...first, ...others];
    const styles = valueStyles(
      drawn.map((one) => one.value),
      reader.values[flow.kind] ?? []
    );
    return chart.draw({
      names: flow.starts.map(SHORT[flow.grain]),
      lying: false,
      series: drawn.map((one) => ({ name: one.label, style: styles.get(one.value), data: one.counts })),
      open: show && ((at, series) => show(drawn[series].value === null ? null : drawn[series], at)),
    });
  }

  async function load() {
    const mine = ++turn;
    problem.textContent = "";
    try {
      const flow = await ask("board/flow", { kind: kind.select.value, grain: grain.select.value });
      if (mine === turn) {
        await draw(flow);
      }
    } catch (failure) {
      problem.textContent = failure.message;
    }
  }

  return {
    node: el(
      "section",
      { class: "board-panel board-wide" },
      el("div", { class: "board-head" }, el("h2", {}, "收到和办结的走势"), kind.node, grain.node),
      problem,
      chart.node,
      el("details", {}, el("summary", {}, "以表格查看"), place)
    ),
    load,
    dispose: chart.dispose,
  };
}

function workloadTable(loads, open) {
  const behind = (load, filter, what) => open && (() => open(`${load.name}：${what}`, { organ: load.organ, ...filter }));
  return table(
    "各单位工作量",
    ["单位", "在办", "超期", "红", "黄", "承办人", "人均在办", "近30日收到", "近30日办结", "被退回过", "退回两次以上"],
    loads.map((load) => [
      load.name,
      figure(load.open, `${load.name}，在办`, behind(load, {}, "在办")),
      figure(load.overdue, `${load.name}，超期`, behind(load, { lamp: "OVERDUE", order: "DUE" }, "超期")),
      figure(load.red, `${load.name}，红灯`, behind(load, { lamp: "RED", order: "DUE" }, "红灯")),
      figure(load.yellow, `${load.name}，黄灯`, behind(load, { lamp: "YELLOW", order: "DUE" }, "黄灯")),
      String(load.handlers),
      load.handlers ? (load.open / load.handlers).toFixed(1) : "—",
      String(load.received),
      String(load.ended),
      figure(load.returned, `${load.name}，被退回过`, behind(load, { returned: 1 }, "被退回过的在办事项")),
      figure(load.bouncing, `${load.name}，退回两次以上`, behind(load, { returned: 2 }, "退回两次以上的在办事项")),
    ])
  );
}

function grouped(counts, key, name) {
  const groups = new Map();
  for (const count of counts) {
    const group = groups.get(count[key]) ?? { key: count[key], name: count[name], counts: [] };
    group.counts.push(count);
    groups.set(count[key], group);
  }
  return [...groups.values()];
}

const isLamp = (lamp) => (count) => count.lamp === lamp;

/** The organ with the most overdue matters first. */
function worstFirst(groups) {
  const rank = (group) => [...LAMPS.map((lamp) => sum(group.counts, isLamp(lamp)))];
  return groups.sort((one, other) => {
    const [mine, theirs] = [rank(one), rank(other)];
    const differs = mine.findIndex((count, at) => count !== theirs[at]);
    return differs < 0 ? one.name.localeCompare(other.name, "zh") : theirs[differs] - mine[differs];
  });
}

/**
 * The whole board.
 *
 * @param options {loggedOut, openInstance}: what to do when the login is over, and how an instance is opened
 */
export async function board(options) {
  const reader = await get("board/reader");
  const opening = { openInstance: (href) => window.open(href, "_blank", "noopener"), ...options };
  const scope = choice("范围", [{ value: "", label: "全部有权查看的单位" }, ...reader.scopes], () => load());
  const within = () => scope.select.value;
  const ask = (path, asked = {}) => get(path, { within: within(), ...asked });
  const matters = reader.mayOpenCases ? mattersSection(reader, opening) : null;
  let chosen = 0;
  const show = (title, filter, byHand) => matters.show(title, { within: within(), ...filter }, byHand);
  const open =
    matters &&
    ((title, filter) => {
      chosen++;
      return show(title, filter, true);
    });
  const names = new Map(reader.lamps.map((lamp) => [lamp.value, lamp.label]));

  const tiles = el("ul", { class: "board-tiles" });
  const byOrgan = lampPanel("各单位的灯", "单位", reader, open && ((group, lamp) => open(`${group.name}：${lamp ? names.get(lamp) : "在办"}`, { organ: group.key, lamp })));
  const byStage = lampPanel("各环节的灯", "环节", reader, open && ((group, lamp) => open(`${group.name}：${lamp ? names.get(lamp) : "在办"}`, { stage: group.key, lamp })));
  const flow = flowPanel(
    reader,
    ask,
    open &&
      ((shown, series, at) =>
        open(`${SHORT[shown.grain](shown.starts[at])}，${series ? series.label : "全部"}`, {
          kind: shown.kind,
          grain: shown.grain,
          start: shown.starts[at],
          value: series?.value,
        }))
  );
  const indicators = indicatorPanel(ask, open);
  const ranking = rankingPanel(reader, ask, open);
  const work = el("div");
  const told = el("p", { class: "board-told", role: "status" }, "");
  const problem = el("p", { class: "problem", role: "alert" });
  const again = el("button", { type: "button", onclick: () => load() }, "刷新");

  function tile(label, count, code, filter) {
    const text = [el("strong", {}, String(count)), el("span", {}, label)];
    const style = `board-tile ${code ? `board-tile-${code.toLowerCase()}` : ""}`;
    return el("li", {}, open && count ? el("button", { type: "button", class: style, onclick: () => open(label, filter) }, ...text) : el("div", { class: style }, ...text));
  }

  function drawTiles(counts, loads) {
    const total = (key) => loads.reduce((all, load) => all + load[key], 0);
    tiles.replaceChildren(
      tile("在办", sum(counts, () => true), null, {}),
      ...LAMPS.map((lamp) => tile(names.get(lamp), sum(counts, isLamp(lamp)), lamp, { lamp, order: lamp === "NONE" ? "OLDEST" : "DUE" })),
      tile("被退回过", total("returned"), null, { returned: 1 }),
      tile("退回两次以上", total("bouncing"), null, { returned: 2 })
    );
  }

  /** At first what is overdue stands below; whoever chooses a figure meanwhile keeps what he chose. */
  async function load() {
    const before = chosen;
    again.disabled = true;
    problem.textContent = "";
    try {
      const [counts, loads, now] = await Promise.all([ask("board/standing"), ask("board/workload"), get("board/reader")]);
      drawTiles(counts, loads);
      work.replaceChildren(workloadTable(loads, open));
      told.textContent = `数字截至${now.at}`;
      await Promise.all([
        byOrgan.draw(worstFirst(grouped(counts, "organ", "name"))),
        byStage.draw(worstFirst(grouped(counts, "stage", "stageLabel"))),
        flow.load(),
        indicators.load(now.today),
        ranking.load(now.today),
        open && chosen === before ? show("超期事项", { lamp: "OVERDUE", order: "DUE" }, false) : null,
      ]);
    } catch (failure) {
      if (failure.status === 401) {
        opening.loggedOut();
      } else {
        problem.textContent = failure.message;
      }
    } finally {
      again.disabled = false;
    }
  }

  const node = el(
    "div",
    { class: "board" },
    el(
      "header",
      { class: "board-head" },
      el("h1", {}, "督办看板"),
      scope.node,
      told,
      el("span", { class: "board-buttons" }, again, el("button", { type: "button", onclick: () => window.print() }, "打印"))
    ),
    problem,
    tiles,
    el("div", { class: "board-grid" }, byOrgan.node, byStage.node, indicators.node, flow.node, ranking.node, el("section", { class: "board-panel board-wide" }, el("h2", {}, "工作量和退回"), work)),
    matters ? matters.node : el("p", { class: "board-told" }, "您的岗位只看数字，不查看具体事项。")
  );
  return {
    node,
    start: load,
    stop() {
      [byOrgan, byStage, flow].forEach((panel) => panel.dispose());
    },
  };
}
