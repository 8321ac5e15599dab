import { GENERAL, type Problem } from './general-problems.js';

/** Sign-in at an identity provider. */
const PROVIDER = {
  PROVIDER_STATE_WRONG: {
    status: 400,
    title: { zh: '登录请求对不上', en: 'The answer belongs to no sign-in here' },
  },
  PROVIDER_ISSUER_WRONG: {
    status: 400,
    title: { zh: '答复来自别的认证机构', en: 'Another provider answered' },
  },
  PROVIDER_NONCE_WRONG: {
    status: 400,
    title: { zh: '身份凭证不是为这次登录签发的', en: 'The identity was given for another sign-in' },
  },
  PROVIDER_CODE_REFUSED: {
    status: 400,
    title: { zh: '登录结果已用过或已过期', en: 'The answer was used before or is too old' },
  },
  PROVIDER_DENIED: { status: 403, title: { zh: '认证机构没有放行', en: 'The provider did not let it pass' } },
  PROVIDER_ANSWER_INVALID: {
    status: 400,
    title: { zh: '认证机构的答复不可信', en: 'The provider’s answer proves nothing' },
  },
  PROVIDER_UNAVAILABLE: {
    status: 503,
    title: { zh: '认证机构没有应答', en: 'The identity provider does not answer' },
  },
  PROVIDER_ACCOUNT_UNKNOWN: {
    status: 403,
    title: { zh: '这里没有您的账号', en: 'You have no account here' },
  },
  PROVIDER_CLAIMS_UNMAPPED: {
    status: 403,
    title: { zh: '您的身份信息没有对应的角色', en: 'What the provider says gives you no role' },
  },
  PROVIDER_USERNAME_TAKEN: {
    status: 409,
    title: { zh: '用户名已有密码账号', en: 'The user name has an account with a password' },
  },
  PROVIDER_OTHER_PERSON: {
    status: 403,
    title: { zh: '认证的是另一个人', en: 'The provider vouches for somebody else' },
  },
} as const satisfies Record<string, Problem>;

/** Rulebooks, plans, rosters, opening. */
const PLANNING = {
  RULEBOOK_FINDINGS: { status: 422, title: { zh: '规则手册检查未通过', en: 'The rulebook has findings' } },
  RULEBOOK_NUMBER_UNKNOWN: {
    status: 422,
    title: { zh: '规则手册里没有这个可改的数字', en: 'The rulebook has no such number to try' },
  },
  RULEBOOK_UNKNOWN: {
    status: 422,
    title: { zh: '没有采用过这份规则手册', en: 'No such rulebook was adopted' },
  },
  RULEBOOK_EDITED: {
    status: 409,
    title: { zh: '规则手册内容与已采用的不一致', en: 'The rulebook differs from the one adopted' },
  },
  UNIT_UNKNOWN: { status: 422, title: { zh: '没有这个单位', en: 'No such unit' } },
  UNIT_FACTS_INVALID: {
    status: 422,
    title: { zh: '单位情况填写有误', en: 'The facts of a unit are not valid' },
  },
  CALENDAR_UNKNOWN: { status: 422, title: { zh: '没有这份工作日历', en: 'No such working-day calendar' } },
  CALENDAR_YEAR_UNKNOWN: {
    status: 409,
    title: { zh: '工作日历不含所需年份', en: 'The calendar does not know the year' },
  },
  CIVIL_DATE_INVALID: { status: 422, title: { zh: '日期不存在', en: 'Not a day of the calendar' } },
  DUPLICATE_CYCLE: {
    status: 409,
    title: { zh: '该地区该年度已有考核', en: 'This area and year already has a cycle' },
  },
  CYCLE_STATE: {
    status: 409,
    title: { zh: '考核当前状态不允许此操作', en: 'The cycle is not in the state for this' },
  },
  CONSULTATION_MISSING: {
    status: 409,
    title: { zh: '尚未征求职工意见', en: 'Staff were not consulted yet' },
  },
  PLAN_NOT_PUBLISHED: { status: 409, title: { zh: '考核方案尚未公布', en: 'The plan is not published' } },
  ROSTER_EMPTY: { status: 409, title: { zh: '考核名册为空', en: 'The roster is empty' } },
  ROSTER_INVALID: {
    status: 422,
    title: { zh: '名册有误，未导入任何一行', en: 'The roster has faults; nothing was imported' },
  },
  ROSTER_CLOSED: {
    status: 409,
    title: { zh: '考核已开始，名册不能再整体导入', en: 'The cycle is open: the roster is closed' },
  },
  DUPLICATE_APPRAISEE: {
    status: 409,
    title: { zh: '此人已在本次考核名册中', en: 'This person is on the roster already' },
  },
  FILE_UNREADABLE: { status: 422, title: { zh: '文件无法读取', en: 'The file cannot be read' } },
  FILE_TOO_LARGE: { status: 413, title: { zh: '文件过大或行数过多', en: 'The file is too large' } },
} as const satisfies Record<string, Problem>;

/** Marks, surveys, collection. */
const COLLECTING = {
  COLLECTION_NOT_OPEN: { status: 409, title: { zh: '评价尚未开始', en: 'Collection is not open yet' } },
  COLLECTION_CLOSED: { status: 409, title: { zh: '评价已截止', en: 'Collection is closed' } },
  MARK_REQUEST_INVALID: { status: 422, title: { zh: '评价任务设置有误', en: 'A mark request is not valid' } },
  MARK_NOT_REQUESTED: {
    status: 403,
    title: { zh: '没有请您评价此项', en: 'You were not asked for this mark' },
  },
  PANEL_INVALID: { status: 422, title: { zh: '评议小组名单有误', en: 'This panel cannot sit' } },
  DUPLICATE_PANEL: { status: 409, title: { zh: '评议小组已经指定', en: 'This panel is named already' } },
  PANEL_NOT_SEATED: {
    status: 409,
    title: { zh: '此人不在该评议席位上', en: 'Nobody of that account sits there' },
  },
  PANEL_BLIND: { status: 409, title: { zh: '评分尚在保密中', en: 'The marks are still blind' } },
  DUPLICATE_CHALLENGE: { status: 409, title: { zh: '已经申请过该成员回避', en: 'Asked before' } },
  CHALLENGE_ANSWERED: { status: 409, title: { zh: '回避申请已有决定', en: 'This was answered before' } },
  MARK_OUT_OF_SCALE: { status: 422, title: { zh: '分数超出量程', en: 'The mark is outside its scale' } },
  MARKS_INVALID: {
    status: 422,
    title: { zh: '评分表有误，未导入任何一行', en: 'The sheet has faults; nothing was imported' },
  },
  CAMPAIGN_CLOSED: { status: 409, title: { zh: '测评已结束', en: 'The survey is closed' } },
  LINK_UNKNOWN: { status: 404, title: { zh: '没有这个链接', en: 'No such link' } },
  LINKS_ALREADY_ISSUED: {
    status: 409,
    title: { zh: '这批链接已经发放', en: 'These links were issued before' },
  },
  RESIDENTS_INVALID: {
    status: 422,
    title: { zh: '居民清单有误，未导入任何一行', en: 'The list has faults; nothing was imported' },
  },
  RESIDENTS_MISSING: { status: 409, title: { zh: '尚未导入居民清单', en: 'There is no list of residents' } },
  DRAW_MADE: { status: 409, title: { zh: '样本已经抽取', en: 'The sample is drawn already' } },
  DRAW_MISSING: { status: 409, title: { zh: '尚未抽取样本', en: 'The sample is not drawn yet' } },
  SAMPLE_SIZES_MISSING: { status: 422, title: { zh: '没有规定样本数量', en: 'No sample sizes are given' } },
  CHANNEL_NOT_CONFIGURED: {
    status: 409,
    title: { zh: '本系统未配置该发送渠道', en: 'This channel is not set up here' },
  },
  LINK_SPENT: { status: 409, title: { zh: '链接已使用或已作废', en: 'The link was used or revoked' } },
  SIGNATURE_WRONG: { status: 401, title: { zh: '签名不正确', en: 'The signature is wrong' } },
  QUESTIONNAIRE_FINDINGS: {
    status: 422,
    title: { zh: '问卷检查未通过', en: 'The questionnaire has errors' },
  },
  QUESTIONNAIRE_UNKNOWN: {
    status: 422,
    title: { zh: '没有采用过这份问卷', en: 'No such questionnaire was adopted' },
  },
  SURVEY_SCALE_MISMATCH: {
    status: 422,
    title: { zh: '问卷量表与规则不一致', en: "The questionnaire's scale is not the rulebook's" },
  },
  BOX_PASSPHRASE_WEAK: { status: 422, title: { zh: '口令太弱', en: 'The passphrase is too weak' } },
  BOX_PASSPHRASE_WRONG: { status: 422, title: { zh: '口令不正确', en: 'The passphrase is wrong' } },
  BOX_PASSPHRASE_PAUSED: {
    status: 429,
    title: { zh: '口令连续输错，请稍后再试', en: 'Too many wrong passphrases: wait a little' },
  },
  BOX_SHARES_DO_NOT_FIT: {
    status: 409,
    title: { zh: '钥匙份额不匹配，无法开箱', en: 'The key shares do not open this box' },
  },
  DUPLICATE_HOLDER: { status: 409, title: { zh: '已经领取过钥匙', en: 'You hold a key already' } },
  HOLDER_NOT_SEPARATE: {
    status: 409,
    title: { zh: '保管人应当相互独立', en: 'Key holders must be independent of each other' },
  },
  NOT_A_HOLDER: { status: 403, title: { zh: '不是票箱钥匙保管人', en: 'You hold no key of these boxes' } },
  COUNT_CHANGED: { status: 409, title: { zh: '不是您所见的计票结果', en: 'Not the count you saw' } },
  SAMPLE_NOT_VALID: {
    status: 409,
    title: { zh: '有效票不足，不能形成结果', en: 'Too few valid ballots to make a result' },
  },
} as const satisfies Record<string, Problem>;

/** Lists, results, decisions. */
const DECIDING = {
  STAGE_NOT_OPEN: {
    status: 409,
    title: { zh: '流程当前不在此环节', en: 'The process is not at this stage' },
  },
  ROUND_STALE: { status: 409, title: { zh: '名单已重新汇总', en: 'The list was composed again since' } },
  LIST_CHANGED: { status: 409, title: { zh: '名单内容已变化', en: 'The list is not the one you saw' } },
  ALREADY_DECIDED: { status: 409, title: { zh: '已有决定', en: 'Already decided' } },
  NOT_YOUR_TURN: { status: 403, title: { zh: '尚未轮到您办理', en: 'Not your turn, or not your seat' } },
  ALREADY_ACTED: { status: 409, title: { zh: '您已办理过', en: 'You have acted already' } },
  CLAIMED_BY_OTHER: { status: 409, title: { zh: '已由他人认领', en: 'Claimed by somebody else' } },
  NOT_CLAIMED: { status: 409, title: { zh: '您没有认领', en: 'You have not claimed it' } },
  RECUSED: { status: 403, title: { zh: '应当回避', en: 'Stands aside' } },
  RETURN_TARGET_UNKNOWN: {
    status: 422,
    title: { zh: '不能退回到该环节', en: 'This step does not return there' },
  },
  NOTHING_TO_WITHDRAW: { status: 409, title: { zh: '没有可撤回的办理', en: 'Nothing to withdraw' } },
  ACT_RELIED_ON: {
    status: 409,
    title: { zh: '后续已有办理，不能撤回', en: 'Somebody has acted on it since' },
  },
  SEAT_TAKEN: { status: 409, title: { zh: '该人员已在本环节或不能参加', en: 'That seat cannot be given' } },
  SEAT_NOT_YOURS_TO_REMOVE: {
    status: 403,
    title: { zh: '不能减去他人所加的签', en: 'Not a seat you may remove' },
  },
  VERB_NOT_ALLOWED: { status: 409, title: { zh: '本环节不能这样办理', en: 'Not possible in this step' } },
  BATCH_REFUSED: { status: 409, title: { zh: '本环节须逐一办理', en: 'Each list is judged by itself' } },
  DEPUTY_NOT_VALID: { status: 403, title: { zh: '代理无效或已过期', en: 'Not the deputy now' } },
  DEPUTY_SPAN_INVALID: { status: 422, title: { zh: '代理起止时间有误', en: 'The span is not valid' } },
  ACCOUNT_UNKNOWN: { status: 422, title: { zh: '没有可参加办理的该账号', en: 'No such account for this' } },
  UNCERTAIN_NOT_ACKNOWLEDGED: {
    status: 422,
    title: { zh: '有不确定的情形未逐一说明', en: 'Uncertain cases are not acknowledged' },
  },
  REASON_REQUIRED: { status: 422, title: { zh: '请说明理由', en: 'A reason is required' } },
  OWN_LIST: {
    status: 403,
    title: { zh: '本人在名单内，应当回避', en: 'You are on this list and stand aside' },
  },
  NOTICE_OVER: { status: 409, title: { zh: '公示期已结束', en: 'The period of the notice is over' } },
  NAME_REQUIRED: { status: 422, title: { zh: '异议须署名', en: 'An objection needs a name here' } },
  ALREADY_ANSWERED: { status: 409, title: { zh: '异议已答复', en: 'This objection is answered already' } },
  TOUCHED_UNKNOWN: {
    status: 422,
    title: { zh: '未说明异议涉及的人员', en: 'It is not said whose evidence the objection touches' },
  },
  NOT_REOPENED: {
    status: 409,
    title: { zh: '此人的材料未重新开放', en: 'The evidence of this person is not re-opened' },
  },
  OBJECTION_SEALED_WRONG: {
    status: 500,
    title: { zh: '异议内容无法解密', en: 'The objection cannot be opened' },
  },
  BUNDLE_NOT_READY: {
    status: 409,
    title: { zh: '审计包尚未形成', en: 'There is no audit bundle yet' },
  },
  ARCHIVE_NOT_CONFIGURED: {
    status: 409,
    title: { zh: '本系统未设档案存放处', en: 'This installation keeps no archive' },
  },
  RESULT_NOT_READY: { status: 409, title: { zh: '结果尚未通知', en: 'The result is not notified yet' } },
  RESULT_NOT_RECEIVED: {
    status: 409,
    title: { zh: '书面结果尚未签收', en: 'The written result is not received yet' },
  },
  ALREADY_DELIVERED: { status: 409, title: { zh: '已经送达', en: 'Delivered already' } },
  NOTHING_TO_DELIVER: { status: 409, title: { zh: '没有待送达的结果', en: 'No result is on its way' } },
  WITNESSES_INVALID: { status: 422, title: { zh: '见证人不符合要求', en: 'The witnesses will not do' } },
  REFERENCE_MISSING: { status: 422, title: { zh: '缺少邮寄凭证号', en: 'The reference is missing' } },
  TOOK_PART_BEFORE: {
    status: 403,
    title: { zh: '参与过原考核，应当回避', en: 'Had a part in the result and stands aside' },
  },
  CORRECTIONS_MISSING: { status: 422, title: { zh: '没有指明更正内容', en: 'Nothing is corrected' } },
  CORRECTIONS_UNUSED: {
    status: 422,
    title: { zh: '维持原结果不应有更正', en: 'What is upheld corrects nothing' },
  },
  CORRECTION_UNKNOWN: {
    status: 422,
    title: { zh: '更正对象不在卷宗内', en: 'What is corrected is not in the evidence' },
  },
  CORRECTION_INVALID: {
    status: 422,
    title: { zh: '更正后的数据不符合规则手册', en: 'The rulebook cannot read what is corrected' },
  },
  NOTHING_CHANGES: { status: 409, title: { zh: '更正后结果不变', en: 'The corrections change nothing' } },
  ALREADY_SIGNED: { status: 409, title: { zh: '已经签收', en: 'Already signed' } },
  CONTEST_WINDOW_CLOSED: {
    status: 409,
    title: { zh: '已过申请复核期限', en: 'The time to contest has passed' },
  },
  ALREADY_CONTESTED: { status: 409, title: { zh: '已提出复核申请', en: 'Already contested' } },
  GATE_RECORDS_MISSING: {
    status: 422,
    title: { zh: '缺少必备的程序记录', en: 'Required records are missing' },
  },
  GATE_CLOSED_BY_LAW: {
    status: 409,
    title: { zh: '法律不允许作出此项处理', en: 'The law does not let this be done' },
  },
  DOCUMENT_UNKNOWN: {
    status: 422,
    title: { zh: '没有程序要求这种文件', en: 'No gate asks for such a document' },
  },
  DOCUMENT_DATE_INVALID: { status: 422, title: { zh: '日期不合理', en: 'The date cannot be' } },
  DUPLICATE_DOCUMENT: {
    status: 409,
    title: { zh: '该文件已撤销', en: 'This document is taken back already' },
  },
  PLAN_ENDED: { status: 409, title: { zh: '改进计划已结束', en: 'This plan has ended' } },
  PLAN_STEPS_OPEN: {
    status: 409,
    title: { zh: '改进步骤尚未全部完成', en: 'Steps of the plan are still open' },
  },
  DUPLICATE_PLAN_ACT: { status: 409, title: { zh: '该步骤已登记', en: 'This step is recorded already' } },
  PERIOD_INVALID: { status: 422, title: { zh: '期间尚未结束', en: 'The period is not over' } },
  GRADES_INVALID: {
    status: 422,
    title: { zh: '往年结果有误，未导入任何一行', en: 'The results have faults; nothing was imported' },
  },
  NOTHING_TO_CONFIRM: {
    status: 409,
    title: { zh: '没有待确认的处理', en: 'Nothing waits for confirmation' },
  },
  CONSEQUENCE_UNKNOWN: { status: 422, title: { zh: '没有这项结果运用', en: 'No such consequence here' } },
  CONSEQUENCES_UNDECIDED: {
    status: 422,
    title: { zh: '还有待确认的处理没有决定', en: 'Some consequences are left undecided' },
  },
  ERASURE_NOT_CONFIRMED: {
    status: 422,
    title: { zh: '姓名不符，没有删除', en: 'Another name was typed: nothing is erased' },
  },
  ERASURE_TOO_EARLY: {
    status: 409,
    title: { zh: '考核或复核申诉未结束，暂不能删除', en: 'Too early to erase: something is still open' },
  },
  PERSON_KEY_GONE: { status: 409, title: { zh: '此人信息已经删除', en: 'This person is erased already' } },
  PERSON_ERASED: {
    status: 409,
    title: { zh: '此人信息已删除，不再记录', en: 'This person is erased: nothing more is written' },
  },
  STILL_HELD: { status: 409, title: { zh: '仍有其他暂缓情形', en: 'Something else still holds it' } },
  NOT_HELD: { status: 409, title: { zh: '该考核没有暂缓', en: 'This appraisal is not held' } },
  PUNISHMENT_UNKNOWN: {
    status: 422,
    title: { zh: '规则手册没有这种处分', en: 'The rulebook knows no such punishment' },
  },
  WORKFLOW_CLOSED: { status: 409, title: { zh: '流程已结束', en: 'This process has ended' } },
} as const satisfies Record<string, Problem>;

/** Every refusal the wire knows: its status and its title. */
export const PROBLEMS = { ...GENERAL, ...PROVIDER, ...PLANNING, ...COLLECTING, ...DECIDING } as const;
export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS).filter(isProblemCode);

/** Whether a text is the code of a documented problem. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
