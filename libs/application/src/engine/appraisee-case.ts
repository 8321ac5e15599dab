import type { AppraiseeCase, UnitCase } from '@kaoji/domain';
import type {
  AdjustmentRow,
  Appraisal,
  CycleUnit,
  EvidenceRow,
  MarkRow,
  RoutineRow,
} from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import type { SurveyTally } from '../ports/survey-records.js';
import type { FoundCycle } from '../staff/find.js';

/** What was collected about the appraisees of one unit; the highest version of everything. */
type Collected = {
  readonly marks: ReadonlyMap<string, readonly MarkRow[]>;
  readonly routine: ReadonlyMap<string, readonly RoutineRow[]>;
  readonly adjustments: ReadonlyMap<string, readonly AdjustmentRow[]>;
  readonly evidence: ReadonlyMap<string, readonly EvidenceRow[]>;
  readonly tallies: ReadonlyMap<string, CountedTally>;
};

/** What a confirmed count says of one person, with the hash of the whole count. */
type CountedTally = SurveyTally & { readonly count: string };

/** Everyone of a unit who has not left, with everything collected about them: the engine's input, ids only. */
export async function appraiseeCases(
  stores: Stores,
  cycleId: string,
  unitId: string,
): Promise<readonly AppraiseeCase[]> {
  const appraisals = await stores.appraisals.ofUnit(cycleId, unitId);
  const tallies = await confirmedTallies(stores, cycleId, unitId);
  const collected: Collected = {
    marks: byAppraisal(await stores.marks.currentOfUnit(cycleId, unitId)),
    routine: byAppraisal(await stores.marks.currentRoutineOfUnit(cycleId, unitId)),
    adjustments: byAppraisal(await stores.marks.currentAdjustmentsOfUnit(cycleId, unitId)),
    evidence: byAppraisal(await stores.marks.currentEvidenceOfUnit(cycleId, unitId)),
    tallies: new Map(tallies.map((tally) => [tally.appraisalId, tally])),
  };
  return appraisals
    .filter(({ status }) => status !== 'left')
    .map((appraisal) => appraiseeCase(appraisal, collected))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The case of some units of a cycle, over the appraisees given. */
export function unitCaseOf(
  cycle: FoundCycle,
  units: readonly CycleUnit[],
  appraisees: readonly AppraiseeCase[],
): UnitCase {
  return {
    format: 'kaoji-case/1',
    year: cycle.year,
    seed: cycle.drawSeed,
    units: units.map(({ unitId, facts, headcount, pool }) => ({
      id: unitId,
      facts: { ...facts },
      ...(headcount === null ? {} : { headcount }),
      ...(pool === null ? {} : { pool }),
    })),
    appraisees: [...appraisees],
  };
}

function appraiseeCase(appraisal: Appraisal, collected: Collected): AppraiseeCase {
  const { id, personId, unitId, posts, category, facts, punishments, earlier } = appraisal;
  const tally = collected.tallies.get(id);
  return {
    id,
    // The same seed gives the same draw in every rehearsal: appraisal ids differ from run to run, people do not.
    lot: personId,
    unit: unitId,
    posts: [...posts],
    category,
    facts: { ...facts },
    punishments: punishments.map((punishment) => ({ ...punishment })),
    earlier: earlier.map((year) => ({ ...year })),
    marks: (collected.marks.get(id) ?? []).map(({ part, role, raterId, value, post }) => ({
      part,
      role,
      rater: raterId,
      value,
      ...(post === null ? {} : { post }),
    })),
    routine: (collected.routine.get(id) ?? []).map(({ period, value }) => ({ period, value })),
    adjustments: (collected.adjustments.get(id) ?? []).map(({ item, times, evidence }) => ({
      item,
      times,
      evidence: [...evidence],
    })),
    evidence: Object.fromEntries(
      (collected.evidence.get(id) ?? []).map(({ part, evidence }) => [part, [...evidence]]),
    ),
    ...(tally === undefined ? {} : { survey: countsOf(tally) }),
  };
}

function countsOf(tally: CountedTally): NonNullable<AppraiseeCase['survey']> {
  const { issued, valid, satisfied, ordinary, assisted, population, count } = tally;
  return { issued, valid, satisfied, ordinary, assisted, population, count };
}

/** Nothing counts before a named person has confirmed the count it comes from. */
async function confirmedTallies(
  stores: Stores,
  cycleId: string,
  unitId: string,
): Promise<readonly CountedTally[]> {
  const confirmed: CountedTally[] = [];
  const counts = new Map<string, string | null>();
  for (const tally of await stores.surveys.tallyOfUnit(cycleId, unitId)) {
    const { campaignId } = tally;
    if (!counts.has(campaignId)) {
      const row = await stores.boxes.count(campaignId);
      counts.set(campaignId, row === null || row.confirmedAt === null ? null : row.hash);
    }
    const count = counts.get(campaignId);
    if (count !== null && count !== undefined) confirmed.push({ ...tally, count });
  }
  return confirmed;
}

function byAppraisal<T extends { readonly appraisalId: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const here = found.get(row.appraisalId);
    if (here === undefined) found.set(row.appraisalId, [row]);
    else here.push(row);
  }
  return found;
}
