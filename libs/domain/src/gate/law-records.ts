import type { LocalText } from '../rulebook/schema/text.js';
import type { Ending } from './ending.js';
import type { LegalCategory } from './gate-case.js';

type Required = { readonly record: string; readonly title: LocalText };

/** Known by the system itself: nobody registers a document for them. */
export const SYSTEM_RECORDS = ['written_result_delivered', 'contest_window_over'] as const;

/** Before anything that hurts (2023 rules Art 17(4), Art 36). */
const ALWAYS: readonly Required[] = [
  {
    record: 'written_result_delivered',
    title: { zh: '结果已书面告知本人', en: 'the result was delivered in writing' },
  },
  {
    record: 'contest_window_over',
    title: { zh: '复核、申诉期限已过或者已有决定', en: 'window for review and appeal over or decided' },
  },
];

/** Before a labour contract is ended for incompetence (Labour Contract Law Arts 40(2), 42, 43, 46). */
const DISMISSAL: readonly Required[] = [
  {
    record: 'training_or_post_change_done',
    title: {
      zh: '两次不合格之间的培训或者调整工作岗位记录',
      en: 'training or a change of post between the two failures',
    },
  },
  {
    record: 'still_incompetent_after',
    title: { zh: '其后仍不能胜任工作的证据', en: 'evidence of still being unable to do the job' },
  },
  {
    record: 'not_protected_by_article_42',
    title: { zh: '不属于第四十二条情形的核查记录', en: 'a check that Article 42 protects nobody here' },
  },
  { record: 'union_told', title: { zh: '已事先将理由通知工会', en: 'the union was told the reason first' } },
  {
    record: 'notice_or_month_pay',
    title: {
      zh: '提前三十日书面通知或者额外支付一个月工资',
      en: "30 days' written notice or a month's pay",
    },
  },
  { record: 'severance_settled', title: { zh: '经济补偿已核定', en: 'severance settled' } },
];

/** Before an appointment is ended by its own organ (Regulation on public institutions Art 16). */
const APPOINTMENT: readonly Required[] = [
  {
    record: 'leading_group_decision',
    title: { zh: '领导班子集体研究决定', en: 'collective decision of the leading group' },
  },
];

/** What the law wants on record, whatever a rulebook's gate forgot. */
export function lawRecords(legal: LegalCategory, ending: Ending): readonly Required[] {
  if (ending !== 'dismiss') return ALWAYS;
  if (legal === 'contract') return [...ALWAYS, ...DISMISSAL];
  return legal === 'elected' ? ALWAYS : [...ALWAYS, ...APPOINTMENT];
}
