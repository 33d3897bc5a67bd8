// The trail of an instance on the diagram of its model: signs and numbers on the steps, thick lines where it went.

import { el } from "./dom.js";
import { SIGNS } from "./trail.js";

const KIND = "huiyin-trail";
const ALWAYS = { minZoom: -Infinity, maxZoom: Infinity };

const times = (count) => (count > 1 ? `×${count}` : "");

function state(mark) {
  return mark.open ? "open" : mark.done ? "done" : "cancelled";
}

function words(mark) {
  const parts = [mark.done ? `已完成${mark.done}次` : "", mark.cancelled ? `已中止${mark.cancelled}次` : "", mark.open ? `正在这里${mark.open > 1 ? `（${mark.open}处）` : ""}` : ""];
  return `${mark.name}：${parts.filter(Boolean).join("，")}`;
}

function badge(mark, choose) {
  const signs = [mark.done ? SIGNS.DONE + times(mark.done) : "", mark.cancelled ? SIGNS.CANCELLED + times(mark.cancelled) : "", mark.open ? SIGNS.OPEN + times(mark.open) : ""];
  const button = el("button", { type: "button", class: `trail-badge trail-badge-${state(mark)}`, "aria-label": words(mark), title: words(mark) }, signs.filter(Boolean).join(" "));
  // the engine takes a click below an overlay for one on the step
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    choose(mark.element);
  });
  return button;
}

/** The middle of a line, counted from the corner of what it lies in. */
function middle(connection) {
  const points = connection.waypoints;
  const at = Math.floor((points.length - 1) / 2);
  const left = Math.min(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  return { left: (points[at].x + points[at + 1].x) / 2 - left - 10, top: (points[at].y + points[at + 1].y) / 2 - top - 10 };
}

/** Draws on the viewer of the engine; {@code choose} is told the element that was clicked. */
export function drawTrail(viewer, page, choose) {
  const canvas = viewer.get("canvas");
  const overlays = viewer.get("overlays");
  const registry = viewer.get("elementRegistry");
  const bus = viewer.get("eventBus");
  const markers = [];
  const badges = [];
  let chosen = "";

  function marker(element, name) {
    if (registry.get(element)) {
      canvas.addMarker(element, name);
      markers.push([element, name]);
    }
  }

  function overlay(element, position, html) {
    badges.push(overlays.add(element, KIND, { position, html, show: ALWAYS, scale: { min: 1 } }));
  }

  for (const mark of page.marks) {
    const shape = registry.get(mark.element);
    marker(mark.element, `trail-${state(mark)}`);
    if (shape && !shape.type.endsWith("Gateway")) {
      overlay(mark.element, { top: 0, left: 0 }, badge(mark, choose));
    }
  }
  for (const [flow, count] of Object.entries(page.flows)) {
    const line = registry.get(flow);
    marker(flow, "trail-taken");
    if (line && count > 1) {
      overlay(flow, middle(line), el("span", { class: "trail-count", title: `走过${count}次` }, `×${count}`));
    }
  }
  const clicked = (event) => {
    if (event.element.parent && !event.element.waypoints) {
      choose(event.element.labelTarget?.id ?? event.element.id);
    }
  };
  bus.on("element.click", clicked);

  return {
    choose(element) {
      if (chosen) {
        canvas.removeMarker(chosen, "trail-chosen");
      }
      chosen = registry.get(element) ? element : "";
      if (chosen) {
        canvas.addMarker(chosen, "trail-chosen");
        canvas.scrollToElement(registry.get(chosen), 20);
      }
    },
    /** The engine may show the same drawing for another instance. */
    clear() {
      bus.off("element.click", clicked);
      badges.forEach((one) => overlays.remove(one));
      markers.forEach(([element, name]) => canvas.removeMarker(element, name));
      if (chosen) {
        canvas.removeMarker(chosen, "trail-chosen");
      }
    },
  };
}

/** What the signs mean, in words. */
export function legend() {
  const part = (kind, sign, means) => el("li", {}, el("span", { class: `trail-badge trail-badge-${kind}`, "aria-hidden": "true" }, sign), means);
  return el(
    "ul",
    { class: "trail-legend", "aria-label": "图上标记的意思" },
    part("done", `${SIGNS.DONE}×2`, "已完成（次数）"),
    part("cancelled", SIGNS.CANCELLED, "已中止"),
    part("open", SIGNS.OPEN, "现在停在这里"),
    el("li", {}, el("span", { class: "trail-line", "aria-hidden": "true" }), "走过的路")
  );
}
