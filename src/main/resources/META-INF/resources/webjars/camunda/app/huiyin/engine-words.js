/** Words that stand in the engine's templates and not in its translations, and names for its buttons that show a sign only. */
const WORDS = {
  null: '无',
  '<null>': '无',
  Close: '关闭',
  'Toggle this section': '展开或收起此部分',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '还原大小'
};

const TEXTS = '.null-value, .null-symbol, .sr-only, .tooltip-inner';
const TIPS = '[title="zoom in"], [title="zoom out"], [title="reset zoom"]';

const NAMES = {
  '.app-switch > .dropdown-toggle': '换到别的应用',
  '.column-left .region-toggle': '收起或展开左栏',
  '.column-center .region-toggle': '收起或展开列表',
  '.column-right .region-toggle': '收起或展开右栏',
  '.maximize': '只看右栏',
  '.reset-regions': '恢复三栏',
  '.section-toggle': '展开或收起此部分',
  '[cam-sorting-choices] .new-sort > .dropdown-toggle': '增加排序',
  '[cam-widget-search] .dropdown-toggle': '保存或载入查询条件'
};

function translate() {
  for (const place of document.querySelectorAll(TEXTS)) {
    const word = place.childElementCount ? undefined : WORDS[place.textContent.trim()];
    if (word) {
      place.textContent = word;
    }
  }
  for (const place of document.querySelectorAll(TIPS)) {
    place.title = WORDS[place.title];
  }
}

/** The bar of the list's order asks for its words once, at times before they have come: then it shows their keys, in its menu and for what is chosen. */
const KEY = /^[A-Z]+(?:_[A-Z]+)*$/;
let labels = null;

async function comeLate() {
  const late = [...document.querySelectorAll('[cam-sorting-choices] :is(a, .sort-by)')]
    .flatMap((choice) => [...choice.childNodes])
    .filter((text) => text.nodeType === Node.TEXT_NODE && KEY.test(text.nodeValue.trim()));
  if (late.length === 0) {
    return;
  }
  labels ??= fetch(new URL('locales/zh-CN.json', `${location.origin}${location.pathname.replace(/\/[^/]+\/?$/, '/')}`)).then((answer) => answer.json());
  const words = (await labels).labels;
  for (const text of late) {
    text.nodeValue = words[text.nodeValue.trim()] ?? text.nodeValue;
  }
}

function tipOf(control) {
  const place = control.closest('[uib-tooltip]') ?? control.querySelector('[uib-tooltip]');
  const tip = place?.getAttribute('uib-tooltip') ?? '';
  return WORDS[tip] ?? tip;
}

function name() {
  for (const [controls, words] of Object.entries(NAMES)) {
    for (const control of document.querySelectorAll(controls)) {
      control.setAttribute('aria-label', words);
    }
  }
  for (const control of document.querySelectorAll(':is(a[href], button):not([aria-label]), [data-huiyin-named]')) {
    const words = control.textContent.trim() || control.title ? '' : tipOf(control);
    if (words) {
      control.setAttribute('aria-label', words);
      control.dataset.huiyinNamed = '';
    }
  }
  // the engine's field for conditions says whether its list is open, which only a combo box may
  for (const field of document.querySelectorAll('[cam-widget-search] input[aria-expanded]:not([role])')) {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-controls', field.getAttribute('aria-owns') ?? '');
    field.setAttribute('aria-label', field.placeholder);
  }
}

let waiting = false;

function look() {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      translate();
      name();
      comeLate();
    });
  }
}

new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['uib-tooltip'] });
look();

export default [];
