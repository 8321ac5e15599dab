import type { ContestEventRow, ContestRow, StoredEvaluation } from '@kaoji/application';
import { differingSteps, type PersonEvaluation } from '@kaoji/domain';
import type { Language } from '../terminal/language.js';
import type { Words } from './story-words.js';

export type ContestedRecord = { readonly row: ContestRow; readonly events: readonly ContestEventRow[] };
type Body = ContestEventRow['body'];
type Decided = Extract<Body, { kind: 'decided' | 'decided_again' }>;

/** At most so many differing steps are told; the diff itself is whole in the file of the contest. */
const STEPS = 12;

/** A contest from its grounds to its end: who heard it, what was found, before and after, and who else was touched. */
export function contestChapter(
  { row, events }: ContestedRecord,
  evaluations: readonly StoredEvaluation[],
  words: Words,
  language: Language,
): readonly string[] {
  const { say, who, when } = words;
  return [
    `${when(row.filedAt)} ${say(`本人申请复核：${row.grounds}`, `the appraisee contests: ${row.grounds}`)}`,
    ...events.flatMap(({ actor, happenedAt, body }) => [
      `${when(happenedAt)} ${told(body, who(actor), words)}`,
      ...(body.kind === 'decided' || body.kind === 'decided_again'
        ? difference(body, evaluations, words, language)
        : []),
    ]),
  ];
}

function told(body: Body, actor: string, { say, when }: Words): string {
  const level = 'stage' in body && body.stage === 'appeal' ? say('申诉', 'appeal') : say('复核', 'review');
  switch (body.kind) {
    case 'opened':
      return say(
        `${level}受理：${body.reviewers.length} 人可办，${body.excluded.length} 人因参与过而排除，${when(body.dueAt)} 前办结`,
        `${level} opened: ${body.reviewers.length} may hear it, ${body.excluded.length} kept out for a part in it, due ${when(body.dueAt)}`,
      );
    case 'escalated':
      return say(`${level}逾期，上级也可办`, `${level} is late: the superiors may hear it too`);
    case 'heard':
      return say(`${actor}听取陈述：${body.note}`, `${actor} heard the appraisee: ${body.note}`);
    case 'decided':
      return say(
        `${actor}作出${level}决定：${OUTCOMES[body.outcome][0]}。理由：${body.reason}`,
        `${actor} decided the ${level}: ${OUTCOMES[body.outcome][1]}. Why: ${body.reason}`,
      );
    case 'decided_again':
      return say(
        `${actor}重新审定：${body.verdict === 'applied' ? '按更正办理' : '维持'}。理由：${body.reason}`,
        `${actor} decided again: ${body.verdict}. Why: ${body.reason}`,
      );
    case 'delivered': {
      const until = body.appealUntil;
      return until === null
        ? say(`${level}决定送达本人`, `the ${level} outcome reached the appraisee`)
        : say(
            `${level}决定送达本人，${when(until)} 前可申诉`,
            `the ${level} outcome reached the appraisee, appeal until ${when(until)}`,
          );
    }
    case 'appealed':
      return say(`本人申诉：${body.grounds}`, `the appraisee appeals: ${body.grounds}`);
    case 'withdrawn':
      return say('本人撤回', 'taken back by the appraisee');
    case 'ended':
      return say('办结，结果运用恢复', 'over: consequences are no longer frozen');
  }
}

const OUTCOMES = {
  upheld: ['维持', 'upheld'],
  changed: ['变更', 'changed'],
  sent_back: ['发回重新审定', 'sent back'],
} as const;

/** Before and after, the steps that part, and what the same list would say of others; nothing is taken from them. */
function difference(
  { beforeHash, afterHash, spared, touched }: Decided,
  evaluations: readonly StoredEvaluation[],
  { say, grade }: Words,
  language: Language,
): readonly string[] {
  const lines = spared
    ? [say('重算更差，按不加重原则保留原结果', 'computed again it would be worse: the result before stands')]
    : [];
  const find = (hash: string): PersonEvaluation | null => {
    const found = evaluations.find((one) => one.hash === hash);
    return found === undefined ? null : (JSON.parse(found.body) as PersonEvaluation);
  };
  const [before, after] = [find(beforeHash), find(afterHash)];
  if (beforeHash !== afterHash && before !== null && after !== null) {
    lines.push(
      say(
        `变更前：${grade(before.final)}，综合分 ${before.composite ?? '—'}；变更后：${grade(after.final)}，综合分 ${after.composite ?? '—'}（${after.final.clause ?? after.final.rule}）`,
        `before: ${grade(before.final)}, score ${before.composite ?? '—'}; after: ${grade(after.final)}, score ${after.composite ?? '—'} (${after.final.clause ?? after.final.rule})`,
      ),
    );
    const steps =
      before.derivation === undefined || after.derivation === undefined
        ? []
        : differingSteps(before.derivation, after.derivation);
    lines.push(
      ...steps.slice(0, STEPS).map(({ what, a, b, clauseA, clauseB }) => {
        const clause = clauseB ?? clauseA;
        return `${what[language]}${say('：', ': ')}${a ?? '—'} → ${b ?? '—'}${clause === null ? '' : ` [${clause}]`}`;
      }),
    );
    if (steps.length > STEPS)
      lines.push(say(`（另有 ${steps.length - STEPS} 步不同）`, `(and ${steps.length - STEPS} more steps)`));
  }
  return [
    ...lines.map((line) => `  ${line}`),
    ...touched.map(
      (one) =>
        `  ${say(
          `触及另一人：${grade(one.before)}，重算为${grade(one.recomputed)}，${EFFECTS[one.effect][0]}`,
          `touches somebody else: ${grade(one.before)}, computed again ${grade(one.recomputed)}; ${EFFECTS[one.effect][1]}`,
        )}`,
    ),
  ];
}

const EFFECTS = {
  kept: ['保留原档次', 'keeps what they have'],
  may_rise: ['由人研究是否调高', 'people look at whether it rises'],
  same_standing: ['高低不变', 'neither higher nor lower'],
} as const;
