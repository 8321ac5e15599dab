import { texts } from '../../i18n/texts.js';

type Param = 'steps' | 'years' | 'grades' | 'coefficient' | 'heldOn' | 'dueOn';

/** What the numbers and days of a ledger's entry are. */
export const paramTexts = texts<Param>(
  'ledger-params',
  {
    steps: '级数',
    years: '年数',
    grades: '岗位等级数',
    coefficient: '系数',
    heldOn: '谈话日期',
    dueOn: '期限',
  },
  {
    steps: 'steps',
    years: 'years',
    grades: 'post grades',
    coefficient: 'coefficient',
    heldOn: 'held on',
    dueOn: 'due on',
  },
);
export const isKnownParam = (name: string): name is Param => name in paramTexts.zh;
