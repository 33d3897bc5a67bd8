// The case file of a matter, read from the board: where it stands, its dates and what happened to it.

import { el, get, lamp } from "./dom.js";
import { instanceList } from "./trail.js";

function facts(pairs) {
  return el("dl", { class: "board-facts" }, ...pairs.filter(([, text]) => text).flatMap(([term, text]) => [el("dt", {}, term), el("dd", {}, text)]));
}

function clock(line) {
  return el(
    "li",
    {},
    lamp(line.lamp, line.lampLabel),
    el("strong", {}, ` ${line.name} `),
    line.dueText,
    line.explanation?.length ? el("details", {}, el("summary", {}, "为何是这一天"), el("ol", {}, ...line.explanation.map((why) => el("li", {}, why)))) : null
  );
}

function journal(entries) {
  return el(
    "ol",
    { class: "board-journal" },
    ...entries.map((entry) =>
      el(
        "li",
        {},
        el("div", { class: "board-muted" }, `${entry.at} ${entry.who}`),
        el("strong", {}, entry.what),
        entry.facts ? el("div", { class: "board-muted" }, entry.facts) : null,
        entry.typed ? el("div", { class: "board-typed" }, entry.typed) : null
      )
    )
  );
}

/** Where the matter stands, its dates, and what happened to it, when and by whom; {@code between} stands before that. */
export function caseLines(file, between = []) {
  return [
    facts([
      ["环节", file.state],
      ["责任单位", file.organ],
      ["责任人", file.person],
      ["类别", file.petitionClass],
      ["收到日期", file.receivedOn],
      ["办结原因", file.ending],
      ["诉求", file.letter.demand],
      ["事发地点", file.letter.place],
    ]),
    el("h3", {}, "期限"),
    file.clocks.length ? el("ul", { class: "board-clocks" }, ...file.clocks.map(clock)) : el("p", {}, "暂无"),
    ...between,
    el("h3", {}, "办理经过"),
    journal(file.journal),
  ];
}

/** Its processes, for those who may open their diagrams; nothing for the others. */
async function processes(number) {
  const lines = await get(`petitions/${number}/instances`);
  return lines.length ? [el("h3", {}, "流程"), instanceList(number, lines)] : [];
}

/** Opens over the board; closing it leads back to the button it was opened by. */
export async function caseFile(number, from) {
  const content = el("div", { class: "board-case-body", tabindex: "0", role: "region", "aria-label": "案卷内容" }, el("p", { role: "status" }, "正在打开案卷……"));
  const title = el("h2", { id: "board-case-title" }, "案卷");
  const dialog = el(
    "dialog",
    { class: "board-case", "aria-labelledby": "board-case-title" },
    el("div", { class: "board-head" }, title, el("button", { type: "button", onclick: () => dialog.close() }, "关闭")),
    el("p", { class: "board-code" }, number),
    content
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    from.focus();
  });
  from.closest(".board").append(dialog);
  dialog.showModal();
  try {
    const file = await get(`petitions/${number}/case`);
    title.textContent = file.letter.title || "案卷";
    content.replaceChildren(...caseLines(file, await processes(number)));
  } catch (failure) {
    content.replaceChildren(el("p", { class: "problem", role: "alert" }, failure.message));
  }
}
