import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPostTitles, createRulebookShelf, sealEvidence } from '@kaoji/application';
import { evaluateUnit, type AppraiseeCase } from '@kaoji/domain';
import { nationalRulebook } from '@kaoji/domain/testing';
import { systemClock } from '@kaoji/gateways';
import type { MarkingItem } from '@kaoji/http-contract';
import { startApi, type Person, type TestApi } from './harness/api.js';
import { UNIT, accountId, type Name } from './harness/places.js';
import { collectingCycle, setStage } from './harness/year.js';

const PART = 'grid.tasks';
const SHARED = 'political_quality.panel';
let api: TestApi;
let hr: Person;
beforeAll(async () => {
  api = await startApi();
  hr = await api.as('hr');
});
afterAll(() => api.close());

type Collecting = Awaited<ReturnType<typeof collectingCycle>>;
type Answered = {
  readonly status?: number;
  readonly code?: string;
  readonly recorded?: number;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
};

const row = (appraisalId: string, part: string, ...evidence: readonly string[]) => ({
  appraisalId,
  part,
  evidence,
});
const record = async (name: Name, { cycleId }: Collecting, ...rows: readonly unknown[]): Promise<Answered> =>
  (await (await api.as(name)).post<Answered>(`/api/cycles/${cycleId}/evidence`, { rows })).body;
const stored = ({ cycleId }: Collecting) =>
  api.database.transactions.read(({ marks }) => marks.currentEvidenceOfUnit(cycleId, UNIT));
const marking = async (name: Name, { cycleId }: Collecting): Promise<readonly MarkingItem[]> =>
  (await (await api.as(name)).get<{ items: MarkingItem[] }>(`/api/cycles/${cycleId}/marking`)).body.items;
/** The evidence of the unit as the engine freezes it for its first round, in the order of `person-1`, `person-2`. */
async function sealed({ cycleId, appraisalOf }: Collecting): Promise<readonly AppraiseeCase[]> {
  const { transactions } = api.database;
  const deps = {
    transactions,
    clock: systemClock,
    rulebooks: createRulebookShelf(),
    postTitles: createPostTitles(),
  };
  await sealEvidence(deps, { cycleId, cycleKey: 'unused', unitId: UNIT, round: 1 });
  const rows = await transactions.read(({ results }) => results.evidenceOfUnit(cycleId, UNIT, 1));
  const cases = rows.map(({ body }) => JSON.parse(body) as AppraiseeCase);
  return ['person-1', 'person-2'].flatMap((person) => cases.filter(({ id }) => id === appraisalOf(person)));
}

describe('POST /api/cycles/:cycleId/evidence', () => {
  it('records by HR and the supervisor of the unit, each time as a new version under their name', async () => {
    const cycle = await collectingCycle(api);
    const [one, two] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    expect(
      await record('supervisor', cycle, row(one, PART, 'rec-1'), row(one, SHARED, 'rec-2'), row(two, PART)),
    ).toEqual({ recorded: 3 });
    expect(await record('hr', cycle, row(one, PART, 'rec-1', 'rec-3'))).toEqual({ recorded: 1 });
    const rows = await stored(cycle);
    expect(rows).toHaveLength(3);
    expect(rows).toContainEqual(
      expect.objectContaining({
        appraisalId: one,
        part: PART,
        evidence: ['rec-1', 'rec-3'],
        version: 2,
        recordedBy: accountId('hr'),
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        appraisalId: one,
        part: SHARED,
        version: 1,
        recordedBy: accountId('supervisor'),
      }),
    );
  });

  it('shows whoever marks a part what is on record for it, and for that part only', async () => {
    const cycle = await collectingCycle(api);
    await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
    const one = cycle.appraisalOf('person-1');
    await record('supervisor', cycle, row(one, PART, 'rec-1'), row(one, SHARED, 'rec-2', 'rec-3'));
    const seen = async (name: Name) =>
      (await marking(name, cycle))
        .filter(({ evidence }) => evidence.length > 0)
        .map(({ appraisalId, part, evidence }) => ({ appraisalId, part, evidence }));
    expect(await seen('panel')).toEqual([row(one, SHARED, 'rec-2', 'rec-3')]);
    expect(await seen('supervisor')).toEqual([row(one, PART, 'rec-1')]);
    expect((await marking('peer', cycle)).map(({ evidence }) => evidence).flat()).toEqual([]);
    expect(await record('hr', cycle, row(one, PART))).toEqual({ recorded: 1 });
    expect(await seen('supervisor')).toEqual([]);
  });

  it('is sealed with everything else about the person, and only its last version clears the flag', async () => {
    const cycle = await collectingCycle(api);
    const [one, two] = [cycle.appraisalOf('person-1'), cycle.appraisalOf('person-2')];
    await record('supervisor', cycle, row(one, PART, 'rec-1'), row(one, SHARED, 'rec-2'));
    await record('supervisor', cycle, row(two, PART, 'rec-1'), row(two, SHARED, 'rec-2'));
    await record('hr', cycle, row(one, PART, 'rec-3'), row(two, SHARED));
    const people = await sealed(cycle);
    expect(people.map(({ id, evidence }) => [id, evidence])).toEqual([
      [one, { [PART]: ['rec-3'], [SHARED]: ['rec-2'] }],
      [two, { [PART]: ['rec-1'], [SHARED]: [] }],
    ]);
    const units = [{ id: UNIT, facts: {} }];
    const { people: evaluated } = evaluateUnit(nationalRulebook(), {
      format: 'kaoji-case/1',
      year: 2026,
      seed: 'demo',
      units,
      appraisees: [...people],
    });
    const flagged = evaluated.map(({ flags }) => flags.filter(({ code }) => code === 'EVIDENCE_MISSING'));
    expect(flagged.map((flags) => flags.length)).toEqual([0, 1]);
  });

  it('refuses MARKS_INVALID for a part that is on none of the sheets of the person, and records none', async () => {
    const cycle = await collectingCycle(api);
    const one = cycle.appraisalOf('person-1');
    const answer = await record(
      'hr',
      cycle,
      row(one, PART, 'rec-1'),
      row(one, 'leaders.tasks', 'rec-1'),
      row(one, 'no_such_part', 'rec-1'),
    );
    expect(answer).toMatchObject({ status: 422, code: 'MARKS_INVALID' });
    expect(answer.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'rows.1.part PART_UNKNOWN',
      'rows.2.part PART_UNKNOWN',
    ]);
    expect(await stored(cycle)).toEqual([]);
  });

  it.each([
    { what: 'a sentence', text: '演示甲在三月走访' },
    { what: 'text with a space', text: 'rec 1' },
    { what: 'nothing', text: '' },
    { what: 'more than 128 characters', text: 'r'.repeat(129) },
  ])('refuses REQUEST_INVALID for $what in place of the id of a record', async ({ text }) => {
    const cycle = await collectingCycle(api);
    expect(await record('hr', cycle, row(cycle.appraisalOf('person-1'), PART, text))).toMatchObject({
      status: 400,
      code: 'REQUEST_INVALID',
    });
  });

  it.each(['other_supervisor', 'elsewhere', 'panel', 'worker', 'auditor'] as const)(
    'refuses FORBIDDEN to %s',
    async (name) => {
      const cycle = await collectingCycle(api);
      expect(await record(name, cycle, row(cycle.appraisalOf('person-1'), PART, 'rec-1'))).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
      });
      expect(await stored(cycle)).toEqual([]);
    },
  );

  it('refuses NOT_FOUND for an appraisal of another cycle', async () => {
    const [cycle, other] = [await collectingCycle(api), await collectingCycle(api)];
    expect(await record('hr', cycle, row(other.appraisalOf('person-1'), PART, 'rec-1'))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    { when: 'before the collection', unit: { state: 'planned' }, code: 'COLLECTION_NOT_OPEN' },
    {
      when: 'after its closing time',
      unit: { state: 'collecting', collectionClosesAt: 1 },
      code: 'COLLECTION_CLOSED',
    },
    { when: 'once the list is composed', unit: { state: 'composed' }, code: 'COLLECTION_CLOSED' },
  ] as const)('refuses $code $when', async ({ unit, code }) => {
    const cycle = await collectingCycle(api);
    await setStage(api, cycle.cycleId, { unit });
    expect(await record('supervisor', cycle, row(cycle.appraisalOf('person-1'), PART, 'x'))).toMatchObject({
      status: 409,
      code,
    });
  });
});
