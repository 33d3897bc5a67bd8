/** Tasklist as officers see it: in Chinese, with the case file beside the form, without browser drafts. */
export default {
  app: { name: '待办', vendor: '回音' },
  dateFormat: {
    monthName: 'M月',
    day: 'DD',
    abbr: 'M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日 dddd HH:mm',
    short: 'YYYY年M月D日'
  },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  customScripts: ['scripts/no-drafts', 'scripts/zh-forms', 'scripts/search-anew', 'scripts/first-error', 'scripts/why-disabled', 'scripts/most-urgent-first', 'scripts/server-drafts', 'scripts/case-panel', 'scripts/case-cards', 'scripts/digest', 'scripts/like-matters', 'scripts/ledger-link', 'scripts/workload-link', 'scripts/next-matter', 'scripts/gone-task', 'scripts/calendar-in-sight', 'scripts/narrow-screen', '../huiyin/engine-words'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '领取当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '跳到第一个筛选' },
    focusList: { key: 'ctrl+alt+l', description: '跳到任务列表' },
    focusForm: { key: 'ctrl+alt+f', description: '跳到表单的第一个输入框' },
    startProcess: { key: 'ctrl+alt+p', description: '收到信访事项' }
  }
};
