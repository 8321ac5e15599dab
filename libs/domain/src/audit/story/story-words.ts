import type { LocalText } from '../../rulebook/schema/text.js';
import type { StoryChapter, StorySource } from './story.js';

type Words = Readonly<Record<string, LocalText>>;

/** Who somebody is, by role; `self` is the appraisee. */
const ROLES: Words = {
  self: { zh: '本人', en: 'the appraisee' },
  flow: { zh: '流程', en: 'the flow' },
  hr_officer: { zh: '组织人事', en: 'HR' },
  supervisor: { zh: '主管领导', en: 'the supervisor' },
  superior: { zh: '领导班子成员', en: 'a member of the leading group' },
  panel_member: { zh: '考察组成员', en: 'a member of the panel' },
  reviewer: { zh: '复核人员', en: 'a reviewer' },
  auditor: { zh: '审计', en: 'an auditor' },
  peer: { zh: '同事', en: 'a colleague' },
  appraisee: { zh: '工作人员', en: 'a worker' },
};
/** Grades, stages and other codes a state or a change may hold. */
const CODES: Words = {
  excellent: { zh: '优秀', en: 'excellent' },
  competent: { zh: '合格', en: 'competent' },
  basically_competent: { zh: '基本合格', en: 'basically competent' },
  incompetent: { zh: '不合格', en: 'incompetent' },
  graded: { zh: '确定档次', en: 'graded' },
  ungraded: { zh: '不确定档次', en: 'no grade' },
  comment_only: { zh: '只写评语', en: 'comment only' },
  held: { zh: '暂缓确定', en: 'held' },
  undecided: { zh: '待研究', en: 'undecided' },
  open: { zh: '收集证据', en: 'collecting evidence' },
  sealed: { zh: '已封存', en: 'sealed' },
  contested: { zh: '复核、申诉中', en: 'contested' },
  awaiting_confirmation: { zh: '待确认', en: 'awaiting confirmation' },
  closed: { zh: '已办结', en: 'closed' },
  opening: { zh: '启动', en: 'opening' },
  hearing: { zh: '办理中', en: 'being heard' },
  sent_back: { zh: '发回重新审定', en: 'sent back' },
  outcome_on_its_way: { zh: '决定送达中', en: 'outcome on its way' },
  appealable: { zh: '可申诉', en: 'may be appealed' },
  ended: { zh: '已结束', en: 'ended' },
  review: { zh: '复核', en: 'review' },
  appeal: { zh: '申诉', en: 'appeal' },
  collecting: { zh: '收集', en: 'collecting' },
  surveying: { zh: '等待测评', en: 'survey still open' },
  composing: { zh: '评定', en: 'being graded' },
  deliberating: { zh: '审定', en: 'being decided' },
  returned: { zh: '退回', en: 'returned' },
  notice: { zh: '公示', en: 'public notice' },
  notifying: { zh: '送达', en: 'notifying' },
  finished: { zh: '结束', en: 'finished' },
};
const FIELDS: Words = {
  stage: { zh: '状态', en: 'stage' },
  round: { zh: '轮次', en: 'round' },
  composite: { zh: '综合分', en: 'score' },
  outcome: { zh: '结论', en: 'outcome' },
  grade: { zh: '档次', en: 'grade' },
  level: { zh: '层级', en: 'level' },
  step: { zh: '审定环节', en: 'approval step' },
  appraisals: { zh: '人数', en: 'people' },
};
const CHAPTERS: Readonly<Record<StoryChapter, LocalText>> = {
  start: { zh: '开始', en: 'Start' },
  evidence: { zh: '证据', en: 'Evidence' },
  grade: { zh: '评定', en: 'Grade' },
  approval: { zh: '审定', en: 'Approval' },
  notice: { zh: '公示', en: 'Notice' },
  delivery: { zh: '送达', en: 'Delivery' },
  contest: { zh: '复核、申诉', en: 'Contest' },
  consequences: { zh: '结果运用', en: 'Consequences' },
  ledger: { zh: '权益台账', en: 'Ledger' },
  engine: { zh: '程序内部', en: 'Engine' },
};
const SOURCES: Readonly<Record<StorySource, LocalText>> = {
  appraisal: { zh: '考核流程', en: 'appraisal flow' },
  contest: { zh: '复核申诉流程', en: 'contest flow' },
  unit: { zh: '单元流程', en: 'unit flow' },
  record: { zh: '记录', en: 'record' },
};

const inTable = (table: Words, code: string): LocalText => table[code] ?? { zh: code, en: code };

/** Whoever holds these roles; nobody's roles are known: staff. */
export function whoWords(roles: readonly string[]): LocalText {
  if (roles.length === 0) return { zh: '工作人员', en: 'staff' };
  const words = roles.map((role) => inTable(ROLES, role));
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join('、') };
}
/** A grade, outcome or stage in words; codes nobody has words for are said as they are. */
export const codeWords = (code: string): LocalText => inTable(CODES, code);
export const fieldWords = (field: string): LocalText => inTable(FIELDS, field);
export const chapterWords = (chapter: StoryChapter): LocalText => CHAPTERS[chapter];
export const sourceWords = (source: StorySource): LocalText => SOURCES[source];

const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** An instant in China's time, to the second: `2026-03-02 09:30:00`. */
export const chinaTime = (at: number): string => CHINA.format(at);
