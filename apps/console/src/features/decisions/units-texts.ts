import { texts } from '../../i18n/texts.js';

export const unitsTexts = texts(
  'decisions-units',
  {
    title: '结果办理',
    intro: '名单确定之后的事：公示异议、书面送达、结果运用。',
    payroll: '工资事项导出',
    none: '还没有考核。名单汇总后，各单位的异议、送达和结果运用从这里进入。',
    cycle: '{{year}} 年度',
    rehearsal: '演练',
    notYet: '尚未汇总',
    objections: '公示与异议',
    deliveries: '送达',
    consequences: '结果运用',
    more: '更早的年度',
  },
  {
    title: 'After the list',
    intro: 'What comes once there is a list: objections, written results, and what follows from them.',
    payroll: 'Export for payroll',
    none: 'No cycle yet. Once a list is composed, objections, deliveries and consequences of each unit are reached from here.',
    cycle: '{{year}}',
    rehearsal: 'Rehearsal',
    notYet: 'not composed yet',
    objections: 'Notice and objections',
    deliveries: 'Deliveries',
    consequences: 'Consequences',
    more: 'Earlier years',
  },
);
