import type { ApprovalVerb } from '../../approval/index.js';
import type { LocalText } from '../../rulebook/schema/text.js';

/** What each verb of an approval is called. */
const VERBS: Readonly<Record<ApprovalVerb, string>> = {
  claim: '认领',
  unclaim: '取消认领',
  approve: '同意',
  reject: '不同意',
  abstain: '弃权',
  return: '退回',
  withdraw: '撤回',
  transfer: '转办',
  delegate: '委派',
  give_back: '交回委派',
  add_sign_before: '前加签',
  add_sign_after: '后加签',
  remove_sign: '减签',
  cc: '抄送',
  urge: '催办',
  read: '已阅',
  recuse: '回避',
  challenge: '申请回避',
  grant_recusal: '同意回避',
  refuse_recusal: '不同意回避',
  hand_over: '交接',
};

/** A verb in words; English says the verb itself. */
export function verbWords(verb: ApprovalVerb): LocalText {
  return { zh: VERBS[verb], en: verb.replaceAll('_', ' ') };
}
