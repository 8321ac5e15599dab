import type { ConsequenceRow, DeliveryRow } from '@kaoji/application';
import type { AppraiseeCase, PersonEvaluation } from '@kaoji/domain';
import type { Language } from '../terminal/language.js';
import type { AppraisalRecord } from './appraisal-record.js';
import { contestChapter } from './contest-chapter.js';
import { wordsIn, type Words } from './story-words.js';

/**
 * One appraisal told from its records in plain words: evidence, grade, approval, notice, delivery, contest with what it changed,
 * consequences with their gates, ledger. People are told by role; the clause stands beside what rests on it.
 */
export function appraisalStory(record: AppraisalRecord, language: Language): string {
  const words = wordsIn(language, record.roles);
  const { say } = words;
  const chapters: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [say('证据', 'Evidence'), evidence(record, words)],
    [say('评定', 'Grade'), graded(record, words, language)],
    [say('审定', 'Approval'), approval(record, words)],
    [say('公示', 'Notice'), notices(record, words)],
    [say('送达', 'Delivery'), deliveries(record, words)],
    [
      say('复核、申诉', 'Contest'),
      record.contest === null ? [] : contestChapter(record.contest, record.evaluations, words, language),
    ],
    [say('结果运用', 'Consequences'), consequences(record, words)],
    [say('权益台账', 'Ledger'), ledger(record, words)],
  ];
  const none = say('无', 'none');
  return [
    `${say('一次考核的经过', 'The story of one appraisal')} ${record.appraisal.id} (${record.cycleKey})`,
    ...chapters.flatMap(([title, lines]) => [
      `\n${title}`,
      ...(lines.length === 0 ? [none] : lines).map((line) => `  ${line}`),
    ]),
  ].join('\n');
}

function evidence({ evidence: sealed }: AppraisalRecord, { say, when }: Words): readonly string[] {
  if (sealed === null) return [];
  const { marks, routine, adjustments } = JSON.parse(sealed.body) as AppraiseeCase;
  const roles = [...new Set(marks.map(({ role }) => role))].sort();
  const raters = roles
    .map((role) => `${role} ${marks.filter((mark) => mark.role === role).length}`)
    .join('、');
  return [
    say(
      `评价 ${marks.length} 项（${raters}），平时考核 ${routine.length} 期，加减分 ${adjustments.length} 项`,
      `${marks.length} marks (${raters}), ${routine.length} routine periods, ${adjustments.length} adjustments`,
    ),
    `${when(sealed.sealedAt)} ${say('封存', 'sealed')} ${sealed.hash}`,
  ];
}

function graded(
  { evaluations }: AppraisalRecord,
  { say, grade }: Words,
  language: Language,
): readonly string[] {
  return evaluations.map(({ round, body }) => {
    const { composite, provisional, final, line } = JSON.parse(body) as PersonEvaluation;
    const why = [final.why[language], ...(line === null ? [] : [line.why[language]])].join(say('；', '; '));
    return say(
      `第 ${round} 轮：综合分 ${composite ?? '—'}，拟定${grade(provisional)}，确定${grade(final)}（${final.clause ?? final.rule}）：${why}`,
      `round ${round}: score ${composite ?? '—'}, proposed ${grade(provisional)}, final ${grade(final)} (${final.clause ?? final.rule}): ${why}`,
    );
  });
}

function approval({ acts }: AppraisalRecord, { say, who, when, verb }: Words): readonly string[] {
  return acts.map((act) => {
    const deputy = act.onBehalfOf === null ? '' : say('（代理）', ' (as deputy)');
    const reason = act.reason === null ? '' : say(`：${act.reason}`, `: ${act.reason}`);
    return `${when(act.actAt)} ${say(`第 ${act.round} 轮`, `round ${act.round}`)} ${act.step} ${who(act.actBy)}${deputy} ${verb(act.verb)}${reason}`;
  });
}

function notices(
  { appraisal, notices: shown }: AppraisalRecord,
  { say, who, when }: Words,
): readonly string[] {
  return shown.flatMap(({ page, objections }) => {
    const named = [...page.entries, ...page.standing].some(({ appraisalId }) => appraisalId === appraisal.id);
    return [
      `${when(page.startsAt)} ${say(
        `第 ${page.round} 轮公示至 ${when(page.endsAt)}，${named ? '本人在列' : '本人不在列'}`,
        `notice of round ${page.round} until ${when(page.endsAt)}, ${named ? 'this person is shown' : 'this person is not shown'}`,
      )}`,
      ...objections.map(({ answer }) => {
        if (answer === null) return say('异议一项，尚未答复', 'an objection, not answered yet');
        const verdict = answer.verdict === 'upheld' ? say('成立', 'upheld') : say('不成立', 'dismissed');
        const touched = answer.touched.includes(appraisal.id) ? say('，涉及本人', ', about this person') : '';
        return `${when(answer.answeredAt)} ${who(answer.answeredBy)} ${say('答复异议：', 'answered an objection: ')}${verdict}${touched}`;
      }),
    ];
  });
}

function deliveries({ deliveries: rows }: AppraisalRecord, { say, who, when }: Words): readonly string[] {
  return rows.map(({ document, way, deliveredBy, witnesses, deliveredAt, contestUntil }) => {
    const seen =
      witnesses.length === 0
        ? ''
        : say(`，见证：${witnesses.map(who).join('、')}`, `, seen by ${witnesses.map(who).join(' and ')}`);
    const until =
      contestUntil === null
        ? ''
        : say(`，${when(contestUntil)} 前可提出`, `, may be contested until ${when(contestUntil)}`);
    return `${when(deliveredAt)} ${say(...DOCUMENTS[document])} ${say(...WAYS[way])} (${who(deliveredBy)})${seen}${until}`;
  });
}

type Pair = readonly [zh: string, en: string];
const DOCUMENTS: Readonly<Record<DeliveryRow['document'], Pair>> = {
  result: ['书面结果', 'written result'],
  later_result: ['补定档次结果', 'result graded later'],
  review: ['复核决定', 'review outcome'],
  appeal: ['申诉决定', 'appeal outcome'],
};
const WAYS: Readonly<Record<DeliveryRow['way'], Pair>> = {
  received: ['本人签收', 'received'],
  signed: ['本人签署', 'signed'],
  handed_over: ['当面送交', 'handed over'],
  refused_witnessed: ['拒签，两人见证', 'refused before two witnesses'],
  posted: ['邮寄', 'posted'],
};
const STATES: Readonly<Record<ConsequenceRow['state'], Pair>> = {
  proposed: ['待定', 'proposed'],
  confirmed: ['已确认', 'confirmed'],
  frozen: ['冻结', 'frozen'],
  refused: ['不予运用', 'not applied'],
};

function consequences({ consequences: rows }: AppraisalRecord, { say, who }: Words): readonly string[] {
  return rows.map(({ rule, clause, effect, adverse, state, decidedBy, gate, gateRecords }) => {
    const hurts = adverse ? say('（不利）', ' (adverse)') : '';
    const by = decidedBy === null ? '' : say(`，${who(decidedBy)}`, `, ${who(decidedBy)}`);
    const records = say(
      `；关口 ${gate.join('、')}：已备 ${gateRecords.length} 件`,
      `; gate ${gate.join(', ')}: ${gateRecords.length} on record`,
    );
    const what = `${rule} [${clause ?? '—'}] ${effect}${hurts}`;
    return `${what}${say('：', ': ')}${say(...STATES[state])}${by}${gate.length === 0 ? '' : records}`;
  });
}

function ledger({ ledger: entries, rehearsal }: AppraisalRecord, { say, who }: Words): readonly string[] {
  if (rehearsal) return [say('演练不入台账', 'a rehearsal never reaches the ledger')];
  return entries.map(
    ({ rule, clause, effect, effectiveOn, reverses, confirmedBy }) =>
      `${effectiveOn} ${rule} [${clause ?? '—'}] ${effect}${reverses === null ? '' : say('（冲回）', ' (reversal)')} ${who(confirmedBy)}`,
  );
}
