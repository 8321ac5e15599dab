import {
  Refusal,
  adjustableNumbers,
  changedSource,
  lintRulebook,
  whatIf,
  type AppraiseeCase,
  type Decision,
  type Finding,
  type NumberChange,
  type PersonDifference,
  type QuotaDifference,
  type Rulebook,
  type WhatIf,
} from '@kaoji/domain';
import { unitCaseOf } from '../../engine/appraisee-case.js';
import { cycleContext } from '../../engine/cycle-context.js';
import { poolOf } from '../../engine/seal-evidence.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { evidenceNow } from '../contest/recompute.js';
import { findCycle, findCycleUnit } from '../find.js';
import type { RulebookShelf } from './rulebook-shelf.js';

type Shown = Exclude<QuotaDifference['field'], 'awarded' | 'displaced'>;
export type GradedOtherwise = {
  readonly appraisalId: string;
  readonly name: string;
  readonly before: Decision;
  readonly after: Decision;
  readonly compositeBefore: string | null;
  readonly compositeAfter: string | null;
  readonly step: PersonDifference['step'];
};
export type UnitWhatIf = {
  readonly findings: readonly Finding[];
  readonly source: string;
  readonly outcome:
    | (Pick<WhatIf, 'people' | 'scored' | 'elsewhere' | 'results'> & {
        readonly graded: readonly GradedOtherwise[];
        readonly quota: readonly { readonly field: Shown; readonly before: string; readonly after: string }[];
      })
    | null;
};
type Asked = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly changes: readonly NumberChange[];
};

/**
 * Who of a unit would be graded otherwise under other numbers, on its sealed evidence; and the changed rulebook as a
 * file. Writes nothing. A rulebook with findings grades nobody: they come back alone. Refuses `NOT_FOUND`,
 * `FORBIDDEN`, `STAGE_NOT_OPEN` before the evidence is sealed, `RULEBOOK_NUMBER_UNKNOWN`.
 */
export async function whatIfUnit(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  { cycleId, unitId, changes }: Asked,
): Promise<UnitWhatIf> {
  return deps.transactions.read(async (stores) => {
    const { areaId, rulebookHash } = await findCycle(stores, cycleId);
    demand(actor, 'rulebook.what_if', { areaId, unitId });
    const { round } = await findCycleUnit(stores, cycleId, unitId);
    const context = await cycleContext(deps, stores, cycleId);
    const pool = await poolOf(stores, context, unitId);
    const people: AppraiseeCase[] = [];
    for (const mate of pool) people.push(...(await evidenceNow(stores, cycleId, mate.unitId)));
    if (round === 0 || !people.some(({ unit }) => unit === unitId)) {
      throw new Refusal('STAGE_NOT_OPEN', 'The evidence of this unit is not sealed yet.');
    }
    knownNumbers(context.rulebook, changes);
    const adopted = await stores.rulebooks.byHash(rulebookHash);
    const source = changedSource(adopted?.source ?? '', changes, `${context.rulebook.version}-draft`);
    const { findings, rulebook, hash } = lintRulebook(source);
    if (findings.length > 0 || rulebook === null || hash === null) {
      return { findings, source, outcome: null };
    }
    const unitCase = unitCaseOf(context.cycle, pool, people);
    const before = { rulebook: context.rulebook, hash: rulebookHash };
    const found = whatIf(unitCase, unitId, before, { rulebook, hash });
    return { findings, source, outcome: await named(stores, cycleId, unitId, found) };
  });
}

function knownNumbers(rulebook: Rulebook, changes: readonly NumberChange[]): void {
  const known = new Set(adjustableNumbers(rulebook).flatMap(({ paths }) => paths));
  const unknown = changes.find(({ path }) => !known.has(path));
  if (unknown === undefined) return;
  throw new Refusal('RULEBOOK_NUMBER_UNKNOWN', 'The rulebook has no number to try at this place.', {
    path: unknown.path,
  });
}

async function named(
  stores: Stores,
  cycleId: string,
  unitId: string,
  { graded, quota, people, scored, elsewhere, results }: WhatIf,
): Promise<UnitWhatIf['outcome']> {
  const rows = await stores.appraisals.ofUnit(cycleId, unitId);
  const personOf = new Map(rows.map(({ id, personId }) => [id, personId]));
  const asked = graded.flatMap(({ id }) => personOf.get(id) ?? []);
  const found = asked.length === 0 ? [] : await stores.places.people(asked);
  const nameOf = new Map(found.map(({ id, name }) => [id, name]));
  return {
    ...{ people, scored, elsewhere, results },
    graded: graded.flatMap(({ id, a, b, compositeA, compositeB, step }) =>
      a === null || b === null
        ? []
        : {
            ...{ appraisalId: id, name: nameOf.get(personOf.get(id) ?? '') ?? '', before: a, after: b, step },
            ...{ compositeBefore: compositeA, compositeAfter: compositeB },
          },
    ),
    quota: quota.flatMap(({ field, a, b }) =>
      field === 'awarded' || field === 'displaced' ? [] : { field, before: a, after: b },
    ),
  };
}
