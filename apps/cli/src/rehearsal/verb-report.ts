import { APPROVAL_VERBS, type ApprovalVerb } from '@kaoji/domain/approval';
import Table from 'cli-table3';
import { verbWords } from '@kaoji/domain/story';

/** One act of the year, as the record has it. */
export type VerbUse = {
  readonly verb: ApprovalVerb;
  readonly unit: string; // its name
  readonly round: number;
  readonly step: string;
  readonly asDeputy: boolean;
};
/** What every year of a rehearsal must hold beside the verbs, and how often it did. */
export type Outcomes = {
  readonly deputyActs: number;
  readonly superiorsForNobody: number; // steps nobody was left for
  readonly objectionsUpheld: number;
  readonly objectionsDismissed: number;
  readonly reviewsUpheld: number;
  readonly reviewsChanged: number; // with somebody else's line moved
  readonly appealsUpheld: number;
  readonly refusalsWitnessed: number;
};

const OUTCOME_WORDS: Readonly<Record<keyof Outcomes, string>> = {
  deputyActs: '代理办理 acts as standing deputy',
  superiorsForNobody: '无人可审，报上一级 nobody left, so the superiors',
  objectionsUpheld: '公示异议成立 objections upheld',
  objectionsDismissed: '公示异议不成立 objections dismissed',
  reviewsUpheld: '复核维持 reviews upheld',
  reviewsChanged: '复核改变档次并影响名额线 reviews that changed a grade and moved the line',
  appealsUpheld: '申诉维持 appeals upheld',
  refusalsWitnessed: '两人见证拒签 refusals witnessed by two',
};

/** How often each verb was used; every verb is in it. */
export function countVerbs(uses: readonly VerbUse[]): Readonly<Record<ApprovalVerb, number>> {
  const counts = Object.fromEntries(APPROVAL_VERBS.map((verb) => [verb, 0])) as Record<ApprovalVerb, number>;
  for (const { verb } of uses) counts[verb] += 1;
  return counts;
}

/** What a year should have shown and did not, as sentences; empty when nothing is missing. */
export function missingFrom(uses: readonly VerbUse[], outcomes: Outcomes): readonly string[] {
  const verbs = Object.entries(countVerbs(uses)).filter(([, count]) => count === 0);
  const kinds = Object.entries(outcomes).filter(([, count]) => count === 0);
  return [
    ...verbs.map(([verb]) => `the approval verb ${verb} was never used`),
    ...kinds.map(([kind]) => `the year holds no ${kind}`),
  ];
}

/** Every approval verb with where it was used, and what became of objections and contests. */
export function renderVerbs(uses: readonly VerbUse[], outcomes: Outcomes): string {
  const verbs = new Table({
    head: ['办理方式 Verb', '次数 Times', '何处 Where'],
    style: { head: [], border: [] },
  });
  for (const [verb, count] of Object.entries(countVerbs(uses))) {
    const where = uses
      .filter((use) => use.verb === verb)
      .map(({ unit, round, step }) => `${unit} 第${round}轮 ${step}`);
    verbs.push([
      `${verbWords(verb as ApprovalVerb).zh} ${verb}`,
      count,
      [...new Set(where)].join('\n') || '—',
    ]);
  }
  const kinds = new Table({ head: ['情形 What happened', '次数 Times'], style: { head: [], border: [] } });
  for (const [kind, count] of Object.entries(outcomes))
    kinds.push([OUTCOME_WORDS[kind as keyof Outcomes], count]);
  return `\n━━ 审批办理 Approvals ━━\n${verbs.toString()}\n${kinds.toString()}`;
}
