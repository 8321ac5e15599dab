import type { ApprovalVerb } from '@kaoji/domain/approval';
import { speaker, type Language } from '../terminal/language.js';

const ROLES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  self: ['本人', 'the appraisee'],
  hr_officer: ['组织人事', 'HR'],
  supervisor: ['主管领导', 'the supervisor'],
  superior: ['领导班子成员', 'a member of the leading group'],
  panel_member: ['考察组成员', 'a member of the panel'],
  reviewer: ['复核人员', 'a reviewer'],
  auditor: ['审计', 'an auditor'],
  peer: ['同事', 'a colleague'],
  appraisee: ['工作人员', 'a worker'],
};
const GRADES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  excellent: ['优秀', 'excellent'],
  competent: ['合格', 'competent'],
  basically_competent: ['基本合格', 'basically competent'],
  incompetent: ['不合格', 'incompetent'],
  ungraded: ['不确定档次', 'no grade'],
  comment_only: ['只写评语', 'comment only'],
  held: ['暂缓确定', 'held'],
  undecided: ['待研究', 'undecided'],
};

export type Words = {
  readonly say: (zh: string, en: string) => string;
  /** Whoever holds an account, by role. */
  readonly who: (account: string | null) => string;
  readonly grade: (decision: { readonly grade: string | null; readonly status: string }) => string;
  readonly when: (at: number) => string;
  readonly verb: (verb: ApprovalVerb) => string;
};

/** The words of a story in one language; codes nobody has words for are said as they are. */
export function wordsIn(language: Language, roles: ReadonlyMap<string, readonly string[]>): Words {
  const say = speaker(language);
  const named = (table: typeof ROLES, code: string): string => {
    const pair = table[code];
    return pair === undefined ? code : say(pair[0], pair[1]);
  };
  return {
    say,
    who: (account) => {
      if (account === null) return say('流程', 'the flow');
      const held = roles.get(account) ?? [];
      return held.length === 0 ? say('工作人员', 'staff') : held.map((role) => named(ROLES, role)).join('、');
    },
    grade: ({ grade, status }) => named(GRADES, grade ?? status),
    when: (at) => CHINA.format(at),
    verb: (verb) => say(VERBS[verb], verb.replaceAll('_', ' ')),
  };
}

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** What each verb of an approval is called in Chinese. */
export const VERBS: Readonly<Record<ApprovalVerb, string>> = {
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
