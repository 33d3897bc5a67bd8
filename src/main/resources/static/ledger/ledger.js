// The ledger under the login of the webapps. What is looked for goes in a body; text is only ever set as text.

import { act, call, onLogin, showInside, showLogin, token } from "/assets/inside.js";

const ROOT = "/camunda/api/huiyin/ledger";
const FIELDS = [
  "organ",
  "state",
  "lamp",
  "petitionClass",
  "channel",
  "source",
  "enterprise",
  "topic",
  "urgent",
  "region",
  "place",
  "from",
  "to",
  "words",
  "order",
];
const COLUMNS = [
  ["number", "信访编号", "number"],
  ["receivedOn", "收到日期", "day"],
  ["channel", "信访形式", ""],
  ["source", "来源", ""],
  ["registeredBy", "登记机关", ""],
  ["petitioner", "信访人", ""],
  ["petitionClass", "类别", ""],
  ["procedure", "办理程序", ""],
  ["subject", "内容分类", ""],
  ["place", "问题属地", ""],
  ["title", "标题", "title"],
  ["organ", "责任单位", ""],
  ["person", "责任人", ""],
  ["state", "状态", ""],
  ["dueOn", "到期日", "day"],
  ["lampLabel", "灯", ""],
  ["result", "结果", ""],
  ["lastFeedback", "最近反馈", ""],
];

/** 本单位全部: what is open in one's own organ, what is due first on top. */
const WHOLE_ORGAN = "#own";

const byId = (id) => document.getElementById(id);
const form = byId("query");
const problem = form.querySelector(".problem");
let shown = {};
let next = null;
let asked = 0;

function el(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function send(path, body) {
  return call(ROOT + path, {
    method: "POST",
    headers: { Accept: "application/json, */*", "Content-Type": "application/json", "X-XSRF-TOKEN": token() },
    body: JSON.stringify(body),
  });
}

function typed() {
  return Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]).filter(([, value]) => value));
}

function line(row) {
  const made = document.createElement("tr");
  for (const [key, , style] of COLUMNS) {
    const cell = el("td", style, key === "lampLabel" ? "" : row[key]);
    if (key === "lampLabel" && row.lampLabel) {
      cell.append(el("span", `lamp lamp-${row.lamp.toLowerCase()}`, row.lampLabel));
    }
    if (key === "number" && row.urgent) {
      cell.append(" ", el("span", "mark mark-urgent", "急"));
    }
    if (key === "number" && row.sealed) {
      cell.append(" ", el("span", "mark", "密"));
    }
    made.append(cell);
  }
  return made;
}

function table() {
  const made = document.createElement("table");
  const head = document.createElement("tr");
  for (const [, label] of COLUMNS) {
    const cell = el("th", "", label);
    cell.scope = "col";
    head.append(cell);
  }
  made.append(el("caption", "skip", "信访事项台账"), document.createElement("thead"), document.createElement("tbody"));
  made.tHead.append(head);
  byId("rows").replaceChildren(made);
  return made;
}

function fill(page, first) {
  const body = (first ? table() : byId("rows").querySelector("table")).tBodies[0];
  body.append(...page.rows.map(line));
  next = page.next ?? null;
  byId("more").hidden = next === null;
  const count = body.rows.length;
  byId("announcement").textContent = count === 0 ? "没有符合条件的事项。" : `已列出${count}件${next === null ? "，没有更多了" : "，后面还有"}。`;
}

async function list() {
  const mine = ++asked;
  shown = typed();
  const page = await (await send("/page", shown)).json();
  if (mine === asked) {
    fill(page, true);
  }
}

async function more() {
  const mine = asked;
  const page = await (await send("/page", { ...shown, cursor: next })).json();
  if (mine === asked) {
    fill(page, false);
  }
}

async function take() {
  const answer = await send("/export", typed());
  const name = answer.headers.get("Content-Disposition")?.match(/filename="([^"]+)"/)?.[1] ?? "ledger.xlsx";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  byId("announcement").textContent = `已导出 ${name}，这次导出已记录。`;
}

function options(id, choices, all) {
  const made = choices.map(({ value, label }) => Object.assign(el("option", "", label), { value }));
  if (all) {
    made.unshift(Object.assign(el("option", "", all), { value: "" }));
  }
  byId(id).replaceChildren(...made);
}

async function enter() {
  const reader = await (await call(ROOT + "/reader", { headers: { Accept: "application/json" } })).json();
  showInside();
  byId("export").hidden = !reader.mayExport;
  options("organ", reader.organs, "全部");
  options("state", reader.states, "全部");
  options("lamp", reader.lamps, "全部");
  options("petitionClass", reader.classes, "全部");
  options("channel", reader.channels, "全部");
  options("source", reader.sources, "全部");
  options("enterprise", reader.enterprises, "不限");
  options("topic", reader.topics, "全部");
  options("region", reader.regions, "全部");
  options("order", reader.orders, null);
  if (location.hash === WHOLE_ORGAN) {
    form.elements.organ.value = reader.own;
    form.elements.order.value = "DUE";
  }
  await list();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  act(form.querySelector("button.main"), problem, list);
});
form.addEventListener("reset", () => setTimeout(() => act(form.querySelector("button.main"), problem, list)));
byId("more").addEventListener("click", () => act(byId("more"), problem, more));
byId("export").addEventListener("click", () => act(byId("export"), problem, take));

onLogin(enter);
enter().catch((refused) => (refused.status === 401 ? showLogin() : (problem.textContent = refused.message)));
