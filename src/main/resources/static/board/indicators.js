// 指标: every one with its numerator, its denominator and what lies between, each of them leading to its matters.

import { choice, el, figure } from "./dom.js";

const SPANS = [
  { value: "MONTH", label: "本月" },
  { value: "LAST_MONTH", label: "上月" },
  { value: "QUARTER", label: "本季度" },
  { value: "YEAR", label: "本年" },
  { value: "OWN", label: "自选" },
];
const HEADS = ["指标", "结果", "分子", "分母", "相差", "相差的是"];

const text = (year, month, day) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** A month, counted from 1 and perhaps outside of the year. */
function monthFrom(year, month) {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month, 0));
  const day = (date) => text(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return { from: day(first), to: day(last) };
}

function spanOf(name, today) {
  const [year, month] = today.split("-").map(Number);
  const quarter = month - ((month - 1) % 3);
  switch (name) {
    case "MONTH":
      return monthFrom(year, month);
    case "LAST_MONTH":
      return monthFrom(year, month - 1);
    case "QUARTER":
      return { from: monthFrom(year, quarter).from, to: monthFrom(year, quarter + 2).to };
    default:
      return { from: text(year, 1, 1), to: text(year, 12, 31) };
  }
}

function result(reading) {
  if (reading.rate !== null) {
    return el("strong", {}, `${(reading.rate * 100).toFixed(1)}%`);
  }
  if (reading.mean !== null) {
    return el("strong", {}, `${reading.mean.toFixed(1)}日`);
  }
  if (reading.kind === "COUNT") {
    return el("strong", {}, `${reading.numerator}件`);
  }
  return el("span", { class: "board-muted" }, reading.note);
}

function explained(reading) {
  return el(
    "details",
    {},
    el("summary", {}, reading.label),
    el("p", { class: "board-muted" }, reading.counted),
    el("p", { class: "board-muted" }, `依据：${reading.basis}。`),
    reading.ofToday ? null : el("p", { class: "board-muted" }, reading.provisional ? "时段还没有过完，数字还会变。" : "时段已经过完。")
  );
}

/**
 * @param ask what asks the server within the scope of the board
 * @param open what lists the matters behind a number, or null for who sees figures only
 */
export function indicatorPanel(ask, open) {
  let today = null;
  let turn = 0;
  const problem = el("p", { class: "problem", role: "alert" });
  const told = el("p", { class: "board-told", role: "status" });
  const rows = el("tbody");
  const from = el("input", { type: "date", required: true, onchange: () => own() });
  const to = el("input", { type: "date", required: true, onchange: () => own() });
  const span = choice("统计时段", SPANS, (name) => {
    if (name !== "OWN") {
      set(name);
      load();
    }
  });
  span.select.value = "YEAR";

  function set(name) {
    const days = spanOf(name, today);
    from.value = days.from;
    to.value = days.to;
  }

  function own() {
    span.select.value = "OWN";
    load();
  }

  function row(reading, days) {
    const behind = (what, label, count) =>
      figure(count, `${reading.label}，${label}`, open && (() => open(`${reading.label}：${label}`, { path: "board/indicators/matters", indicator: reading.code, ...days, ...what })));
    const between = reading.parts.filter((part) => !part.inNumerator && part.matters > 0);
    const mean = reading.kind === "MEAN";
    return el(
      "tr",
      {},
      el("th", { scope: "row" }, explained(reading)),
      el("td", { class: "board-result" }, result(reading)),
      el("td", {}, mean ? el("span", { class: "board-number" }, `${reading.days}日`) : behind({ side: "NUMERATOR" }, "分子", reading.numerator)),
      el("td", {}, behind({ side: "DENOMINATOR" }, "分母", reading.denominator)),
      el("td", {}, mean ? "" : behind({ side: "DIFFERENCE" }, "相差", reading.difference)),
      el(
        "td",
        {},
        ...between.flatMap((part, at) => [at ? "，" : "", `${part.label}`, behind({ part: part.code }, part.label, part.matters)])
      )
    );
  }

  async function load() {
    const mine = ++turn;
    problem.textContent = "";
    const days = { from: from.value, to: to.value };
    try {
      const readings = await ask("board/indicators", days);
      if (mine !== turn) {
        return;
      }
      rows.replaceChildren(...readings.map((reading) => row(reading, days)));
      told.textContent = `${days.from}至${days.to}，起止两日都计入。分母不足30件的只列件数。`;
    } catch (failure) {
      if (failure.status === 401) {
        throw failure;
      }
      rows.replaceChildren();
      told.textContent = "";
      problem.textContent = failure.message;
    }
  }

  return {
    node: el(
      "section",
      { class: "board-panel board-wide board-indicators" },
      el(
        "div",
        { class: "board-head" },
        el("h2", {}, "指标"),
        span.node,
        el("label", { class: "board-choice" }, el("span", {}, "自"), from),
        el("label", { class: "board-choice" }, el("span", {}, "至"), to)
      ),
      told,
      problem,
      el(
        "div",
        { class: "board-table", tabindex: "0", role: "region", "aria-label": "指标" },
        el("table", {}, el("caption", { class: "skip" }, "指标"), el("thead", {}, el("tr", {}, ...HEADS.map((head) => el("th", { scope: "col" }, head)))), rows)
      )
    ),
    /** As of the server's day, for the browser's clock may be wrong. */
    load(day) {
      if (today === null) {
        today = day;
        set(span.select.value);
      }
      today = day;
      return load();
    },
  };
}
