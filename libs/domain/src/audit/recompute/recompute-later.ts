import { decideContest } from '../../contest/decide-contest.js';
import type { ContestEvent } from '../../contest/contest-record.js';
import { sealedCorrections } from '../../contest/blind-aliases.js';
import { evaluateAfterHold } from '../../evaluate/evaluate-after-hold.js';
import type { PersonEvaluation, QuotaSheet } from '../../evaluate/evaluation.js';
import type { AppraiseeCase } from '../../evaluate/unit-case.js';
import { Refusal } from '../../refusal.js';
import type { AuditFinding } from '../finding.js';
import { comparePerson, type ListAgain } from './recompute-lists.js';
import { recomputeFinding } from './recompute-words.js';
import { lastFrame, type SealedPerson, type SealedYear, type StoredResult } from './sealed-year.js';
import { caseInFrame } from './unit-frame.js';

/** What the lists came to, and every result that was decided again later, by appraisal and in order of time. */
export type LaterAgain = {
  readonly people: readonly PersonEvaluation[];
  readonly findings: readonly AuditFinding[];
  readonly open: number; // results that could not be decided again from what is here
};
type Bench = {
  readonly year: SealedYear;
  readonly lists: readonly ListAgain[];
  /** Quota grades given after a hold so far, by unit. */
  readonly givenLater: Map<string, number>;
};

/**
 * Decides again what came after the lists, in its order: grades after a hold, and results a contest changed on corrected
 * evidence. Each is a round of its own with evidence of its own.
 */
export function recomputeLater(year: SealedYear, lists: readonly ListAgain[]): LaterAgain {
  const findings: AuditFinding[] = [];
  const people: PersonEvaluation[] = [];
  let open = 0;
  const bench: Bench = { year, lists, givenLater: new Map() };
  const listed = new Set(
    lists.flatMap(({ frame, people: all }) => all.map(({ id }) => `${id}/${frame.round}`)),
  );
  const known = new Set(year.frames.map(({ unitId }) => unitId));
  const later = year.evidence
    .filter((one) => known.has(one.person.unit) && !listed.has(`${one.appraisalId}/${one.round}`))
    .filter((one) => !isOfList(year, one))
    .sort((a, b) => a.sealedAt - b.sealedAt);
  for (const sealed of later) {
    const stored = year.results.find(
      (one) => one.appraisalId === sealed.appraisalId && one.round === sealed.round,
    );
    const again = decidedAgain(bench, sealed, findings);
    if (again === null) {
      open += 1;
      continue;
    }
    people.push(again.person);
    findings.push(...comparePerson(again.person, stored, sealed.where, again.code));
  }
  findings.push(...unfounded(year));
  return { people, findings, open };
}

/** Evidence sealed for a list that cannot be evaluated has been named already. */
function isOfList({ frames }: SealedYear, { person, round }: SealedPerson): boolean {
  return frames.some((frame) => frame.unitId === person.unit && frame.round === round);
}

function unfounded({ frames, evidence, results }: SealedYear): readonly AuditFinding[] {
  const sealed = new Set(evidence.map(({ appraisalId, round }) => `${appraisalId}/${round}`));
  const known = new Set(frames.map(({ unitId }) => unitId));
  return results
    .filter(
      ({ appraisalId, round, person }) => known.has(person.unit) && !sealed.has(`${appraisalId}/${round}`),
    )
    .map(({ where, appraisalId }) => recomputeFinding('EVALUATION_UNFOUNDED', where, { says: appraisalId }));
}

type Decided = { readonly person: PersonEvaluation; readonly code: 'EVALUATION_DIFFERS' | 'CONTEST_DIFFERS' };

function decidedAgain(bench: Bench, sealed: SealedPerson, findings: AuditFinding[]): Decided | null {
  const { year } = bench;
  const document = documentOf(year, sealed);
  try {
    if (document === 'review' || document === 'appeal') {
      const person = afterContest(bench, sealed);
      return person === null ? null : { person, code: 'CONTEST_DIFFERS' };
    }
    const person = afterHold(bench, sealed);
    return person === null ? null : { person, code: 'EVALUATION_DIFFERS' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    findings.push(
      recomputeFinding('CASE_INVALID', sealed.where, { says: `${sealed.appraisalId}: ${error.message}` }),
    );
    return null;
  }
}

/** Which written result this round of evidence came to. */
function documentOf({ rows, results }: SealedYear, { appraisalId, round }: SealedPerson): string | null {
  const stored = results.find((one) => one.appraisalId === appraisalId && one.round === round);
  const written = rows.written.filter(
    (row) => row.appraisal_id === appraisalId && row.result_hash === stored?.hash,
  );
  return written.map(({ document }) => document).sort()[0] ?? null;
}

function afterHold({ year, lists, givenLater }: Bench, sealed: SealedPerson): PersonEvaluation | null {
  const unit = sealed.person.unit;
  const frame = lastFrame(year, unit);
  const rulebook = year.shelf.rulebooks.get(frame?.rulebookHash ?? '');
  const list = lists.findLast((one) => one.frame.unitId === unit);
  if (frame === undefined || rulebook === undefined || list?.sheet === undefined) return null;
  const own = frame.units.filter(({ id }) => id === unit);
  const people = year.evidence
    .filter((one) => one.person.unit === unit && one.round === frame.round)
    .map(({ person }) => (person.id === sealed.person.id ? sealed.person : person))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const given = givenLater.get(unit) ?? 0;
  const person = evaluateAfterHold(rulebook, {
    closedCase: caseInFrame({ ...frame, units: own }, people),
    personId: sealed.person.id,
    sheets: [list.sheet, ...matesOf(lists, list)],
    givenLater: given,
  });
  const takes = person.final.grade !== null && rulebook.quota.grades.includes(person.final.grade);
  if (takes) givenLater.set(unit, given + 1);
  return person;
}

function matesOf(lists: readonly ListAgain[], { frame }: ListAgain): readonly QuotaSheet[] {
  return frame.units
    .filter(({ id }) => id !== frame.unitId)
    .flatMap(({ id }) => lists.findLast((one) => one.frame.unitId === id)?.sheet ?? []);
}

/** The contested result on the evidence as corrected: what the record says was corrected, applied again. */
function afterContest(bench: Bench, sealed: SealedPerson): PersonEvaluation | null {
  const { year } = bench;
  const frame = lastFrame(year, sealed.person.unit);
  const rulebook = year.shelf.rulebooks.get(frame?.rulebookHash ?? '');
  const before = year.results
    .filter(({ appraisalId, round }) => appraisalId === sealed.appraisalId && round < sealed.round)
    .sort((a, b) => b.round - a.round)[0];
  const decision = decisionOf(year, sealed, before);
  if (frame === undefined || rulebook === undefined || before === undefined || decision === null) return null;
  const people = evidenceAt(
    year,
    sealed.sealedAt,
    sealed,
    frame.units.map(({ id }) => id),
  );
  const own = people.find(({ id }) => id === sealed.appraisalId);
  if (own === undefined) return null;
  return decideContest(
    rulebook,
    {
      unitCase: caseInFrame(frame, people),
      personId: sealed.appraisalId,
      standing: before.person,
      corrections: sealedCorrections(own, decision),
    },
    frame.rulebookHash,
  ).after;
}

type Corrections = Extract<ContestEvent, { readonly kind: 'decided' }>['corrections'];

/** The corrections behind a changed result; of one that was decided again, those of whoever sent it back. */
function decisionOf(
  { rows }: SealedYear,
  sealed: SealedPerson,
  before: StoredResult | undefined,
): Corrections | null {
  const contests = new Set(
    rows.contest.filter((row) => row.appraisal_id === sealed.appraisalId).map(({ id }) => id),
  );
  const events = rows.contestEvent
    .filter((row) => contests.has(row.contest_id) && row.happened_at <= sealed.sealedAt)
    .sort((a, b) => a.seq - b.seq)
    .map(({ body }) => eventOf(body));
  const last = events.findLast(
    (event) => event?.kind === 'decided' && event.corrections.length > 0 && event.beforeHash === before?.hash,
  );
  return last?.kind === 'decided' ? last.corrections : null;
}

function eventOf(body: string): ContestEvent | null {
  try {
    return JSON.parse(body) as ContestEvent;
  } catch {
    return null; // sealed to a person whose key is not here
  }
}

/** The evidence of the pool as it counted then: the last list's, or what a later round left of it. */
function evidenceAt(
  year: SealedYear,
  at: number,
  { appraisalId, round }: SealedPerson,
  units: readonly string[],
): readonly AppraiseeCase[] {
  return units.flatMap((unit) => {
    const rounds = year.frames.filter((frame) => frame.unitId === unit && frame.sealedAt <= at);
    const list = rounds.at(-1)?.round;
    const listed = year.evidence.filter((one) => one.person.unit === unit && one.round === list);
    return listed
      .map((one) => {
        const newer = year.evidence
          .filter((other) => other.appraisalId === one.appraisalId && other.round > one.round)
          .filter(
            (other) => other.sealedAt <= at && !(other.appraisalId === appraisalId && other.round >= round),
          )
          .sort((a, b) => b.round - a.round)[0];
        return (newer ?? one).person;
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}
