/*
 * Tasklist draws task forms with form-js 1.8.7, whose messages and date pickers speak English
 * only and have no setting for another language. This script puts Chinese words in their place.
 *
 * It changes text and attributes that form-js itself wrote, never what an officer typed: every
 * rule names the place it applies to. A replaced text holds no English any more, so the observer
 * finds nothing to do when it is told of its own change.
 */

const MONTHS = ['一月', '二月', '三月', '四月', '五月', '六月',
  '七月', '八月', '九月', '十月', '十一月', '十二月'];
const SHORT_MONTHS = ['1月', '2月', '3月', '4月', '5月', '6月',
  '7月', '8月', '9月', '10月', '11月', '12月'];
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
const SHORT_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const MONDAY_IN_FLATPICKR = 1;
const MONDAY_IN_ANGULAR = 0;

/** What form-js writes as text: where, its words, ours. */
const TEXTS = [
  ['.fjs-form-field-error', /^Field is required\.$/, '此项必填。'],
  ['.fjs-form-field-error', /^Field must match pattern .*$/s, '格式不正确，请检查后重新填写。'],
  ['.fjs-form-field-error', /^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  ['.fjs-form-field-error', /^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  ['.fjs-form-field-error', /^Field must have minimum length of (.+)\.$/, '至少填写 $1 个字。'],
  ['.fjs-form-field-error', /^Field must have maximum length of (.+)\.$/, '最多填写 $1 个字。'],
  ['.fjs-form-field-error', /^Field must be a valid +international phone number\..*$/,
    '电话号码不正确，请按国际格式填写，以 +86 开头。'],
  ['.fjs-form-field-error', /^Field must be a valid email\.$/, '电子邮箱格式不正确。'],
  ['.fjs-form-field-error', /^Value is not a number\.$/, '请填写数字。'],
  ['.fjs-form-field-error', /^Value is expected to be an integer\.$/, '请填写整数。'],
  ['.fjs-form-field-error', /^Value is expected to have at most (\d+) decimal digits?\.$/,
    '最多保留 $1 位小数。'],
  ['.fjs-form-field-error',
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    '请填写有效的值，最接近的有效值是 $1 和 $2。'],
  ['.fjs-form-field-error', /^Date and time must both be entered\.$/, '日期和时间必须同时填写。'],
  ['.fjs-form-field-error', /^No options source defined in the form definition$/,
    '表单没有给出可选项，请与系统管理员联系。'],
  ['.fjs-select-placeholder', /^Select$/, '请选择'],
  ['.fjs-dropdownlist-empty', /^No results$/, '没有符合的选项'],
  ['.fjs-dropdownlist-empty', /^All values selected$/, '已全部选择'],
  ['.fjs-taglist-skip-link', /^Skip to search$/, '跳到查找框'],
  ['.fjs-repeat-render-add', /^Add new$/, '新增一项'],
  ['.fjs-repeat-render-collapse', /^Expand all \((\d+)\)$/, '全部展开（$1）'],
  ['.fjs-repeat-render-collapse', /^Collapse$/, '收起'],
  ['.fjs-table-nav-label', /^of$/, '/'],
  ['.fjs-table-td[colspan]', /^Nothing to show\.$/, '没有内容。'],
  ['.fjs-iframe-placeholder-text', /^No content to show\.$/, '没有内容。'],
  ['.fjs-iframe-placeholder-text', /^External content couldn't be loaded\.$/, '未能加载外部内容。']
];

/** What form-js writes as attributes: the attribute, its words, ours. */
const ATTRIBUTES = [
  ['placeholder', /^Search$/, '输入关键字查找'],
  ['placeholder', /^hh:mm( \?m)?$/, '时:分'],
  ['placeholder', /^yyyy(\W)mm(\W)dd$/, '年$1月$2日'],
  ['aria-label', /^Increment$/, '增加'],
  ['aria-label', /^Decrement$/, '减少'],
  ['aria-label', /^Previous page$/, '上一页'],
  ['aria-label', /^Next page$/, '下一页'],
  ['aria-label', /^Remove list item (\d+)$/, '移除第 $1 项'],
  ['aria-label', /^Click to sort by (.+) ascending$/, '点击后按“$1”升序排列'],
  ['aria-label', /^Click to sort by (.+) descending$/, '点击后按“$1”降序排列'],
  ['aria-label', /^Click to remove sorting$/, '点击后取消排序'],
  ['title', /^Remove tag$/, '移除此项']
];
const ATTRIBUTE_NAMES = [...new Set(ATTRIBUTES.map(([name]) => name))];

function translateText(node) {
  const english = node.data.trim();
  if (!/[A-Za-z]/.test(english)) {
    return;
  }
  const rule = TEXTS.find(([place, words]) =>
    words.test(english) && node.parentElement?.closest(place));
  if (rule) {
    node.data = node.data.replace(english, () => english.replace(rule[1], rule[2]));
  }
}

function translateAttributes(element) {
  for (const [name, words, chinese] of ATTRIBUTES) {
    const english = element.getAttribute(name);
    if (english && words.test(english)) {
      element.setAttribute(name, english.replace(words, chinese));
    }
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
  } else if (root.nodeType === Node.ELEMENT_NODE) {
    translateAttributes(root);
    root.childNodes.forEach(translateTree);
  }
}

const formObserver = new MutationObserver((mutations) => {
  for (const { type, target, addedNodes } of mutations) {
    if (type === 'childList') {
      addedNodes.forEach(translateTree);
    } else if (type === 'characterData') {
      translateText(target);
    } else {
      translateAttributes(target);
    }
  }
});

function watchForm(container) {
  translateTree(container);
  formObserver.observe(container, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTE_NAMES
  });
}

/**
 * form-js lets the browser decide in which order a date is typed: an English browser would read
 * 2026-11-20 as month 2026. It asks for the locale "default", so that one answer becomes Chinese.
 */
function writeYearFirst() {
  const chinese = (locales) => (locales === 'default' ? 'zh-CN' : locales);
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    apply: (format, self, [locales, options]) => Reflect.construct(format, [chinese(locales), options]),
    construct: (format, [locales, options], target) =>
      Reflect.construct(format, [chinese(locales), options], target)
  });
}

/** The calendar of a date field in a form. */
function translateFormCalendar() {
  if (!window.flatpickr) {
    return false;
  }
  window.flatpickr.localize({
    months: { longhand: MONTHS, shorthand: SHORT_MONTHS },
    weekdays: { longhand: WEEKDAYS, shorthand: SHORT_WEEKDAYS },
    firstDayOfWeek: MONDAY_IN_FLATPICKR,
    ordinal: () => '',
    rangeSeparator: ' 至 ',
    weekAbbreviation: '周',
    scrollTitle: '滚动切换',
    toggleTitle: '点击切换',
    amPM: ['上午', '下午'],
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '时',
    minuteAriaLabel: '分'
  });
  window.flatpickr.setDefaults({ ariaDateFormat: 'Y年n月j日' });
  return true;
}

/** The calendar of Tasklist itself: due date, follow-up date, dates in searches. */
function translateTasklistCalendar() {
  const injector = window.angular?.element(document.documentElement).injector();
  if (!injector) {
    return false;
  }
  Object.assign(injector.get('$locale').DATETIME_FORMATS, {
    MONTH: MONTHS,
    STANDALONEMONTH: MONTHS,
    SHORTMONTH: SHORT_MONTHS,
    DAY: WEEKDAYS,
    SHORTDAY: SHORT_WEEKDAYS,
    AMPMS: ['上午', '下午'],
    FIRSTDAYOFWEEK: MONDAY_IN_ANGULAR
  });
  if (injector.has('uibDatepickerConfig')) {
    injector.get('uibDatepickerConfig').formatDayTitle = 'yyyy年MMMM';
  }
  if (injector.has('uibDatepickerPopupConfig')) {
    Object.assign(injector.get('uibDatepickerPopupConfig'),
      { clearText: '清除', closeText: '完成', currentText: '今天' });
  }
  return true;
}

/** Each calendar is translated once, as soon as Tasklist has loaded it. */
let calendarsToTranslate = [translateFormCalendar, translateTasklistCalendar];

function translateCalendars() {
  calendarsToTranslate = calendarsToTranslate.filter((translate) => !translate());
}

function watchForms(root) {
  if (root.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  if (root.matches('.fjs-container')) {
    watchForm(root);
  }
  root.querySelectorAll('.fjs-container').forEach(watchForm);
}

writeYearFirst();
translateCalendars();
watchForms(document.documentElement);
new MutationObserver((mutations) => {
  translateCalendars();
  mutations.forEach(({ addedNodes }) => addedNodes.forEach(watchForms));
}).observe(document.documentElement, { childList: true, subtree: true });

/** Tasklist wants a list of plugins from every script; this one adds none. */
export default [];
