// Calendars, time limits and their changes, under the login of the webapps. Text is only ever set as text.

import { act, call, onLogin, showInside, showLogin, token } from "/assets/inside.js";

const ROOT = "/camunda/api/huiyin/rules";
const VIEWS = ["changes", "calendar", "limits", "load", "limit"];
const BASES = [
  ["INTERNAL", "内部要求，不是法定期限"],
  ["LOCAL", "地方规定"],
  ["LAW", "条例规定"],
  ["RULE", "国家规范性文件规定"],
];

const byId = (id) => document.getElementById(id);
let reader = null;
let limits = [];
let calendarAsked = 0;

function el(name, className, ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

async function ask(path, body) {
  const headers = { Accept: "application/json" };
  const answer = await (body === undefined
    ? call(ROOT + path, { headers })
    : call(ROOT + path, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json", "X-XSRF-TOKEN": token() },
        body: JSON.stringify(body),
      }));
  return answer.json().catch(() => ({}));
}

function announce(text) {
  byId("announcement").textContent = text;
  window.setTimeout(() => {
    byId("announcement").textContent = "";
  }, 8000);
}

function day(text) {
  const [year, month, date] = text.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

function moment(text) {
  return text.slice(0, 16).replace("T", " ");
}

function table(caption, heads, rows) {
  const head = el("tr", "", ...heads.map((text) => Object.assign(el("th", "", text), { scope: "col" })));
  const body = el("tbody", "", ...rows.map((cells) => el("tr", "", ...cells.map(cell))));
  const whole = el("table", "", el("caption", "skip", caption), el("thead", "", head), body);
  const box = el("div", "table", whole);
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", caption);
  return box;
}

function cell(content) {
  return content instanceof HTMLTableCellElement ? content : el("td", "", content);
}

function options(select, choices) {
  select.replaceChildren(...choices.map(([value, label]) => Object.assign(el("option", "", label), { value })));
}

async function enter() {
  try {
    reader = await ask("/reader");
  } catch (refused) {
    if (refused.status !== 401) {
      throw refused;
    }
    showLogin();
    return;
  }
  showInside();
  byId("who").textContent = `${reader.name}（${reader.id}）`;
  document.querySelectorAll(".proposing").forEach((link) => {
    link.hidden = !reader.mayPropose;
  });
  const regions = reader.regions.map((choice) => [choice.value, choice.label]);
  document.querySelectorAll(".regions").forEach((select) => options(select, [["", "全国"], ...regions]));
  options(byId("limitRegion"), regions);
  options(byId("organ"), reader.organs.map((choice) => [choice.value, choice.label]));
  options(byId("basis"), BASES);
  byId("year").value = reader.year;
  await show();
}

// ---- which view

function wanted() {
  const asked = window.location.hash.slice(1);
  const name = VIEWS.includes(asked) ? asked : "changes";
  return reader.mayPropose || reader.mayDecide || name === "limits" ? name : "calendar";
}

async function show() {
  const name = wanted();
  VIEWS.forEach((view) => {
    byId(view).hidden = view !== name;
  });
  document.querySelectorAll(".views a").forEach((link) => {
    if (link.hash === `#${name}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  });
  const draw = { changes: drawChanges, calendar: drawCalendar, limits: drawLimits, load: () => {}, limit: fillLimit };
  await draw[name]();
  byId(`${name}Title`).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

window.addEventListener("hashchange", () => {
  if (reader) {
    show().catch((refused) => (refused.status === 401 ? showLogin() : announce(refused.message)));
  }
});

// ---- changes

async function drawChanges() {
  const changes = await ask("/changes");
  const rows = changes.map((change) => {
    const open = el("button", "", change.mayDecide ? "审批" : "查看");
    open.type = "button";
    open.setAttribute("aria-label", `${open.textContent}第${change.id}号变更`);
    open.addEventListener("click", () => openChange(change.id).catch((refused) => announce(refused.message)));
    return [
      String(change.id),
      change.title,
      el("span", `state ${change.state}`, change.stateName),
      change.proposedByName,
      el("span", "nowrap", moment(change.proposedAt)),
      open,
    ];
  });
  byId("changeList").replaceChildren(
    rows.length > 0
      ? table("变更列表", ["编号", "内容", "状态", "提出人", "提出时间", "操作"], rows)
      : el("p", "hint", "还没有变更。日历和期限都是随系统带来的。"),
  );
}

async function openChange(id) {
  const { change, effect } = await ask(`/changes/${id}`);
  const heading = el("h3", "", `第${change.id}号：${change.title}`);
  heading.tabIndex = -1;
  const facts = el("dl", "");
  const fact = (name, value) => facts.append(el("dt", "", name), el("dd", "", value));
  fact("状态", el("span", `state ${change.state}`, change.stateName));
  fact("理由", change.reason);
  if (change.state === "APPLIED" || change.state === "APPROVED") {
    fact("已重新计算", `${change.moved}个期限有变化，${change.kept}个因日期已经告知信访人而不提前`);
  }
  const log = el("ul", "");
  change.log.forEach((entry) =>
    log.append(el("li", "", `${moment(entry.at)} ${entry.byName}：${entry.actName}${entry.note ? `（${entry.note}）` : ""}`)),
  );
  byId("change").replaceChildren(
    heading,
    facts,
    el("h3", "", "经过"),
    log,
    ...(effect ? effectOf(effect) : []),
    ...(change.mayDecide ? [decision(change, [["approve", "批准", "main"], ["refuse", "不批准", ""]])] : []),
    ...(change.mayWithdraw ? [decision(change, [["withdraw", "撤回", ""]])] : []),
  );
  byId("change").hidden = false;
  heading.focus();
}

function decision(change, deeds) {
  const note = el("input", "");
  note.type = "text";
  note.id = "note";
  note.maxLength = 500;
  const label = el("label", "", deeds.length > 1 ? "审批意见（不批准的，必须写明理由）" : "撤回的理由（可以不填）");
  label.htmlFor = "note";
  const problem = el("p", "problem");
  problem.setAttribute("role", "alert");
  const buttons = deeds.map(([deed, name, className]) => {
    const button = el("button", className, name);
    button.type = "button";
    button.addEventListener("click", () =>
      act(button, problem, async () => {
        const decided = await ask(`/changes/${change.id}/${deed}`, { reason: note.value });
        await drawChanges();
        await openChange(change.id);
        announce(`第${change.id}号变更：${decided.stateName}。`);
      }),
    );
    return button;
  });
  return el("div", "decision", label, note, problem, el("p", "buttons", ...buttons));
}

// ---- what a change does

function effectOf(effect) {
  const parts = [el("h3", "", `影响：${effect.title}`)];
  if (effect.days.length > 0) {
    parts.push(
      table(
        "日期的变化",
        ["日期", "星期", "原来", "变更后"],
        effect.days.map((one) => [day(one.date), one.weekday, one.before, one.after]),
      ),
    );
  }
  const kept = effect.kept > 0 ? `，其中${effect.kept}个的日期已经告知信访人，不提前` : "";
  parts.push(el("p", "", `正在计时的期限有${effect.moved}个会变化${kept}。`));
  if (effect.clocks.length > 0) {
    const change = (from, to) => (from === to ? day(to) : `${day(from)} → ${day(to)}`);
    parts.push(
      table(
        "会变化的期限",
        ["信访编号", "期限", "责任机关", "到期日", "顺延后到期日", "说明"],
        effect.clocks.map((clock) => [
          el("span", "nowrap", clock.number),
          `${clock.kind} ${clock.name}`,
          clock.organName,
          change(clock.rawDue, clock.newRawDue),
          change(clock.legalDue, clock.newLegalDue),
          clock.kept ? "已告知，不提前" : clock.provisional && !clock.newProvisional ? "不再是暂按推算" : "",
        ]),
      ),
    );
    if (effect.moved > effect.clocks.length) {
      parts.push(el("p", "hint", `只列出${effect.clocks.length}个；检举控告件照算，不列出。`));
    }
  }
  return parts;
}

// ---- calendar of a year

/** Of two questions the later one is shown, whichever is answered first. */
async function drawCalendar() {
  const region = byId("calendarRegion").value;
  const question = ++calendarAsked;
  const year = await ask(`/calendar/${byId("year").value}${region ? `?region=${region}` : ""}`);
  if (question !== calendarAsked) {
    return;
  }
  const place = (one) => (one.region && one.region !== "000000" ? `（${one.region}）` : "");
  const notices = el("ul", "");
  year.notices.forEach((notice) => notices.append(el("li", "", notice.title + place(notice))));
  const rows = year.days.map((one) => [
    day(one.date),
    one.weekday,
    el("span", one.isOffDay ? "off" : "worked", one.isOffDay ? "放假" : "上班（调休）"),
    one.name,
    one.notice ? one.notice + place(one) : "固定日期的节假日",
  ]);
  byId("calendarYear").replaceChildren(
    year.provisional
      ? el("p", "notice", `${year.year}年的放假通知尚未公布或者尚未载入，暂按周一至周五和固定日期的节假日推算；载入后重新计算。`)
      : el("p", "", `${year.year}年的放假安排已经公布。来源：`),
    notices,
    table(`${year.year}年的放假和调休`, ["日期", "星期", "安排", "节日", "来源"], rows),
  );
  if (year.replaced.length > 0) {
    const list = el("ul", "");
    year.replaced.forEach((one) =>
      list.append(
        el("li", "", `${day(one.date)}：${one.name}${one.isOffDay ? "放假" : "调休上班"}（${one.notice}），被${one.replacedBy}取代`),
      ),
    );
    byId("calendarYear").append(el("details", "", el("summary", "", "被后来的通知取代的日期"), list));
  }
}

byId("calendarQuery").addEventListener("submit", (event) => {
  event.preventDefault();
  drawCalendar().catch((refused) => announce(refused.message));
});

// ---- time limits

async function drawLimits() {
  limits = await ask("/limits");
  byId("limitList").replaceChildren(
    table(
      "现行期限列表",
      ["期限", "范围", "长度", "起算", "依据", "预警", "生效"],
      limits.map((row) => [
        `${row.kind} ${row.name}`,
        row.scope,
        el("span", "nowrap", row.span),
        row.startsWith,
        `${row.law}${row.article}（${row.basisName}）${row.petitionerWindow ? "，信访人的期限" : ""}`,
        row.warning,
        el("span", "nowrap", row.validFrom + (row.state === "FUTURE" ? "（将生效）" : "")),
      ]),
    ),
  );
}

function national() {
  return limits.filter((row) => row.region === "000000" && !row.organ && row.state === "CURRENT");
}

async function fillLimit() {
  if (limits.length === 0) {
    limits = await ask("/limits");
  }
  if (byId("kind").options.length === 0) {
    options(
      byId("kind"),
      national().map((row) => [`${row.kind}|${row.level}`, `${row.kind} ${row.name}（${row.span}）`]),
    );
    byId("kind").value = "D6|ANY";
    takeNational();
  }
}

function chosen() {
  return national().find((row) => `${row.kind}|${row.level}` === byId("kind").value);
}

/** What the law gives stands in the form to begin with; the place it is changed for names its own paper. */
function takeNational() {
  const row = chosen();
  const isNational = byId("scope").value === "nation";
  byId("length").value = row.length ?? "";
  byId("length").disabled = row.length === undefined || row.length === null;
  byId("unit").value = row.unit;
  byId("basis").value = isNational ? row.basis : "INTERNAL";
  byId("law").value = isNational ? row.law : "";
  byId("article").value = isNational ? row.article : "";
  ["yellowPercent", "yellowWorkingDays", "redWorkingDays", "redPercent"].forEach((field) => {
    byId(field).value = row[field];
  });
}

byId("kind").addEventListener("change", takeNational);
byId("scope").addEventListener("change", () => {
  document.querySelector(".ofOrgan").hidden = byId("scope").value !== "organ";
  document.querySelector(".ofRegion").hidden = byId("scope").value !== "region";
  takeNational();
});

function number(id) {
  const text = byId(id).value.trim();
  return text === "" || byId(id).disabled ? null : Number(text);
}

function proposedLimit() {
  const row = chosen();
  const scope = byId("scope").value;
  return {
    timeLimit: {
      kind: row.kind,
      level: row.level,
      organ: scope === "organ" ? byId("organ").value : null,
      region: scope === "region" ? byId("limitRegion").value : null,
      validFrom: byId("validFrom").value,
      length: number("length"),
      unit: byId("unit").value,
      law: byId("law").value,
      article: byId("article").value,
      basis: byId("basis").value,
      yellowPercent: number("yellowPercent"),
      yellowWorkingDays: number("yellowWorkingDays"),
      redWorkingDays: number("redWorkingDays"),
      redPercent: number("redPercent"),
    },
    reason: byId("limitReason").value,
  };
}

// ---- proposing

byId("file").addEventListener("change", async () => {
  const [file] = byId("file").files;
  if (file) {
    byId("json").value = await file.text();
  }
});

function proposing(section, path, proposed) {
  const form = section.querySelector("form");
  const problem = form.querySelector(".problem");
  const shown = section.querySelector(".effect");
  const tryIt = form.querySelector(".try");
  tryIt.addEventListener("click", () => {
    shown.replaceChildren();
    act(tryIt, problem, async () => shown.replaceChildren(...effectOf(await ask(`${path}/try`, proposed()))));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(form.querySelector(".main"), problem, async () => {
      const made = await ask(path, proposed());
      shown.replaceChildren();
      window.location.hash = "#changes";
      announce(`已提出第${made.id}号变更，待另一人审批。`);
    });
  });
}

proposing(byId("load"), "/calendar", () => ({
  region: byId("loadRegion").value || null,
  calendar: byId("json").value,
  reason: byId("loadReason").value,
}));
proposing(byId("limit"), "/limits", proposedLimit);

onLogin(enter);

enter().catch((refused) => {
  byId("login").hidden = false;
  byId("login").querySelector(".problem").textContent = refused.message;
});
