export default {
  app: { name: '监督', vendor: '回音' },
  dateFormat: {
    monthName: 'M月',
    day: 'DD',
    abbr: 'M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日 dddd HH:mm',
    short: 'YYYY年M月D日'
  },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  customScripts: ['scripts/board', 'scripts/instance', 'scripts/without-tasks', '../huiyin/engine-words'],
  disableWelcomeMessage: true
};
