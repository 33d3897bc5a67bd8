// Declared relations under the login of the webapps. Whose they are goes in a body; text is only ever set as text.

import { act, call, onLogin, showInside, showLogin, token } from "/assets/inside.js";

const ROOT = "/camunda/api/huiyin/relations";
const FIELDS = ["kind", "otherOfficer", "otherOrgan", "enterprise", "since"];
const COLUMNS = [
  ["officer", "申报人"],
  ["kind", "关系"],
  ["other", "对方"],
  ["since", "起始日期"],
  ["until", "解除日期"],
  ["declaredBy", "由谁登记"],
];

const byId = (id) => document.getElementById(id);
const form = byId("declare");
const whose = byId("whose");
let officer = "";

function el(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

async function send(path, body) {
  const answer = await call(ROOT + path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json", "X-XSRF-TOKEN": token() },
    body: JSON.stringify({ officer, ...body }),
  });
  return answer.json();
}

function ending(row) {
  const cell = document.createElement("td");
  if (row.mayEnd) {
    const button = el("button", "", "解除");
    button.type = "button";
    button.setAttribute("aria-label", `解除${row.officer}与${row.other}的利害关系`);
    button.addEventListener("click", () =>
      act(button, byId("endProblem"), async () => {
        draw(await send(`/${row.id}/end`, {}));
        byId("announcement").textContent = "已解除，随即生效。";
      })
    );
    cell.append(button);
  }
  return cell;
}

function draw(rows) {
  const table = document.createElement("table");
  const head = document.createElement("tr");
  for (const [, label] of [...COLUMNS, ["", "办理"]]) {
    const cell = el("th", "", label);
    cell.scope = "col";
    head.append(cell);
  }
  table.append(document.createElement("thead"), document.createElement("tbody"));
  table.tHead.append(head);
  for (const row of rows) {
    const line = el("tr", row.until ? "over" : "", "");
    line.append(...COLUMNS.map(([key]) => el("td", "", row[key])), ending(row));
    table.tBodies[0].append(line);
  }
  byId("rows").replaceChildren(...(rows.length ? [table] : [el("p", "", "没有申报过利害关系。")]));
}

function options(id, choices, first) {
  const made = choices.map(({ value, label }) => Object.assign(el("option", "", label), { value }));
  byId(id).replaceChildren(...(first === null ? [] : [Object.assign(el("option", "", first), { value: "" })]), ...made);
}

async function enter() {
  const reader = await (await call(ROOT + "/reader", { headers: { Accept: "application/json" } })).json();
  showInside();
  whose.hidden = !reader.mayKeep;
  options("kind", reader.kinds, "请选择");
  options("otherOrgan", reader.organs, "不是单位");
  options("officers", reader.officers, null);
  draw(await send("/list", {}));
}

whose.addEventListener("submit", (event) => {
  event.preventDefault();
  act(whose.querySelector("button"), whose.querySelector(".problem"), async () => {
    const before = officer;
    officer = whose.elements.officer.value.trim();
    try {
      draw(await send("/list", {}));
      byId("announcement").textContent = "";
    } catch (refused) {
      officer = before;
      throw refused;
    }
  });
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  act(form.querySelector("button"), form.querySelector(".problem"), async () => {
    draw(await send("", Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]))));
    form.reset();
    byId("announcement").textContent = "已申报，随即生效。";
  });
});

onLogin(enter);
enter().catch((refused) => (refused.status === 401 ? showLogin() : (byId("endProblem").textContent = refused.message)));
