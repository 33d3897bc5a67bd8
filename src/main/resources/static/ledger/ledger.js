// The ledger under the login of the webapps. What is looked for goes in a body; text is only ever set as text.

const ROOT = "/camunda/api/huiyin/ledger";
const FIELDS = ["organ", "state", "lamp", "petitionClass", "channel", "place", "from", "to", "words", "order"];
const COLUMNS = [
  ["number", "信访编号", "number"],
  ["receivedOn", "收到日期", "day"],
  ["channel", "信访形式", ""],
  ["source", "登记机关", ""],
  ["petitioner", "信访人", ""],
  ["petitionClass", "类别", ""],
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

function token() {
  return document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/)?.[1] ?? "";
}

class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", credentials: "same-origin", ...options });
  } catch (offline) {
    throw new Refused(0, "没有连上服务器，请检查网络后再试。");
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, told.detail || `没有办成（${answer.status}），请刷新页面后再试。`);
  }
  return answer;
}

function send(path, body) {
  return call(ROOT + path, {
    method: "POST",
    headers: { Accept: "application/json, */*", "Content-Type": "application/json", "X-XSRF-TOKEN": token() },
    body: JSON.stringify(body),
  });
}

async function act(button, work) {
  button.disabled = true;
  problem.textContent = "";
  try {
    await work();
  } catch (refused) {
    if (refused.status === 401) {
      showLogin();
    } else {
      problem.textContent = refused.message;
    }
  } finally {
    button.disabled = false;
  }
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
    if (key === "number" && row.sealed) {
      cell.append(" ", el("span", "lamp", "密"));
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

function showLogin() {
  byId("inside").hidden = true;
  byId("login").hidden = false;
  byId("username").focus();
}

async function enter() {
  const reader = await (await call(ROOT + "/reader", { headers: { Accept: "application/json" } })).json();
  byId("login").hidden = true;
  byId("inside").hidden = false;
  byId("export").hidden = !reader.mayExport;
  options("organ", reader.organs, "全部");
  options("state", reader.states, "全部");
  options("lamp", reader.lamps, "全部");
  options("petitionClass", reader.classes, "全部");
  options("channel", reader.channels, "全部");
  options("order", reader.orders, null);
  await list();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  act(form.querySelector("button.main"), list);
});
form.addEventListener("reset", () => setTimeout(() => act(form.querySelector("button.main"), list)));
byId("more").addEventListener("click", () => act(byId("more"), more));
byId("export").addEventListener("click", () => act(byId("export"), take));

byId("login")
  .querySelector("form")
  .addEventListener("submit", async (event) => {
    event.preventDefault();
    const entry = event.target;
    const told = entry.querySelector(".problem");
    told.textContent = "";
    try {
      await call("/camunda/api/admin/auth/user/default/login/welcome", {
        method: "POST",
        headers: {
          Accept: "application/json",
          "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
          "X-XSRF-TOKEN": token(),
        },
        body: new URLSearchParams(new FormData(entry)).toString(),
      });
      await enter();
    } catch (refused) {
      told.textContent = refused.status === 401 ? "账号或者密码不对，或者因多次输错被暂时锁定。" : refused.message;
    }
  });

enter().catch((refused) => (refused.status === 401 ? showLogin() : (problem.textContent = refused.message)));
