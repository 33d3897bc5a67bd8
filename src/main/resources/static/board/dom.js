// Small helpers of the board. Text is only ever set as text.

import { call } from "/assets/inside.js";

export const ROOT = "/camunda/api/huiyin/";

export const LAMPS = ["OVERDUE", "RED", "YELLOW", "GREEN", "NONE"];

export async function get(path, asked = {}) {
  const given = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const query = new URLSearchParams(given).toString();
  return (await call(ROOT + path + (query ? `?${query}` : ""), { headers: { Accept: "application/json" } })).json();
}

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A lamp is a word in a frame whose pattern differs too: nobody needs to tell colours apart. */
export function lamp(code, label) {
  return el("span", { class: `board-lamp board-lamp-${code.toLowerCase()}` }, label);
}

/** A figure that leads to the matters behind it; without any it is only a figure. */
export function figure(count, label, open) {
  if (!count || !open) {
    return el("span", { class: "board-number" }, String(count));
  }
  return el("button", { type: "button", class: "board-number board-link", "aria-label": `${label}：${count}件，查看事项`, onclick: open }, String(count));
}

export function choice(label, choices, onchange) {
  const select = el("select", { onchange: () => onchange(select.value) }, ...choices.map((one) => el("option", { value: one.value }, one.label)));
  return { node: el("label", { class: "board-choice" }, el("span", {}, label), select), select };
}

export function table(caption, heads, rows) {
  return el(
    "div",
    { class: "board-table", tabindex: "0", role: "region", "aria-label": caption },
    el(
      "table",
      {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map((cell, column) => (column === 0 ? el("th", { scope: "row" }, cell) : el("td", {}, cell))))))
    )
  );
}
