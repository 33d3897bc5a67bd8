// The matters behind a figure: which they are, in an order, page after page; and from a matter to its case and its diagram.

import { caseFile } from "./case.js";
import { choice, el, get, lamp } from "./dom.js";
import { remindingDialog } from "./reminders.js";
import { instanceHref, whereItWaits } from "./trail.js";

const HEADS = ["信访编号", "标题", "责任单位", "责任人", "环节", "灯", "到期日", "收到日期", "停在本环节", "退回", "最近催办", "操作"];

export function mattersSection(reader, options) {
  const heading = el("h2", { tabindex: "-1" }, "事项清单");
  const told = el("p", { class: "board-told", role: "status" });
  const problem = el("p", { class: "problem", role: "alert" });
  const body = el("tbody");
  const more = el("button", { type: "button", hidden: true, onclick: () => page(false) }, "再列五十件");
  let asked = {};
  let next = null;
  let turn = 0;
  const order = choice("排序", reader.orders, (value) => {
    asked = { ...asked, order: value };
    page(true);
  });

  function line(row) {
    const reminded = el("td", { class: "board-day" }, row.reminded);
    return el(
      "tr",
      {},
      el("th", { scope: "row", class: "board-code" }, row.number, row.sealed ? el("span", { class: "board-lamp" }, "密") : null),
      el("td", { class: "board-title" }, row.title, row.counted ? el("small", {}, `计入：${row.counted}`) : null),
      el("td", {}, row.organ),
      el("td", {}, row.person),
      el("td", {}, row.result ? `${row.stage}：${row.result}` : row.stage),
      el("td", {}, lamp(row.lamp, row.lampLabel)),
      el("td", { class: "board-day", title: row.clock }, row.due, row.clock ? el("small", {}, row.clock) : null),
      el("td", { class: "board-day" }, row.receivedOn, el("small", {}, `${row.age}日前`)),
      el("td", { class: "board-day" }, row.result ? "" : `${row.stageDays}日`),
      el("td", { class: "board-day" }, row.returned ? `${row.returned}次` : ""),
      reminded,
      el("td", { class: "board-acts" }, ...acts(row, reminded))
    );
  }

  function acts(row, reminded) {
    const open = el("button", { type: "button", "aria-label": `案卷 ${row.number}`, onclick: () => caseFile(row.number, open) }, "案卷");
    const diagram = reader.mayOpenInstances ? el("button", { type: "button", "aria-label": `流程图 ${row.number}`, onclick: () => instances(row, diagram) }, "流程图") : null;
    const sent = () => (reminded.textContent = "今日已催办");
    const remind = row.result ? null : el("button", { type: "button", "aria-label": `催办 ${row.number}`, onclick: () => remindingDialog(row, remind, sent) }, "催办");
    return [open, diagram, remind].filter(Boolean);
  }

  /** The deepest of its running instances is where the matter waits; one that has ended is seen as a whole. */
  async function instances(row, button) {
    button.disabled = true;
    try {
      const found = await get(`petitions/${row.number}/instances`);
      if (found.length === 0) {
        throw new Error("这件事项的流程运行记录已超过保存期限，已经清理。办理经过请看案卷。");
      }
      options.openInstance(instanceHref(row.number, whereItWaits(found) ?? found[0]));
    } catch (failure) {
      problem.textContent = failure.message;
    } finally {
      button.disabled = false;
    }
  }

  async function page(first) {
    const mine = ++turn;
    problem.textContent = "";
    try {
      const { path = "board/matters", ...filter } = asked;
      const answer = await get(path, first ? filter : { ...filter, cursor: next });
      if (mine !== turn) {
        return;
      }
      const rows = answer.rows.map(line);
      if (first) {
        body.replaceChildren(...rows);
      } else {
        body.append(...rows);
      }
      next = answer.next ?? null;
      more.hidden = next === null;
      const count = body.rows.length;
      told.textContent = count === 0 ? "没有符合条件的事项。" : `已列出${count}件${next === null ? "，没有更多了" : "，后面还有"}。`;
    } catch (failure) {
      if (failure.status === 401) {
        options.loggedOut();
      } else {
        problem.textContent = failure.message;
      }
    }
  }

  const node = el(
    "section",
    { class: "board-panel board-matters" },
    el("div", { class: "board-head" }, heading, order.node),
    told,
    problem,
    el(
      "div",
      { class: "board-table", tabindex: "0", role: "region", "aria-label": "事项清单" },
      el("table", {}, el("caption", { class: "skip" }, "事项清单"), el("thead", {}, el("tr", {}, ...HEADS.map((head) => el("th", { scope: "col" }, head)))), body)
    ),
    more
  );

  return {
    node,
    /** Lists what stands behind a figure, under its name; whoever asked by hand is led there. */
    async show(title, filter, byHand = true) {
      const ordered = filter.kind !== "ENDED" && !filter.path;
      asked = ordered ? { order: order.select.value, ...filter } : filter;
      if (filter.order) {
        order.select.value = filter.order;
      }
      order.node.hidden = !ordered;
      heading.textContent = title;
      if (byHand) {
        node.scrollIntoView({ block: "start" });
        heading.focus({ preventScroll: true });
      }
      await page(true);
    },
  };
}
