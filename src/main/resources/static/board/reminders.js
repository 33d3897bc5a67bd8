// 催办 from a row of the board: what was asked before and answered, and a new reminder.

import { call, token } from "/assets/inside.js";
import { ROOT, el, get } from "./dom.js";

function past(reminder) {
  return el(
    "li",
    {},
    el("div", { class: "board-muted" }, reminder.told),
    el("div", { class: "board-typed" }, reminder.asked),
    reminder.answered ? el("div", { class: "board-muted" }, reminder.answered) : el("div", {}, "尚未回复"),
    reminder.reply ? el("div", { class: "board-typed" }, reminder.reply) : null
  );
}

/** Opens over the board; tells the row when something was sent. */
export async function remindingDialog(row, from, sent) {
  const before = el("ul", { class: "board-journal" });
  const problem = el("p", { class: "problem", role: "alert" });
  const told = el("p", { class: "board-told", role: "status" });
  const words = el("textarea", { id: "board-asked", rows: 4, maxlength: 500, required: true });
  const send = el("button", { type: "submit" }, "发出催办");
  const form = el("form", { novalidate: true, hidden: true }, el("label", { for: "board-asked" }, "催办内容"), words, problem, send);
  const holder = el("p", {}, `发给：${row.person}（${row.organ}）`);
  const dialog = el(
    "dialog",
    { class: "board-case", "aria-labelledby": "board-remind-title" },
    el("div", { class: "board-head" }, el("h2", { id: "board-remind-title" }, "催办"), el("button", { type: "button", onclick: () => dialog.close() }, "关闭")),
    el("p", { class: "board-code" }, row.number),
    holder,
    before,
    told,
    form
  );
  const path = `petitions/${row.number}/reminders`;

  async function show() {
    const state = await get(path);
    before.replaceChildren(...state.reminders.map(past));
    holder.textContent = state.holder ? `发给：${state.holder}` : `${row.organ}　${row.person}`;
    form.hidden = !state.mayRemind;
    if (!state.mayRemind) {
      told.textContent = "这件事项不能由您催办。";
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    problem.textContent = "";
    try {
      await call(ROOT + path, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/json", "X-XSRF-TOKEN": token() },
        body: JSON.stringify({ text: words.value }),
      });
      words.value = "";
      told.textContent = "已催办，对方在待办里看得到。";
      sent();
      await show();
    } catch (failure) {
      problem.textContent = failure.message;
    } finally {
      send.disabled = false;
    }
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    from.focus();
  });
  from.closest(".board").append(dialog);
  dialog.showModal();
  try {
    await show();
  } catch (failure) {
    told.textContent = failure.message;
  }
}
