import { texts } from '../../i18n/texts.js';

export const tablesTexts = texts(
  'calibration-tables',
  {
    title: '名额与排序',
    none: '您还没有可看的名单。单位汇总后，名单和名额线会在这里。',
    cycle: '{{year}} 年度',
    rehearsal: '演练',
    notYet: '尚未汇总',
    round: '第 {{round}} 轮',
    more: '更早的年度',
  },
  {
    title: 'Calibration',
    none: 'There is no list for you yet. Once a unit is composed, its list and quota line stand here.',
    cycle: '{{year}}',
    rehearsal: 'Rehearsal',
    notYet: 'not composed yet',
    round: 'Round {{round}}',
    more: 'Earlier years',
  },
);
