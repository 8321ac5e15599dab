import { texts } from '../i18n/texts.js';

export const taskRowTexts = texts(
  'task-row',
  {
    of: '{{year}} 年度 · {{unit}}',
    count: '{{count}} 项',
    rehearsal: '演练',
    'as.self': '本人',
    'as.deputy': '代 {{name}} 办理',
    'as.delegate': '受 {{name}} 委派',
    'as.superior': '作为上级办理',
    somebody: '他人',
  },
  {
    of: '{{year}} · {{unit}}',
    count: '{{count}} items',
    count_one: '1 item',
    rehearsal: 'Rehearsal',
    'as.self': 'Myself',
    'as.deputy': 'As deputy of {{name}}',
    'as.delegate': 'Delegated by {{name}}',
    'as.superior': 'As superior',
    somebody: 'somebody else',
  },
);
