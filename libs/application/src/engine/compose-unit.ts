import {
  canonicalJson,
  evaluateUnit,
  hashOf,
  hashOfText,
  type AppraiseeCase,
  type Evaluation,
  type PersonEvaluation,
  type UnitCase,
  type UnitFrame,
} from '@kaoji/domain';
import type { FlowMessenger, SealMessage } from '../ports/gateways.js';
import type { Instant, SealedEvidence } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';
import { unitCaseOf } from './appraisee-case.js';
import { cycleContext, type CycleContext } from './cycle-context.js';
import { deliverEach, type DeliveryCursor } from './deliver-each.js';
import type { DeliveringDeps, UnitKey, UnitRound } from './engine-deps.js';
import { poolOf } from './seal-evidence.js';
import { listHash, ownPart } from './unit-results.js';

/**
 * Evaluates a unit on its sealed evidence, with the whole of its quota pool; writes evaluations, the quota sheet and
 * the provisional results in one transaction; then tells every appraisal. Evaluating is pure, so a repeat comes to
 * the same list, writes nothing twice and goes on telling where it stopped.
 */
export async function composeUnit(
  deps: DeliveringDeps,
  key: UnitRound,
  cursor: DeliveryCursor,
): Promise<{ readonly listHash: string }> {
  const { cycleId, cycleKey, unitId, round } = key;
  const { evaluation, evidence, frame } = await deps.transactions.read(async (stores) =>
    evaluateSealed(deps, stores, key),
  );
  const list = await deps.transactions.run(async (stores) =>
    stores.effects.once(`compose/${cycleId}/${unitId}/${round}`, async () => {
      await writeList(stores, key, evaluation, evidence);
      await sealFrame(stores, frame, deps.clock.now());
      return { listHash: listHash(evaluation.people) };
    }),
  );
  await deliverEach(
    evaluation.people,
    ({ id }) => id,
    cursor,
    async (person) => tellSeal(deps.messenger, cycleKey, person.id, sealMessage(person, evidence, round)),
  );
  return list;
}

type Sealed = {
  readonly evaluation: Evaluation;
  readonly evidence: ReadonlyMap<string, SealedEvidence>;
  readonly frame: UnitFrame;
};

/** A mate of the pool counts with its latest sealed round. */
async function evaluateSealed(deps: DeliveringDeps, stores: Stores, key: UnitRound): Promise<Sealed> {
  const context = await cycleContext(deps, stores, key.cycleId);
  const pool = await poolOf(stores, context, key.unitId);
  const rounds = pool.map((unit) => ({ unit, round: unit.unitId === key.unitId ? key.round : unit.round }));
  const evidence = new Map<string, SealedEvidence>();
  for (const { unit, round } of rounds) {
    for (const row of await stores.results.evidenceOfUnit(key.cycleId, unit.unitId, round)) {
      evidence.set(row.appraisalId, row);
    }
  }
  const people = [...evidence.values()].map(({ body }) => JSON.parse(body) as AppraiseeCase);
  const unitCase = unitCaseOf(context.cycle, pool, people);
  const evaluation = evaluateUnit(context.rulebook, unitCase, { hash: context.cycle.rulebookHash });
  return {
    evaluation: ownPart(evaluation, key.unitId),
    evidence,
    frame: frameOf(context, key, unitCase, new Map(rounds.map(({ unit, round }) => [unit.unitId, round]))),
  };
}

/** All the engine was told besides the people, so that the list can be decided again from what is sealed. */
function frameOf(
  { cycle }: CycleContext,
  { cycleId, unitId, round }: UnitRound,
  { year, seed, units }: UnitCase,
  rounds: ReadonlyMap<string, number>,
): UnitFrame {
  const { rulebookHash, calendarHash, clock } = cycle;
  return {
    format: 'kaoji-frame/1',
    ...{ cycleId, unitId, round, year, seed, rulebookHash, calendarHash, clock },
    units: units.map((unit) => ({ ...unit, round: rounds.get(unit.id) ?? round })),
  };
}

async function sealFrame(stores: Stores, frame: UnitFrame, sealedAt: Instant): Promise<void> {
  const { cycleId, unitId, round } = frame;
  const body = canonicalJson(frame);
  await stores.results.insertSealedUnit({ cycleId, unitId, round, hash: hashOfText(body), body, sealedAt });
}

async function writeList(
  stores: Stores,
  { cycleId, unitId, round }: UnitKey & { readonly round: number },
  evaluation: Evaluation,
  evidence: Sealed['evidence'],
): Promise<void> {
  await stores.results.insertEvaluations(
    evaluation.people.map((person) => {
      const body = canonicalJson(person);
      return { appraisalId: person.id, round, hash: hashOfText(body), body };
    }),
  );
  for (const sheet of evaluation.quota) {
    const body = canonicalJson(sheet);
    await stores.results.insertQuotaSheet({ cycleId, unitId, round, hash: hashOfText(body), body });
  }
  const left = new Set(
    (await stores.appraisals.ofUnit(cycleId, unitId)).flatMap(({ id, status }) =>
      status === 'left' ? [id] : [],
    ),
  );
  await stores.appraisals.advanceMany(
    evaluation.people
      .filter(({ id }) => !left.has(id))
      .map((person) => ({
        id: person.id,
        change: {
          status: 'sealed',
          eligibility: person.eligibility.status,
          composite: person.composite,
          provisionalGrade: person.provisional.grade,
          evidenceHash: evidence.get(person.id)?.hash ?? null,
        },
      })),
  );
}

function sealMessage(person: PersonEvaluation, evidence: Sealed['evidence'], round: number): SealMessage {
  return {
    round,
    evidenceHash: evidence.get(person.id)?.hash ?? '',
    composite: person.composite,
    provisional: person.provisional.grade,
    outcome: person.provisional.status,
    derivationHash: hashOf(person.derivation ?? null),
  };
}

/** Whoever left meanwhile needs no seal; any other refusal is a fault of ours. */
async function tellSeal(
  messenger: FlowMessenger,
  cycleKey: string,
  appraisalId: string,
  message: SealMessage,
): Promise<void> {
  const answer = await messenger.seal(cycleKey, appraisalId, message);
  if (!answer.ok && answer.code !== 'WORKFLOW_CLOSED') {
    throw new Error(`appraisal ${appraisalId} does not take the seal: ${answer.code}`);
  }
}
