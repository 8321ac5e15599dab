import type { LocalText } from '../../rulebook/schema/text.js';
import type { AuditFinding, AuditPlace } from '../finding.js';

/** What can be wrong with what was decided, the cause before what follows from it. */
const WORDS = {
  RULEBOOK_UNREADABLE: { zh: '细则无法读取', en: 'The rulebook cannot be read' },
  CALENDAR_UNREADABLE: { zh: '工作日历无法读取', en: 'The calendar cannot be read' },
  RULES_MISSING: {
    zh: '名单所依据的细则或日历不在包中',
    en: 'The rulebook or calendar a list was made by is not in the bundle',
  },
  ROW_UNREADABLE: { zh: '此行记录无法读取', en: 'A stored row cannot be read' },
  FRAME_DIFFERS: {
    zh: '单位封存的基础数据与本周期不一致',
    en: 'What was sealed of a unit is not of this cycle, or differs from the other units',
  },
  BODY_HASH: {
    zh: '记录内容与其自身所记哈希不符，被改过',
    en: 'A record was changed: its hash is not the one it was stored under',
  },
  EVIDENCE_MISSING: { zh: '缺少封存的证据', en: 'Sealed evidence is missing' },
  COUNT_MISSING: {
    zh: '证据引用的计票不在包中',
    en: 'The count the evidence refers to is not in the bundle',
  },
  COUNT_UNCONFIRMED: {
    zh: '证据引用的计票尚未由专人确认',
    en: 'The evidence uses a count that no person had confirmed by then',
  },
  COUNT_DIFFERS: {
    zh: '证据中的满意度数字与计票不符',
    en: 'The survey numbers in the evidence are not those of the count',
  },
  INTERVAL_DIFFERS: {
    zh: '重新计算的满意率区间与计票不同',
    en: 'The interval of a satisfaction rate comes out differently',
  },
  CASE_INVALID: {
    zh: '封存的证据无法按细则评定',
    en: 'The sealed evidence cannot be evaluated under the rulebook',
  },
  EVALUATION_MISSING: {
    zh: '缺少评定结果',
    en: 'The evaluation of somebody with sealed evidence is missing',
  },
  EVALUATION_DIFFERS: {
    zh: '按封存证据和细则重新计算，结果不同',
    en: 'Evaluating the sealed evidence again gives another result',
  },
  EVALUATION_UNFOUNDED: {
    zh: '评定结果没有对应的封存证据',
    en: 'There is an evaluation without sealed evidence behind it',
  },
  QUOTA_DIFFERS: { zh: '重新计算的名额表不同', en: 'The quota sheet comes out differently' },
  LIST_DIFFERS: {
    zh: '审批的名单不是重新计算得出的名单',
    en: 'The list that was decided on is not the one the evidence comes to',
  },
  NOTICE_DIFFERS: {
    zh: '公示的名单与重新计算的结果不同',
    en: 'The public notice does not show who the evidence comes to',
  },
  RESULT_DIFFERS: {
    zh: '书面结果不是重新计算得出的结果',
    en: 'A written result is not the result the evidence comes to',
  },
  CONTEST_DIFFERS: { zh: '复核后的结果重新计算不同', en: 'What a contest decided comes out differently' },
  CONSEQUENCE_MISSING: {
    zh: '结果应有的后果没有记录',
    en: 'A consequence that follows from the result is not on record',
  },
  CONSEQUENCE_DIFFERS: {
    zh: '记录的后果不由任何一次结果得出',
    en: 'A consequence on record follows from no result of this person',
  },
  LEDGER_UNFOUNDED: {
    zh: '台账条目没有已确认的后果作依据',
    en: 'A ledger entry rests on no confirmed consequence',
  },
  DEADLINE_DIFFERS: {
    zh: '按工作日历重新计算，期限不同',
    en: 'A deadline comes out differently by the calendar',
  },
  TOO_EARLY: { zh: '事情发生在期限届满之前', en: 'Something was done before it was time' },
  TOO_LATE: { zh: '事情发生在期限之后', en: 'Something was done after its deadline' },
} as const satisfies Readonly<Record<string, LocalText>>;

export type RecomputeCode = keyof typeof WORDS;
/** In the order above: a cause before its effects. */
export const RECOMPUTE_CODES = Object.keys(WORDS) as readonly RecomputeCode[];

/** What was found, for whom, and the clause that says how it should be. */
export type RecomputeDetails = {
  readonly says?: string | LocalText;
  readonly clause?: string | null | undefined;
};

export function recomputeFinding(
  code: RecomputeCode,
  where: AuditPlace,
  { says = '', clause }: RecomputeDetails = {},
): AuditFinding {
  const { zh, en } = WORDS[code];
  const told = typeof says === 'string' ? { zh: says, en: says } : says;
  return {
    code,
    where,
    ...(clause === undefined || clause === null ? {} : { clause }),
    zh: told.zh === '' ? zh : `${zh}：${told.zh}`,
    en: told.en === '' ? en : `${en}: ${told.en}`,
  };
}
