import type { TaskKind } from '../api/inbox.js';
import { texts } from '../i18n/texts.js';

/** Every kind of thing that can wait for somebody, in the order of the year. */
const ORDER = {
  duty_report: 0,
  marking: 1,
  panel_marking: 2,
  panel_challenge: 3,
  survey_key: 4,
  survey_count: 5,
  correction: 6,
  list: 7,
  objection: 8,
  result: 9,
  review: 10,
  appeal: 11,
  held_case: 12,
  consequences: 13,
  improvement_plan: 14,
} as const satisfies Record<TaskKind, number>;
export const TASK_KINDS = Object.keys(ORDER) as readonly TaskKind[];

export const taskKindTexts = texts<TaskKind>(
  'task-kinds',
  {
    duty_report: '提交述职报告',
    marking: '评价打分',
    panel_marking: '评议小组评分',
    panel_challenge: '处理评议回避申请',
    survey_key: '登记票箱密钥',
    survey_count: '确认测评结果',
    correction: '退回更正',
    list: '审批名单',
    objection: '处理公示异议',
    result: '签收考核结果',
    review: '办理复核',
    appeal: '办理申诉',
    held_case: '补定等次',
    consequences: '确认处理事项',
    improvement_plan: '跟进改进计划',
  },
  {
    duty_report: 'Duty report to hand in',
    marking: 'Marks to give',
    panel_marking: 'Panel marks to give',
    panel_challenge: 'Challenges of panel members to answer',
    survey_key: 'Ballot box key to enrol',
    survey_count: 'Survey counts to confirm',
    correction: 'Returned for correction',
    list: 'Lists to approve',
    objection: 'Objections to answer',
    result: 'Results to sign for',
    review: 'Reviews to decide',
    appeal: 'Appeals to decide',
    held_case: 'Held cases to grade',
    consequences: 'Consequences to confirm',
    improvement_plan: 'Improvement plans to follow',
  },
);
