import type { LocalText } from '@kaoji/domain';
import type { IfNothing, InboxTask, TaskKind } from '../../ports/inbox.js';

/** What is asked of the person, without anybody's name. */
export const TASK_WORDS: Readonly<Record<TaskKind, LocalText>> = {
  marking: { zh: '评分', en: 'Marks to give' },
  panel_marking: { zh: '评议小组评分', en: 'Panel marks to give' },
  panel_challenge: { zh: '答复对评议小组成员的回避申请', en: 'Challenge to a panel member to answer' },
  duty_report: { zh: '提交述职报告', en: 'Duty report to write' },
  list: { zh: '审批名单', en: 'List to approve' },
  correction: { zh: '更正后重新提交', en: 'Something returned to put right' },
  objection: { zh: '答复公示异议', en: 'Objection to answer' },
  result: { zh: '签收考核结果', en: 'Result to receive and sign' },
  review: { zh: '复核', en: 'Review to decide' },
  appeal: { zh: '申诉', en: 'Appeal to decide' },
  consequences: { zh: '决定考核结果的后果', en: 'Consequences to decide' },
  held_case: { zh: '暂缓的考核：案件是否已结', en: 'Held case: has it closed?' },
  improvement_plan: { zh: '改进计划', en: 'Improvement plan' },
  survey_key: { zh: '票箱等待持钥人', en: 'Ballot box waits for key holders' },
  survey_count: { zh: '确认计票结果', en: 'Count to confirm' },
};

/** What happens if the person does nothing. Nothing is ever approved by waiting. */
const IF_NOTHING_WORDS: Readonly<Record<IfNothing, LocalText>> = {
  reminded: {
    zh: '逾期不办：系统会催办，事项仍等您处理，不会自动通过。',
    en: 'If you do nothing: you are reminded, and it goes on waiting. Nothing passes by itself.',
  },
  superior_told: {
    zh: '逾期不办：先催办，再报上级，上级也可以处理；不会自动通过。',
    en: 'If you do nothing: you are reminded, then your superior is told and may act too. Nothing passes by itself.',
  },
  counts_as_missing: {
    zh: '逾期不办：按规则作缺项处理，不会替您填写。',
    en: 'If you do nothing: it counts as missing, as the rulebook says. Nobody fills it in for you.',
  },
  stays_open: {
    zh: '不办：事项一直等您处理，不会自动通过，也不会自动作废。',
    en: 'If you do nothing: it stays open. It neither passes nor lapses by itself.',
  },
};

/** Somebody who only receives: not acting gives away nothing but the chance to contest. */
const UNRECEIVED: LocalText = {
  zh: '不签收：送达会另行记录，复核期限从送达起算。',
  en: 'If you do nothing: delivery is recorded in another way, and the time to contest runs from delivery.',
};

/** The sentence a person reads beside a task. */
export function ifNothingWords({ kind, ifNothing }: Pick<InboxTask, 'kind' | 'ifNothing'>): LocalText {
  return kind === 'result' ? UNRECEIVED : IF_NOTHING_WORDS[ifNothing];
}
