import { texts } from '../../i18n/texts.js';

export const standAsideTexts = texts(
  'stand-aside',
  {
    open: '我需要回避此人',
    title: '申报回避：{{name}}',
    why: '原因',
    'why.relative': '有亲属关系',
    'why.competing': '竞争同一岗位',
    'why.other': '其他影响公正的情形',
    part: '回避的评价项目',
    reason: '具体理由',
    reasonMissing: '请写明理由',
    tieEffect:
      '系统记录您与{{name}}的利害关系，不能撤回。您立即退出{{name}}的全部评议席位，已给的评分不再计入，由下一位递补。',
    otherEffect: '您立即退出{{name}}这一项的评议席位，已给的评分不再计入，由下一位递补；理由记录在案。',
    confirm: '确认回避',
    cancel: '取消',
    replaced: '已回避，席位已由下一位递补。',
    empty: '已回避；没有可递补的成员，席位空缺，人事会看到。',
    declared: '已记录利害关系，您不再评价此人。',
    alone: '这些项目不由评议小组评价。如需回避，请联系人事专员另行指定。',
  },
  {
    open: 'I must stand aside',
    title: 'Standing aside for {{name}}',
    why: 'Why',
    'why.relative': 'A relative',
    'why.competing': 'A competitor for the same post',
    'why.other': 'Something else that makes me partial',
    part: 'For which part',
    reason: 'The reason',
    reasonMissing: 'Say why',
    tieEffect:
      'Your tie to {{name}} goes on record and cannot be taken back. You leave every panel seat for {{name}} at once, marks you gave no longer count, and the next member takes the seat.',
    otherEffect:
      'You leave the panel seat for this part of {{name}} at once, the mark you gave no longer counts, and the next member takes the seat; the reason goes on record.',
    confirm: 'Stand aside',
    cancel: 'Cancel',
    replaced: 'You stood aside, and the next member took the seat.',
    empty: 'You stood aside; nobody could take the seat. It is empty, and HR sees that.',
    declared: 'The tie is on record. You no longer mark this person.',
    alone: 'No panel marks these parts. If you must stand aside, ask HR to ask somebody else.',
  },
);
