/** What a person may do in a step. Chinese terms in docs/glossary.md. */
export const APPROVAL_VERBS = [
  'claim', // 认领
  'unclaim',
  'approve', // 同意
  'reject', // 不同意
  'abstain', // 弃权 (vote only)
  'return', // 退回: to a chosen earlier step or to the collection; one appraisee or the whole list
  'withdraw', // 撤回: one's own act, as long as nothing rests on it
  'transfer', // 转办: the seat goes to somebody else for good
  'delegate', // 委派: somebody else looks at it and gives it back
  'give_back', // the delegate answers; the delegator still has to act
  'add_sign_before', // 前加签
  'add_sign_after', // 后加签
  'remove_sign', // 减签: takes back a seat one added oneself, before its holder acted
  'cc', // 抄送
  'urge', // 催办
  'read', // 已阅
  'recuse', // 回避: own wish
  'challenge', // the appraisee asks that somebody stand aside
  'grant_recusal', // the superior decides on a challenge
  'refuse_recusal',
  'hand_over', // 交接: HR moves the open seats of somebody who leaves
] as const;
export type ApprovalVerb = (typeof APPROVAL_VERBS)[number];

/** One act as it reaches the flow: ids and hashes, no text. The reason itself stays in the database. */
export type ApprovalAct = {
  readonly id: string;
  readonly verb: ApprovalVerb;
  readonly step: string;
  readonly by: string; // account
  /** Whose seat it is used for, when somebody acts as standing deputy (代理); the caller has checked the dates. */
  readonly onBehalfOf: string | null;
  readonly at: number; // epoch ms
  /**
   * Accounts. transfer, delegate: one; add signs, cc: one or more; remove_sign: whose seat is taken back; challenge, grant_recusal,
   * refuse_recusal: against whom; hand_over: the one who leaves, then the one who follows.
   */
  readonly to?: readonly string[];
  /** Of a superior after escalation: whose seat it is used for; absent: the first that waits. */
  readonly seat?: string;
  readonly returnTo?: string;
  readonly appraisals?: readonly string[]; // of a return; absent: the whole list
  readonly act?: string; // of a withdrawal: which act
  readonly batch?: boolean;
  readonly reasonHash: string | null;
};

/** Why an act is refused; also message refusals of the flow and problem codes at HTTP. */
export const APPROVAL_REFUSALS = [
  'STAGE_NOT_OPEN', // the step is not open now
  'NOT_YOUR_TURN', // no seat here, or not yet (in order; something was added before)
  'ALREADY_ACTED', // this person has acted in this step
  'CLAIMED_BY_OTHER',
  'NOT_CLAIMED',
  'RECUSED', // whoever stood aside does not act
  'REASON_REQUIRED',
  'RETURN_TARGET_UNKNOWN',
  'NOTHING_TO_WITHDRAW',
  'ACT_RELIED_ON', // somebody acted on it since: withdraw is too late, return it instead
  'SEAT_TAKEN', // that person has a seat here already, is recused, or is the starter
  'SEAT_NOT_YOURS_TO_REMOVE',
  'VERB_NOT_ALLOWED', // not in this mode, or not for this person
  'BATCH_REFUSED', // the step wants individual judgement
  'ALREADY_DECIDED',
] as const;
export type ApprovalRefusal = (typeof APPROVAL_REFUSALS)[number];
