// The petitioner's page. Number and query code come from the form or from behind the # of the address, are kept in
// memory only, and go to the server in the body of a request, never in an address.

const STAGES = [
  ["REGISTERED", "登记"],
  ["SENT_ON", "转送"],
  ["IN_HANDLING", "办理"],
  ["ANSWERED", "答复"],
  ["ENDED", "办结"],
];
const RATINGS = [
  ["SATISFIED", "满意"],
  ["FAIRLY_SATISFIED", "基本满意"],
  ["DISSATISFIED", "不满意"],
];

const ask = document.getElementById("ask");
const query = document.getElementById("query");
const standing = document.getElementById("standing");
const announcement = document.getElementById("announcement");
let key = null;

/** An element with its class and what is in it; text is only ever set as text. */
function el(name, className, ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function day(text) {
  const [year, month, date] = text.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

async function send(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
  } catch (offline) {
    throw new Error("没有连上服务器，请检查网络后再试。");
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const errors = (told.errors || []).map((error) => `${error.label}：${error.message}`);
    throw new Error(errors.join("\n") || told.detail || "没有办成，请稍后再试。");
  }
  return told;
}

function announce(text) {
  announcement.textContent = text;
  window.setTimeout(() => {
    announcement.textContent = "";
  }, 6000);
}

/** Runs what a button or form asks for; the button waits, and a refusal is shown beside it. */
async function act(button, problem, work) {
  button.disabled = true;
  problem.textContent = "";
  try {
    await work();
  } catch (refused) {
    problem.textContent = refused.message;
  } finally {
    button.disabled = false;
  }
}

function problemLine() {
  const line = el("p", "problem");
  line.setAttribute("role", "alert");
  return line;
}

function matter(told) {
  const way = el("ol", "way");
  const reached = STAGES.findIndex(([stage]) => stage === told.stage);
  STAGES.forEach(([, label], place) => {
    const step = el("li", place < reached ? "past" : place === reached ? "now" : "", label);
    if (place === reached) {
      step.setAttribute("aria-current", "step");
    }
    way.append(step);
  });
  const facts = el("dl", "");
  const fact = (name, value) => value && facts.append(el("dt", "", name), el("dd", "", value));
  fact("状态", el("span", "badge", told.endReason || told.state));
  fact("现在承办", told.organ);
  fact("登记机关", told.registeredBy);
  fact("收到日期", day(told.receivedOn));
  fact("登记日期", day(told.registeredOn));
  fact("办结日期", told.endedOn && day(told.endedOn));
  const heading = el("h1", "title", told.title || "信访事项");
  heading.tabIndex = -1;
  const grouped = told.number.replace(/^(\d{6})(\d{8})(\d{2})(\d{6})$/, "$1 $2 $3 $4");
  return el("section", "card matter", heading, el("div", "number", `编号 ${grouped}`), way, facts);
}

function next(told) {
  const list = el("ul", "");
  told.nextSteps.forEach((step) => list.append(el("li", "", step)));
  const card = el("section", "card next", el("h2", "", "接下来"), list);
  if (told.periods.length > 0) {
    const periods = el("ul", "periods");
    told.periods.forEach((period) => {
      const until = el("span", `until${period.overdue ? " late" : ""}`);
      until.textContent = `${day(period.until)}前${period.overdue ? "（已超过）" : ""}`;
      const whose = period.yours ? "您可以办理：" : "";
      periods.append(el("li", "", el("span", "", whose + period.name), until, el("span", "law", `依据${period.article}`)));
    });
    card.append(periods);
  }
  return card;
}

/** The words of a paper without its layout. It was parsed into a document that runs nothing, and only text is taken. */
function words(html) {
  const paper = new DOMParser().parseFromString(html, "text/html");
  const text = el("div", "text");
  paper.querySelectorAll("h1, h2, h3, p, li, dt, dd, th, td").forEach((block) => {
    const line = block.textContent.trim();
    if (line && !block.querySelector("p, li, dd, td")) {
      text.append(el(/^(H\d|DT|TH)$/.test(block.tagName) ? "h3" : "p", "", line));
    }
  });
  return text;
}

function hidden(name, value) {
  const field = el("input", "");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

function paperCard(paper) {
  const form = el(
    "form",
    "",
    hidden("number", key.number),
    hidden("queryCode", key.queryCode),
    hidden("documentNumber", paper.documentNumber),
    el("button", "plain", "打开原样，可以打印"),
  );
  form.method = "post";
  form.action = "/api/v1/papers";
  form.target = "_blank";
  const about = el("p", "hint", `${paper.organ}，${day(paper.issuedOn)}，${paper.documentNumber}`);
  if (paper.answer) {
    return el("section", "card answer", el("h2", "", paper.name), about, words(paper.html), form);
  }
  const more = el("details", "", el("summary", "", `${paper.name}（${day(paper.issuedOn)}）`), about, words(paper.html), form);
  return el("section", "card answer", more);
}

function acknowledgement() {
  const problem = problemLine();
  const button = el("button", "main", "我已收到答复");
  button.addEventListener("click", () =>
    act(button, problem, async () => {
      show(await send("/api/v1/receipts", key));
      announce("已记录：您收到了答复。");
    }),
  );
  return el(
    "section",
    "card",
    el("h2", "", "确认收到"),
    el("p", "hint", "答复公布在本页。点下面的按钮表示您看到了；申请复查的期限从今天起算。"),
    problem,
    button,
  );
}

function choice(name, legend) {
  const choices = el("div", "choices");
  RATINGS.forEach(([value, label]) => {
    const radio = el("input", "");
    radio.type = "radio";
    radio.name = name;
    radio.value = value;
    radio.id = `${name}-${value}`;
    const text = el("label", "", label);
    text.htmlFor = radio.id;
    choices.append(radio, text);
  });
  return el("fieldset", "", el("legend", "", legend), choices);
}

function evaluation(told) {
  const form = el("form", "");
  if (told.voice.ratesOffice) {
    form.append(choice("officeRating", `对信访部门（${told.registeredBy}）`));
  }
  const comment = el("textarea", "");
  comment.id = "comment";
  comment.maxLength = 4000;
  const label = el("label", "", "想说的话（可以不填）");
  label.htmlFor = "comment";
  const problem = problemLine();
  const button = el("button", "main", "提交评价");
  form.append(choice("organRating", `对责任单位（${told.organ || "承办机关"}）`), label, comment, problem, button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = new FormData(form);
    act(button, problem, async () => {
      show(
        await send("/api/v1/evaluations", {
          ...key,
          officeRating: given.get("officeRating"),
          organRating: given.get("organRating"),
          comment: comment.value,
        }),
      );
      announce("谢谢您的评价。");
    });
  });
  return el(
    "section",
    "card",
    el("h2", "", "评价"),
    el("p", "hint", `截至${day(told.voice.mayEvaluateUntil)}；只能评价一次，提交后不能修改。工作人员不能代您评价。`),
    form,
  );
}

/** Article 28: whoever handles it and is bound to somebody in the matter is to be excused; the head of his organ decides. */
function recusalRequest() {
  const reason = el("textarea", "");
  reason.id = "recusal-reason";
  reason.maxLength = 500;
  reason.required = true;
  const label = el("label", "", "承办人与谁、有什么利害关系");
  label.htmlFor = "recusal-reason";
  const problem = problemLine();
  const button = el("button", "main", "提交回避申请");
  const form = el("form", "", label, reason, problem, button);
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(button, problem, async () => {
      show(await send("/api/v1/recusal-requests", { ...key, reason: reason.value }));
      announce("已收到您的回避申请。");
    });
  });
  const hint = "承办人与信访事项或者您有直接利害关系、可能影响公正办理的，可以申请回避，由承办机关的负责人决定，结果写在本页。";
  return el("section", "card", el("details", "", el("summary", "", "申请承办人回避"), el("p", "hint", hint), form));
}

function reviewRequest(told) {
  const reasons = el("textarea", "");
  reasons.id = "reasons";
  reasons.maxLength = 10000;
  reasons.required = true;
  const label = el("label", "", "不服的理由和您的请求");
  label.htmlFor = "reasons";
  const problem = problemLine();
  const button = el("button", "main", "提交复查申请");
  const form = el("form", "", label, reasons, problem, button);
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(button, problem, async () => {
      show(await send("/api/v1/review-requests", { ...key, reasons: reasons.value }));
      announce("已收到您的复查申请。");
    });
  });
  const until = told.voice.mayRequestReviewUntil;
  const organ = told.voice.reviewOrgan || "上一级机关";
  return el(
    "section",
    "card",
    el("details", "", el("summary", "", "不服处理意见，申请复查"), el("p", "hint", `由${organ}复查，截至${day(until)}。`), form),
  );
}

function events(told) {
  const list = el("ol", "events");
  [...told.events].reverse().forEach((event) => {
    const when = el("time", "", day(event.on));
    when.dateTime = event.on;
    list.append(el("li", "", when, event.organ ? `${event.what}（${event.organ}）` : event.what));
  });
  return el("section", "card", el("h2", "", "办理经过"), list);
}

function again() {
  const button = el("button", "plain", "查询另一件");
  button.addEventListener("click", () => {
    key = null;
    standing.hidden = true;
    standing.replaceChildren();
    query.reset();
    ask.hidden = false;
    document.getElementById("number").focus();
  });
  return el("p", "", button);
}

function show(told) {
  const answers = told.papers.filter((paper) => paper.answer);
  const notices = told.papers.filter((paper) => !paper.answer);
  standing.replaceChildren(
    matter(told),
    next(told),
    ...answers.reverse().map(paperCard),
    ...(told.voice.mayAcknowledge ? [acknowledgement()] : []),
    ...(told.voice.mayEvaluateUntil ? [evaluation(told)] : []),
    ...(told.voice.mayRequestReviewUntil ? [reviewRequest(told)] : []),
    ...(told.voice.mayAskForRecusal ? [recusalRequest()] : []),
    ...notices.reverse().map(paperCard),
    events(told),
    again(),
  );
  ask.hidden = true;
  standing.hidden = false;
  standing.querySelector("h1").focus();
}

query.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = { number: query.elements.number.value, queryCode: query.elements.queryCode.value };
  act(query.querySelector("button"), document.getElementById("queryProblem"), async () => {
    const told = await send("/api/v1/progress", asked);
    key = asked;
    show(told);
  });
});

// #number.code, as printed in the QR code of the receipt; taken out of the address at once
const handed = /^#(\d{22})\.([0-9A-Za-z]{6,20})$/.exec(window.location.hash);
if (handed) {
  window.history.replaceState(null, "", window.location.pathname);
  query.elements.number.value = handed[1];
  query.elements.queryCode.value = handed[2];
  query.requestSubmit();
}
