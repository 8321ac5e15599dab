import { texts } from '../../i18n/texts.js';

export const publicTexts = texts(
  'public',
  {
    name: '考绩 · 公开信息',
    skip: '跳到正文',
    menu: '公开页面',
    'menu.notices': '公示',
    'menu.receipt': '回执核对',
    'menu.log': '审计日志',
    leastData: '本页不用登录，不记录谁看过。',
    staff: '工作人员登录',
  },
  {
    name: 'Kaoji · open to all',
    skip: 'Skip to the content',
    menu: 'Public pages',
    'menu.notices': 'Notices',
    'menu.receipt': 'Receipt',
    'menu.log': 'Audit log',
    leastData: 'No sign-in here, and no record of who looked.',
    staff: 'Staff sign in',
  },
);

export const noticesTexts = texts(
  'public-notices',
  {
    title: '正在公示的名单',
    intro: '公示期内任何人都可以看，也可以提异议；公示期一过，姓名就从这里撤下。',
    none: '现在没有正在公示的名单。',
    heading: '{{area}} {{unit}} {{year}} 年度考核',
    rehearsal: '演练，不产生效力',
    period: '公示期：{{from}} 至 {{to}}',
    proposed: '拟定等次：{{grade}}',
    survey: '{{community}}居民测评：发放 {{issued}} 份，收回 {{received}} 份，有效 {{valid}} 份',
    objectHow: '有异议？可以署名，规则允许时也可以匿名，由专人答复。',
    object: '查看公示全文并提出异议',
    logRoot: '审计日志树根（{{size}} 条记录）：',
  },
  {
    title: 'Notices running now',
    intro:
      'Anybody may look and object while a notice runs; once its period is over the names are gone from here.',
    none: 'No notice runs now.',
    heading: '{{area}}, {{unit}}: appraisal of {{year}}',
    rehearsal: 'A rehearsal, without effect',
    period: 'Shown from {{from}} to {{to}}',
    proposed: 'Proposed grade: {{grade}}',
    survey: 'Residents of {{community}}: {{issued}} links given out, {{received}} answers, {{valid}} valid',
    objectHow: 'You object? With your name, or without where the rules allow it; a named person will answer.',
    object: 'See the whole notice and object',
    logRoot: 'Root of the audit log ({{size}} records):',
  },
);

export const receiptTexts = texts(
  'public-receipt',
  {
    title: '核对我的回执',
    what: '居民提交测评后会看到一个回执码。凭它可以核对：您的答卷在封存的信封之中，没有被漏掉或换掉。',
    'step.code': '准备好回执码。',
    'step.look': '在核对页输入，页面会说明您的信封是否在已公布的封存值之下。',
    'step.keep': '可以下载证明，自己或请别人核验，不必相信我们。',
    check: '打开核对页',
    saysNothing: '核对不显示您答了什么，也没有人能由回执码看出您是谁。',
  },
  {
    title: 'Check my receipt',
    what: 'Whoever answers a survey is shown a receipt. With it you can check that your answers are among the sealed envelopes, neither left out nor exchanged.',
    'step.code': 'Have your receipt at hand.',
    'step.look':
      'Type it on the checking page, which says whether your envelope lies under the published seal.',
    'step.keep': 'Download the proof and verify it yourself, or have others do so: no need to trust us.',
    check: 'Open the checking page',
    saysNothing:
      'Checking shows nothing of what you answered, and nobody can tell from a receipt who you are.',
  },
);
