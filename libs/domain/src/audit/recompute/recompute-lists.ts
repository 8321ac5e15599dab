import { evaluateUnit } from '../../evaluate/evaluate-unit.js';
import type { Evaluation, PersonEvaluation, QuotaSheet } from '../../evaluate/evaluation.js';
import { listIdentity } from '../../evaluate/list-identity.js';
import { Refusal } from '../../refusal.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { hashOfText } from '../../rulebook/content-hash.js';
import type { AuditFinding, AuditPlace } from '../finding.js';
import { differenceText, firstDifference, firstSheetDifference } from './differing-results.js';
import { recomputeFinding } from './recompute-words.js';
import { peopleInFrame, type SealedFrame, type SealedYear, type StoredResult } from './sealed-year.js';
import { caseInFrame } from './unit-frame.js';

/** One round of a unit's list, decided again: its own people and sheet. */
export type ListAgain = {
  readonly frame: SealedFrame;
  readonly people: readonly PersonEvaluation[];
  readonly sheet: QuotaSheet | undefined;
};
export type ListsAgain = { readonly lists: readonly ListAgain[]; readonly findings: readonly AuditFinding[] };

/** Evaluates every sealed list again and compares evaluations, quota sheets, and the lists people decided on. */
export function recomputeLists(year: SealedYear): ListsAgain {
  const findings: AuditFinding[] = [];
  const done = new Map<string, Evaluation>();
  const lists = year.frames.flatMap((frame): readonly ListAgain[] => {
    const evaluation = evaluatedAgain(year, frame, done, findings);
    if (evaluation === null) return [];
    const people = evaluation.people.filter(({ unit }) => unit === frame.unitId);
    return [{ frame, people, sheet: evaluation.quota.find(({ unit }) => unit === frame.unitId) }];
  });
  const results = new Map(year.results.map((one) => [`${one.appraisalId}/${one.round}`, one]));
  for (const list of lists) {
    for (const person of list.people) {
      const stored = results.get(`${person.id}/${list.frame.round}`);
      findings.push(...comparePerson(person, stored, list.frame.where));
    }
    findings.push(...compareSheet(year, list), ...compareDecisions(year, list));
  }
  return { lists, findings };
}

function evaluatedAgain(
  { shelf, ...year }: SealedYear,
  frame: SealedFrame,
  done: Map<string, Evaluation>,
  findings: AuditFinding[],
): Evaluation | null {
  const rulebook = shelf.rulebooks.get(frame.rulebookHash);
  if (rulebook === undefined) {
    findings.push(recomputeFinding('RULES_MISSING', frame.where, { says: frame.rulebookHash }));
    return null;
  }
  // Units of a pool have one evaluation between them.
  const key = canonicalJson([frame.rulebookHash, frame.year, frame.seed, frame.units]);
  const known = done.get(key);
  if (known !== undefined) return known;
  try {
    const people = peopleInFrame({ shelf, ...year }, frame);
    const evaluation = evaluateUnit(rulebook, caseInFrame(frame, people), { hash: frame.rulebookHash });
    done.set(key, evaluation);
    return evaluation;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    findings.push(
      recomputeFinding('CASE_INVALID', frame.where, { says: `${frame.unitId}: ${error.message}` }),
    );
    return null;
  }
}

/**
 * A stored result against the one computed again. Where only its wording is another, a leaf of the log must vouch for
 * it: an engine of another year words its derivations differently.
 */
export function comparePerson(
  again: PersonEvaluation,
  stored: StoredResult | undefined,
  where: AuditPlace,
  code: 'EVALUATION_DIFFERS' | 'CONTEST_DIFFERS' = 'EVALUATION_DIFFERS',
): readonly AuditFinding[] {
  if (stored === undefined) return [recomputeFinding('EVALUATION_MISSING', where, { says: again.id })];
  const body = canonicalJson(again);
  if (stored.body === body) return [];
  // Read back, so that steps are compared as they are stored.
  const difference = firstDifference(stored.person, JSON.parse(body) as PersonEvaluation);
  if (difference !== null) {
    const { clause } = difference;
    return [recomputeFinding(code, stored.where, { says: differenceText(again.id, difference), clause })];
  }
  if (stored.where.leaf !== undefined) return [];
  const words = { zh: `${again.id} 说明文字不同`, en: `${again.id} in its wording` };
  return [recomputeFinding(code, stored.where, { says: words })];
}

function compareSheet({ rows, manifest }: SealedYear, { frame, sheet }: ListAgain): readonly AuditFinding[] {
  const stored = rows.sheet.filter((row) => row.unit_id === frame.unitId && row.round === frame.round);
  const [row] = stored;
  if (row === undefined || sheet === undefined) {
    if (row === undefined && sheet === undefined) return [];
    return [recomputeFinding('QUOTA_DIFFERS', row?.where ?? frame.where, { says: frame.unitId })];
  }
  if (row.cycle_id !== manifest.cycle.id) {
    return [recomputeFinding('QUOTA_DIFFERS', row.where, { says: row.cycle_id })];
  }
  const hash = hashOfText(row.body) === row.hash ? [] : [recomputeFinding('BODY_HASH', row.where)];
  if (row.body === canonicalJson(sheet)) return hash;
  const difference = firstSheetDifference(parsed(row.body) as QuotaSheet, sheet);
  const says = difference === null ? frame.unitId : differenceText(frame.unitId, difference);
  return [
    ...hash,
    recomputeFinding('QUOTA_DIFFERS', row.where, { says, clause: difference?.clause ?? sheet.capClause }),
  ];
}

/** Whoever decided on a list named it by hash: it must be this one. */
function compareDecisions({ rows }: SealedYear, { frame, people }: ListAgain): readonly AuditFinding[] {
  const identity = listIdentity(people);
  return [...rows.act, ...rows.deliberation]
    .filter((row) => row.unit_id === frame.unitId && row.round === frame.round && row.list_hash !== identity)
    .map(({ where, list_hash: shown }) =>
      recomputeFinding('LIST_DIFFERS', where, { says: `${frame.unitId} ${shown} ≠ ${identity}` }),
    );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
