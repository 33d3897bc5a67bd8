// Who has how much, who is away: under the login of the webapps. Text is only ever set as text.

import { act, call, onLogin, showInside, showLogin, token } from "/assets/inside.js";

const ROOT = "/camunda/api/huiyin/workload";
const byId = (id) => document.getElementById(id);
let reader = null;
let shown = { officer: null, name: "" };

function el(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text ?? "";
  return made;
}

const read = async (path) => (await call(ROOT + path, { headers: { Accept: "application/json" } })).json();

const send = async (path, body) =>
  (
    await call(ROOT + path, {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/json", "X-XSRF-TOKEN": token() },
      body: JSON.stringify(body),
    })
  ).json();

function table(place, caption, heads, rows, none) {
  if (rows.length === 0) {
    byId(place).replaceChildren(el("p", "lead", none));
    return;
  }
  const made = document.createElement("table");
  const line = document.createElement("tr");
  for (const head of heads) {
    const cell = el("th", "", "");
    cell.scope = "col";
    cell.append(head);
    line.append(cell);
  }
  made.append(el("caption", "skip", caption), document.createElement("thead"), document.createElement("tbody"));
  made.tHead.append(line);
  made.tBodies[0].append(...rows);
  byId(place).replaceChildren(made);
}

function row(...cells) {
  const made = document.createElement("tr");
  made.append(...cells);
  return made;
}

function cell(className, ...content) {
  const made = el("td", className, "");
  made.append(...content);
  return made;
}

function button(text, label, work) {
  const made = el("button", "small", text);
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.addEventListener("click", () => act(made, byId("move").querySelector(".problem"), work));
  return made;
}

async function showLoads() {
  const loads = await read("/loads");
  table(
    "loads",
    "各人手中的待办",
    ["姓名", "职务", "合计", "绿", "黄", "红", "超期", "明细"],
    loads.map((load) =>
      row(
        cell("", load.name, load.away ? "（离岗）" : ""),
        cell("", load.title),
        ...[load.all, load.green, load.yellow, load.red, load.overdue].map((count) => cell("count", String(count))),
        cell("", button("看待办", `看${load.name}的待办`, () => showTasks(load.id, load.name)))
      )
    ),
    "没有工作人员。"
  );
}

async function showTasks(officer, name) {
  shown = { officer, name };
  byId("tasksTitle").textContent = officer ? `${name}手中的待办` : "待签收的待办";
  const tasks = await read(officer ? `/tasks/${encodeURIComponent(officer)}` : "/waiting");
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", "全选");
  all.addEventListener("change", () => boxes().forEach((box) => (box.checked = all.checked)));
  table(
    "tasks",
    "待办",
    [all, "灯", "待办", "标题", "信访编号", "到期日"],
    tasks.map((task) => {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = task.task;
      box.setAttribute("aria-label", `选择${task.name} ${task.number}`);
      return row(cell("", box), cell("", el("span", `lamp lamp-${task.lamp.toLowerCase()}`, task.lampLabel)), cell("", task.name), cell("", task.title), cell("number", task.number), cell("number", task.due));
    }),
    officer ? `${name}手中没有待办。` : "没有待签收的待办。"
  );
}

const boxes = () => [...byId("tasks").querySelectorAll("tbody input")];

function showResults(results) {
  const done = results.filter((result) => result.done).length;
  const refused = results.filter((result) => !result.done);
  byId("results").replaceChildren(
    el("p", "", results.length === 0 ? "没有可以移交的待办。" : `已改派${done}项${refused.length ? `，未能改派${refused.length}项：` : "。"}`),
    ...(refused.length ? [list(refused)] : [])
  );
}

function list(refused) {
  const made = document.createElement("ul");
  made.append(...refused.map((result) => el("li", "refused", `${result.number || "（不公开）"}：${result.message}`)));
  return made;
}

async function showAbsences() {
  const absences = await read("/absences");
  table(
    "absences",
    "离岗和代办",
    ["离岗人员", "事由", "开始", "结束（含）", "代办人", "状态", "操作"],
    absences.map((absence) =>
      row(
        cell("", absence.officer),
        cell("", absence.kind),
        cell("number", absence.from),
        cell("number", absence.to),
        cell("", absence.deputy),
        cell("", absence.state),
        cell("", ending(absence, true), absence.running ? ending(absence, false) : "")
      )
    ),
    "没有登记离岗。"
  );
}

function ending(absence, comeBack) {
  const words = absence.running ? (comeBack ? "返岗并接回" : "返岗，不接回") : "取消";
  const made = el("button", "small", words);
  made.type = "button";
  made.setAttribute("aria-label", `${absence.officer}${words}`);
  made.addEventListener("click", () =>
    act(made, byId("declare").querySelector(".problem"), async () => {
      await send(`/absences/${absence.id}/end`, { comeBack });
      await refresh();
      byId("announcement").textContent = `${absence.officer}：已${absence.running ? "返岗" : "取消"}。`;
    })
  );
  return made;
}

function options(id, choices, none) {
  const made = choices.map(({ value, label }) => Object.assign(el("option", "", label), { value }));
  if (none) {
    made.unshift(Object.assign(el("option", "", none), { value: "" }));
  }
  byId(id).replaceChildren(...made);
}

async function refresh() {
  if (reader.head) {
    await Promise.all([showLoads(), showTasks(shown.officer, shown.name)]);
  }
  await showAbsences();
}

async function enter() {
  reader = await read("/reader");
  showInside();
  const people = reader.people.map((person) => ({ value: person.id, label: `${person.name}（${person.title}）` }));
  byId("forHeads").hidden = !reader.head;
  options("moveTo", people, "请选择");
  options("giver", people, "请选择");
  options("taker", people, "请选择");
  options("role", reader.roles, "请选择");
  options("absent", reader.head ? people : people.filter((person) => person.value === reader.id));
  byId("absent").value = reader.id;
  options("kind", reader.kinds, "请选择");
  options("deputy", people, "交回本组，不指定");
  byId("from").min = reader.today;
  byId("until").min = reader.today;
  await refresh();
}

function onSubmit(id, work) {
  const form = byId(id);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(form.querySelector("button.main"), form.querySelector(".problem"), () => work(form.elements));
  });
}

onSubmit("move", async (fields) => {
  const tasks = boxes().filter((box) => box.checked).map((box) => box.value);
  const results = await send("/move", { tasks, to: fields.to.value, reason: fields.reason.value });
  await refresh();
  showResults(results);
});

onSubmit("handOver", async (fields) => {
  const results = await send("/hand-over", { officer: fields.officer.value, role: fields.role.value, to: fields.to.value, reason: fields.reason.value });
  await refresh();
  showResults(results);
});

onSubmit("declare", async (fields) => {
  const absence = await send("/absences", {
    officer: fields.officer.value,
    kind: fields.kind.value,
    from: fields.from.value,
    until: fields.until.value,
    to: fields.to.value,
    comeBack: fields.comeBack.checked,
  });
  await refresh();
  byId("announcement").textContent = `已登记：${absence.officer}，${absence.from}至${absence.to}，${absence.state}。`;
});

onLogin(enter);
enter().catch((refused) => (refused.status === 401 ? showLogin() : (byId("announcement").textContent = refused.message)));
