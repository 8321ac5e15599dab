import type { Column } from '../roster/roster-columns.js';

/** The columns of a marks sheet: marks, routine scores and adjustments, one kind per line. */
export function markColumns(): readonly Column[] {
  return [
    { id: 'kind', title: { zh: '类型', en: 'Kind' }, hint: 'mark | routine | adjustment' },
    { id: 'appraisal', title: { zh: '考核编号', en: 'Appraisal' } },
    { id: 'part', title: { zh: '评价项目', en: 'Part' } },
    { id: 'post', title: { zh: '岗位', en: 'Post' } },
    { id: 'role', title: { zh: '评价角色', en: 'Role' } },
    { id: 'value', title: { zh: '分数', en: 'Value' } },
    { id: 'reason', title: { zh: '理由', en: 'Reason' } },
    { id: 'period', title: { zh: '平时考核时段', en: 'Routine period' } },
    { id: 'item', title: { zh: '加减分项', en: 'Bonus or deduction' } },
    { id: 'times', title: { zh: '次数', en: 'Times' } },
    { id: 'evidence', title: { zh: '佐证编号', en: 'Evidence' }, hint: ';' },
  ];
}
