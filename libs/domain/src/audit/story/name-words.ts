import type { LocalText } from '../../rulebook/schema/text.js';

/** What messages and activities of the flows are called by people; others go by their own name. */
const NAME_WORDS: Readonly<Record<string, LocalText>> = {
  appraisal: { zh: '一人一年的考核', en: "one person's appraisal" },
  seal: { zh: '证据封存、评定', en: 'evidence sealed and graded' },
  grade: { zh: '结果送达', en: 'the result was delivered' },
  contest: { zh: '申请复核', en: 'contested' },
  contestDecided: { zh: '复核、申诉办结', en: 'the contest ended' },
  confirmConsequences: { zh: '确认结果运用', en: 'consequences confirmed by name' },
  depart: { zh: '本人离岗', en: 'the appraisee left' },
  recordDecision: { zh: '记录决定', en: 'the decision was recorded' },
  recordDeparture: { zh: '记录离岗', en: 'the departure was recorded' },
  openConfirmation: { zh: '等待具名确认', en: 'a named confirmation is waited for' },
  freezeForContest: { zh: '暂缓执行', en: 'consequences frozen' },
  openHearing: { zh: '确定办理人员（未参与原考核）', en: 'those without a part were named' },
  remindContest: { zh: '催办或报上一级', en: 'reminded, or told a superior' },
  endContest: { zh: '解除冻结，恢复执行', en: 'what was frozen goes on' },
  outcome: { zh: '作出决定', en: 'decided' },
  outcomeDelivered: { zh: '决定送达', en: 'the outcome was delivered' },
  appeal: { zh: '提出申诉', en: 'appealed' },
  withdraw: { zh: '撤回申请', en: 'taken back' },
  remindDelivery: { zh: '催办送达', en: 'reminded of what is undelivered' },
  unitAppraisal: { zh: '考核单元', en: 'the unit' },
  openUnit: { zh: '单元开始考核', en: 'the unit was opened' },
  admit: { zh: '中途加入', en: 'somebody joined' },
  admitAppraisee: { zh: '办理中途加入', en: 'somebody joined' },
  closeCollection: { zh: '提前结束收集', en: 'the collection was closed early' },
  endCollection: { zh: '收集结束', en: 'the collection ended' },
  surveyClosed: { zh: '居民测评结束', en: 'the survey closed' },
  unitSealed: { zh: '同池单元已封存', en: 'a unit of the same pool has sealed' },
  remind: { zh: '催办或报上一级', en: 'reminded, or told a superior' },
  sealEvidence: { zh: '封存全单元证据', en: "the unit's evidence was sealed" },
  composeUnit: { zh: '评定全单元', en: 'the unit was graded' },
  planDeliberation: { zh: '确定审定人员', en: 'those who decide were named' },
  openDeliberation: { zh: '提交审定', en: 'the list went to those who decide' },
  act: { zh: '审定', en: 'an act on the list' },
  resubmit: { zh: '更正后重新提交', en: 'submitted again' },
  reopenForCorrection: { zh: '退回更正', en: 'opened for correction' },
  publishNotice: { zh: '公示', en: 'the public notice' },
  closeNotice: { zh: '公示期满核查', en: 'the end of the notice' },
  objectionAnswered: { zh: '异议已答复', en: 'an objection was answered' },
  notifyUnit: { zh: '出具书面结果', en: 'written results' },
};

/** The name with its words, where people have words for it. */
export function nameWords(name: string): LocalText {
  const words = NAME_WORDS[name];
  return words === undefined
    ? { zh: name, en: name }
    : { zh: `${name}（${words.zh}）`, en: `${name} (${words.en})` };
}

/** The words alone; the name itself where there are none. */
export function plainName(name: string): LocalText {
  return NAME_WORDS[name] ?? { zh: name, en: name };
}
