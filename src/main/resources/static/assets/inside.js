// Our pages under the login of the webapps: what they ask, what is refused, and the login form of their frame.

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const byId = (id) => document.getElementById(id);

export function token() {
  return document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/)?.[1] ?? "";
}

/** The answer, or a refusal in words that people understand. */
export async function call(path, options) {
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

/** Runs what a button asks for; the button waits, and a refusal is shown beside it. */
export async function act(button, problem, work) {
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

export function showLogin() {
  byId("inside").hidden = true;
  byId("login").hidden = false;
  byId("username").focus();
}

export function showInside() {
  byId("login").hidden = true;
  byId("inside").hidden = false;
}

/** Whoever logs in on the page goes on with {@code enter}; the password does not stay in the page. */
export function onLogin(enter) {
  byId("login")
    .querySelector("form")
    .addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      act(form.querySelector("button"), form.querySelector(".problem"), async () => {
        try {
          await call("/camunda/api/admin/auth/user/default/login/welcome", {
            method: "POST",
            headers: {
              Accept: "application/json",
              "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
              "X-XSRF-TOKEN": token(),
            },
            body: new URLSearchParams(new FormData(form)).toString(),
          });
        } catch (refused) {
          throw refused.status === 401
            ? new Refused(400, "账号或者密码不对，或者因多次输错被暂时锁定。")
            : refused;
        }
        byId("password").value = "";
        await enter();
      });
    });
}
