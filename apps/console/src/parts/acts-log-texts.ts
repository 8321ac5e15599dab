import { texts } from '../i18n/texts.js';

export const actsLogTexts = texts(
  'acts-log',
  {
    acts: '办理记录',
    noActs: '还没有人办理。',
    round: '第 {{round}} 轮',
    'act.for': '代 {{name}}',
    'act.reason': '理由：{{reason}}',
  },
  {
    acts: 'What was done',
    noActs: 'Nobody has acted yet.',
    round: 'Round {{round}}',
    'act.for': 'for {{name}}',
    'act.reason': 'Reason: {{reason}}',
  },
);
