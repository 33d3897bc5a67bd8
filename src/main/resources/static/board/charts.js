// Charts of the board. Colours are told apart by the colour-blind too, every colour has a pattern of its own, and the table
// beside each chart says the same to those who hear it.

import { el } from "./dom.js";

const ECHARTS = "/webjars/echarts/5.3.1/dist/echarts.esm.min.js";
const INK = "#1d2b36";

/** Worst first; after Okabe and Ito, darkened where white paper asks for it. */
export const LAMP_COLORS = { OVERDUE: "#7a1f4b", RED: "#c4450c", YELLOW: "#e0a100", GREEN: "#00735c", NONE: "#8b98a3" };
const VALUE_COLORS = ["#0b5a8a", "#e0a100", "#00735c", "#c4450c", "#7a1f4b", "#4f9fcf", "#6b5b12", "#8b98a3", "#51616e"];

const PATTERNS = {
  OVERDUE: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: "rgba(255,255,255,0.55)" },
  RED: { symbol: "triangle", symbolSize: 0.6, dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [7, 3], color: "rgba(255,255,255,0.6)" },
  YELLOW: { symbol: "circle", symbolSize: 0.5, dashArrayX: [[7, 7], [0, 7, 7, 0]], dashArrayY: [6, 0], color: "rgba(90,60,0,0.5)" },
  GREEN: { symbol: "none" },
  NONE: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 5], color: "rgba(255,255,255,0.7)" },
};

const turned = (rotation, dash) => ({ symbol: "rect", dashArrayX: [1, 0], dashArrayY: dash, rotation, color: "rgba(255,255,255,0.6)" });
const VALUE_PATTERNS = [
  { symbol: "none" },
  PATTERNS.YELLOW,
  turned(Math.PI / 4, [2, 5]),
  PATTERNS.RED,
  turned(-Math.PI / 4, [2, 4]),
  turned(0, [1, 5]),
  turned(Math.PI / 2, [1, 5]),
  turned(Math.PI / 4, [1, 3]),
  PATTERNS.NONE,
];

let loading = null;
let failures = 0;

/** After a failure another address is asked: a browser remembers a module that it did not get. */
function echarts() {
  loading ??= import(failures === 0 ? ECHARTS : `${ECHARTS}?again=${failures}`).catch(() => {
    loading = null;
    failures += 1;
    throw new Error("图表没有读到，请点“刷新”再试；数字可以“以表格查看”。");
  });
  return loading;
}

export function lampStyle(code) {
  return { color: LAMP_COLORS[code], decal: PATTERNS[code], borderColor: "#fff", borderWidth: 0.5 };
}

const OTHERS = VALUE_COLORS.length - 1;

/** So many looks: each colour with several patterns. */
const LOOKS = OTHERS * 8;

/**
 * How each value looks, by what it is and not by its place: what is shown beside it, and in which scope, changes nothing.
 *
 * @param known all values there can be, in an order that never changes; others get a look by their name
 */
export function valueStyles(values, known) {
  const taken = new Set();
  const styles = new Map([[null, look(OTHERS)]]);
  for (const value of values.filter((one) => one !== null).sort()) {
    let place = known.includes(value) ? known.indexOf(value) % LOOKS : hash(value) % LOOKS;
    while (taken.has(place)) {
      place = (place + 1) % LOOKS;
    }
    taken.add(place);
    styles.set(value, look(place % OTHERS, Math.floor(place / OTHERS)));
  }
  return styles;
}

function hash(text) {
  let sum = 0;
  for (const letter of text) {
    sum = (sum * 31 + letter.codePointAt(0)) % 1000003;
  }
  return sum;
}

function look(color, turn = 0) {
  return { color: VALUE_COLORS[color], decal: VALUE_PATTERNS[(color + 3 * turn) % VALUE_PATTERNS.length], borderColor: "#fff", borderWidth: 0.5 };
}

/**
 * Stacked bars, drawn when the place is on the screen; a click on a bar opens what is behind it.
 *
 * @param series {name, style, data}: one each for a colour
 */
export function bars(label, height) {
  const node = el("div", { class: "board-chart", role: "img", "aria-label": label });
  node.style.height = `${height}px`;
  let chart = null;
  let watching = null;
  return {
    node,
    async draw({ names, series, lying, open }) {
      const library = await echarts();
      if (!node.isConnected) {
        return;
      }
      // a canvas, because what draws with markup brings styles with it that the page's policy refuses; doubled for paper
      chart ??= library.init(node, null, { renderer: "canvas", devicePixelRatio: 2 });
      watching ??= new ResizeObserver(() => chart.resize());
      watching.observe(node);
      const values = { type: "value", minInterval: 1, axisLabel: { color: INK }, splitLine: { lineStyle: { color: "#e3e9ed" } } };
      const categories = {
        type: "category",
        data: names,
        inverse: lying,
        axisTick: { show: false },
        axisLabel: { color: INK, width: lying ? 150 : undefined, overflow: lying ? "truncate" : undefined, interval: lying ? 0 : "auto" },
      };
      chart.off("click");
      chart.setOption(
        {
          animation: false,
          textStyle: { fontFamily: "inherit", color: INK },
          grid: { left: 6, right: 34, top: 34, bottom: 4, containLabel: true },
          legend: { type: "scroll", top: 0, left: 0, itemWidth: 22, itemHeight: 13, textStyle: { color: INK } },
          tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, renderMode: "richText" },
          xAxis: lying ? values : categories,
          yAxis: lying ? categories : values,
          series: series.map((one) => ({
            type: "bar",
            stack: "all",
            name: one.name,
            data: one.data,
            itemStyle: one.style,
            barMaxWidth: lying ? 20 : 34,
            emphasis: { focus: "none" },
            cursor: open ? "pointer" : "default",
          })),
        },
        true
      );
      if (open) {
        chart.on("click", (at) => at.value > 0 && open(at.dataIndex, at.seriesIndex));
      }
    },
    dispose() {
      watching?.disconnect();
      chart?.dispose();
      chart = null;
    },
  };
}
