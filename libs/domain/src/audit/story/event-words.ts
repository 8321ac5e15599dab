import type { LocalText } from '../../rulebook/schema/text.js';

/** What a history event says in plain words; the number is Temporal's own event type. */
const EVENT_WORDS: Readonly<Record<string, LocalText>> = {
  WORKFLOW_EXECUTION_STARTED: { zh: '流程开始', en: 'the flow started' },
  WORKFLOW_EXECUTION_COMPLETED: { zh: '流程结束', en: 'the flow ended' },
  WORKFLOW_EXECUTION_FAILED: { zh: '流程失败', en: 'the flow failed' },
  WORKFLOW_EXECUTION_TIMED_OUT: { zh: '流程超时', en: 'the flow ran out of time' },
  WORKFLOW_EXECUTION_CANCELED: { zh: '流程已取消', en: 'the flow was cancelled' },
  WORKFLOW_EXECUTION_TERMINATED: { zh: '流程被终止', en: 'the flow was terminated' },
  WORKFLOW_EXECUTION_CANCEL_REQUESTED: { zh: '请求取消', en: 'cancellation was asked for' },
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: { zh: '换新一段历史继续', en: 'continued in a new run' },
  WORKFLOW_EXECUTION_SIGNALED: { zh: '收到通知', en: 'a signal arrived' },
  WORKFLOW_EXECUTION_UPDATE_ADMITTED: { zh: '消息已接收', en: 'a message was admitted' },
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: { zh: '消息已受理', en: 'a message was accepted' },
  WORKFLOW_EXECUTION_UPDATE_REJECTED: { zh: '消息被拒', en: 'a message was refused' },
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: { zh: '消息已处理', en: 'the message was handled' },
  TIMER_STARTED: { zh: '开始等待', en: 'a wait began' },
  TIMER_FIRED: { zh: '等待到期', en: 'the wait ran out' },
  TIMER_CANCELED: { zh: '等待取消', en: 'the wait was called off' },
  ACTIVITY_TASK_SCHEDULED: { zh: '安排办理', en: 'an activity was scheduled' },
  ACTIVITY_TASK_STARTED: { zh: '开始办理', en: 'the activity started' },
  ACTIVITY_TASK_COMPLETED: { zh: '办理完成', en: 'the activity was done' },
  ACTIVITY_TASK_FAILED: { zh: '办理失败', en: 'the activity failed' },
  ACTIVITY_TASK_TIMED_OUT: { zh: '办理超时', en: 'the activity ran out of time' },
  ACTIVITY_TASK_CANCELED: { zh: '办理取消', en: 'the activity was cancelled' },
  MARKER_RECORDED: { zh: '记录', en: 'recorded' },
  WORKFLOW_TASK_SCHEDULED: { zh: '程序待处理', en: 'work for the engine' },
  WORKFLOW_TASK_STARTED: { zh: '程序处理中', en: 'the engine took it' },
  WORKFLOW_TASK_COMPLETED: { zh: '程序已处理', en: 'the engine was done' },
  WORKFLOW_TASK_FAILED: { zh: '程序处理失败', en: 'the engine failed' },
  WORKFLOW_TASK_TIMED_OUT: { zh: '程序处理超时', en: 'the engine ran out of time' },
};

/** Plain words for an event type without its `EVENT_TYPE_` prefix; the type itself where there are none. */
export function eventWords(type: string): LocalText {
  return EVENT_WORDS[type] ?? { zh: type, en: type };
}
