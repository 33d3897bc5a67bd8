// 流程和运行轨迹: the instances of a matter, and what happened in one of them, when and by whom; each step leads to its place on the diagram.

import { el } from "./dom.js";

const COCKPIT = "/camunda/app/cockpit/default/";
const HEADS = ["步骤", "类别", "状态", "谁办的", "开始", "结束", "用时"];

/** A sign beside each word, so that nobody needs to tell colours apart. */
export const SIGNS = { DONE: "✓", OPEN: "▶", CANCELLED: "✕" };

/** For those of the engine's pages on which parts of the board stand. */
export function sheets() {
  for (const href of ["/board/board.css", "/board/trail.css"]) {
    if (!document.querySelector(`link[href="${href}"]`)) {
      document.head.append(el("link", { rel: "stylesheet", href }));
    }
  }
}

/** Where an instance is seen on its diagram: a running one on the engine's own page, an ended one on ours. */
export function instanceHref(number, line) {
  return COCKPIT + (line.running ? `#/process-instance/${line.id}/runtime?tab=huiyin-case-tab` : `#/matter/${number}/${line.id}`);
}

/** The deepest of the running instances; nothing when the matter has ended. */
export function whereItWaits(lines) {
  return lines.filter((line) => line.running).reduce((deepest, line) => (deepest && deepest.level >= line.level ? deepest : line), undefined);
}

function when(line) {
  return line.ended ? `${line.began} 至 ${line.ended}${line.took ? `，历时${line.took}` : ""}` : `${line.began} 开始`;
}

/** All instances of the matter in the order in which they began; what was called stands below its caller. */
export function instanceList(number, lines, shown) {
  return el(
    "ol",
    { class: "trail-instances", "aria-label": "这件事项的流程" },
    ...lines.map((line) =>
      el(
        "li",
        { style: `margin-left: ${line.level * 1.5}em` },
        el("a", { href: instanceHref(number, line), "aria-current": line.id === shown ? "page" : null }, line.model),
        el("span", { class: `trail-state trail-state-${line.running ? "open" : "done"}` }, `${line.running ? SIGNS.OPEN : SIGNS.DONE} ${line.state}`),
        el("span", { class: "board-muted" }, when(line)),
        line.id === shown ? el("span", {}, "（上图）") : null
      )
    )
  );
}

function step(page, line, choose) {
  const called = page.instances.find((one) => one.id === line.called);
  const name = line.element
    ? el("button", { type: "button", class: "trail-step", "aria-pressed": "false", title: "在图上标出", onclick: () => choose(line.element) }, line.name)
    : line.name;
  return el(
    "tr",
    { "data-element": line.element || null },
    el(
      "th",
      { scope: "row" },
      name,
      line.cause ? el("small", {}, `因“${line.cause}”中止`) : null,
      ...line.notes.map((note) => el("small", { class: "trail-note" }, note)),
      called ? el("small", {}, el("a", { href: instanceHref(page.number, called) }, `打开“${called.model}”的流程图`)) : null
    ),
    el("td", {}, line.kind),
    el("td", {}, el("span", { class: `trail-state trail-state-${line.state.toLowerCase()}` }, `${SIGNS[line.state]} ${line.stateLabel}`)),
    el("td", {}, line.who),
    el("td", { class: "board-day" }, line.began),
    el("td", { class: "board-day" }, line.ended),
    el("td", { class: "board-day" }, line.took)
  );
}

/** The steps of an instance; {@code choose} is told the element whose row was clicked. */
export function stepTable(page, choose) {
  const told = el("p", { class: "board-told", role: "status" }, "点一个步骤，图上标出它的位置；点图上的步骤，这里标出它的经过。");
  const rows = page.steps.map((line) => step(page, line, choose));
  const node = el(
    "div",
    {},
    told,
    el(
      "div",
      { class: "board-table trail-steps" },
      el("table", { "aria-label": "各步骤的经过" }, el("thead", {}, el("tr", {}, ...HEADS.map((head) => el("th", { scope: "col" }, head)))), el("tbody", {}, ...rows))
    )
  );
  return {
    node,
    /** Shows which element is looked at; whoever came from the diagram is led to its first row. */
    choose(element, led) {
      const chosen = rows.filter((row) => element && row.dataset.element === element);
      for (const row of rows) {
        row.classList.toggle("trail-chosen-row", chosen.includes(row));
        row.querySelector(".trail-step")?.setAttribute("aria-pressed", String(chosen.includes(row)));
      }
      const name = page.marks.find((mark) => mark.element === element)?.name ?? "";
      if (chosen.length) {
        told.textContent = `已标出“${name}”，共${chosen.length}次。`;
        if (led) {
          chosen[0].scrollIntoView({ block: "nearest" });
          chosen[0].querySelector(".trail-step").focus({ preventScroll: true });
        }
      } else {
        told.textContent = element ? (name ? `“${name}”只决定去向，没有单列的经过。` : "这一步没有走到。") : "没有选中步骤。";
      }
    },
  };
}
