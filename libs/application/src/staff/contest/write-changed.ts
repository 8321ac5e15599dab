import { canonicalJson, hashOf, type AppraiseeCase, type PersonEvaluation } from '@kaoji/domain';
import { finalResult, proposedRow } from '../../engine/notify-unit.js';
import type { ConsequenceRow, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import type { FoundContest } from './find-contest.js';
import type { Recomputed } from './recompute.js';

/**
 * Writes the result a contest changed as a round of its own, with the corrected evidence, and what follows from it
 * in place of what followed before. All of it stays frozen until the contest is over. Gives the result's hash.
 */
export async function writeChanged(
  stores: Stores,
  { appraisal }: Pick<FoundContest, 'appraisal'>,
  { result, standing, person }: Recomputed,
  by: string,
  at: Instant,
): Promise<string> {
  const { id: appraisalId } = appraisal;
  const round = standing.round + 1;
  const { after } = result;
  const [evidenceHash, resultHash] = [hashOf(person), hashOf(after)];
  await stores.results.insertEvidence([
    { appraisalId, round, hash: evidenceHash, body: canonicalJson(person), sealedAt: at },
  ]);
  await stores.results.insertEvaluations([
    { appraisalId, round, hash: resultHash, body: canonicalJson(after) },
  ]);
  await replaceConsequences(stores, appraisalId, after, by, at);
  await stores.appraisals.advance(appraisalId, appraisal.version, {
    facts: factsOf(person),
    composite: after.composite,
    provisionalGrade: after.provisional.grade,
    evidenceHash,
    ...finalResult(resultHash, after),
  });
  return resultHash;
}

function factsOf({ facts }: AppraiseeCase): AppraiseeCase['facts'] {
  return facts;
}

async function replaceConsequences(
  stores: Stores,
  appraisalId: string,
  { consequences }: PersonEvaluation,
  by: string,
  at: Instant,
): Promise<void> {
  const rows = await stores.decisions.currentConsequences([appraisalId]);
  const known = new Map(rows.map((row) => [row.rule, row]));
  const wanted = new Set(consequences.map(({ rule }) => rule));
  const next = consequences.flatMap((one): readonly ConsequenceRow[] => {
    const before = known.get(one.rule);
    const row = proposedRow(appraisalId, one);
    if (before !== undefined && before.state === 'frozen' && sameWords(before, row)) return [];
    return [{ ...row, state: 'frozen', version: (before?.version ?? 0) + 1 }];
  });
  const gone = rows
    .filter(({ rule, state }) => !wanted.has(rule) && state !== 'refused')
    .map((row): ConsequenceRow => {
      return { ...row, state: 'refused', decidedBy: by, decidedAt: at, version: row.version + 1 };
    });
  if (next.length + gone.length > 0) await stores.decisions.appendConsequences([...next, ...gone]);
}

function sameWords(before: ConsequenceRow, row: ConsequenceRow): boolean {
  const words = ({ effect, params, force, adverse, gate, clause }: ConsequenceRow) =>
    canonicalJson({ effect, params, force, adverse, gate, clause });
  return words(before) === words(row);
}
