// R9: where most of the matters of a period come from and what they are about, each beside the period before.

import { choice, el, figure, table } from "./dom.js";

const SHOWN = [
  { kind: "TERRITORY", title: "问题属地", unnamed: "未填写" },
  { kind: "COMMUNITY", title: "社区小区", unnamed: "未写明" },
  { kind: "SUBJECT", title: "内容分类", unnamed: "未分类" },
  { kind: "TOPIC", title: "重点专题", unnamed: "" },
];
const BEFORE = { DAY: "前一日", WEEK: "上周", MONTH: "上月" };

function change(place) {
  const more = place.matters - place.before;
  return more > 0 ? `增${more}` : more < 0 ? `减${-more}` : "持平";
}

/**
 * @param ask what asks the server within the scope of the board
 * @param open what lists the matters behind a number, or null for who sees figures only
 */
export function rankingPanel(reader, ask, open) {
  let turn = 0;
  const problem = el("p", { class: "problem", role: "alert" });
  const told = el("p", { class: "board-told", role: "status" });
  const lists = el("div", { class: "board-rankings" });
  const grain = choice("排行时段", reader.grains, () => load());
  grain.select.value = "MONTH";
  const day = el("input", { type: "date", required: true, onchange: () => load() });

  function list(shown, ranking) {
    const named = ranking.places.map((place) => [
      place.label,
      figure(place.matters, `${shown.title}，${place.label}`, open && (() => open(`${ranking.start}起，${place.label}`, { kind: ranking.kind, grain: ranking.grain, start: ranking.start, value: place.value }))),
      String(place.before),
      change(place),
    ]);
    const more = [ranking.others ? `还有${ranking.others}处较少的没有列出` : "", ranking.unnamed ? `${shown.unnamed}的${ranking.unnamed}件` : ""].filter(Boolean);
    return el(
      "div",
      {},
      table(shown.title, [shown.title, "件数", BEFORE[ranking.grain], "增减"], named),
      named.length === 0 ? el("p", { class: "board-muted" }, "没有来件。") : null,
      more.length ? el("p", { class: "board-muted" }, `${more.join("；")}。`) : null
    );
  }

  async function load() {
    const mine = ++turn;
    problem.textContent = "";
    try {
      const found = await Promise.all(SHOWN.map((shown) => ask("board/ranking", { kind: shown.kind, grain: grain.select.value, start: day.value })));
      if (mine !== turn) {
        return;
      }
      told.textContent = `${found[0].start}起的${{ DAY: "一日", WEEK: "一周", MONTH: "一个月" }[grain.select.value]}，按收到日期；一件有几个专题的，每个专题各算一次。`;
      lists.replaceChildren(...found.map((ranking, at) => list(SHOWN[at], ranking)));
    } catch (failure) {
      if (failure.status === 401) {
        throw failure;
      }
      lists.replaceChildren();
      told.textContent = "";
      problem.textContent = failure.message;
    }
  }

  return {
    node: el(
      "section",
      { class: "board-panel board-wide" },
      el("div", { class: "board-head" }, el("h2", {}, "地点和主题排行"), grain.node, el("label", { class: "board-choice" }, el("span", {}, "所在日期"), day)),
      told,
      problem,
      lists
    ),
    /** The period that holds the server's day, until another is chosen. */
    load(today) {
      day.value ||= today;
      return load();
    },
  };
}
