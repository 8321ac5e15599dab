import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Appraisal, FlowMessenger } from '@kaoji/application';
import { appraisalWorkflowId, cycleWorkflowId, unitWorkflowId } from '@kaoji/temporal-contract';
import { until } from '../rig/until.js';
import { startYearRig, type RunningYear, type YearRig } from '../rig/year-rig.js';

let rig: YearRig;
/** Stands before the messenger and may break in the middle of a delivery, as a process does. */
const crash: { beforeSeal: ((appraisalId: string) => Promise<void>) | null } = { beforeSeal: null };

beforeAll(async () => {
  rig = await startYearRig('results');
  const messenger: FlowMessenger = {
    ...rig.messenger,
    seal: async (cycleKey, appraisalId, message) => {
      await crash.beforeSeal?.(appraisalId);
      return rig.messenger.seal(cycleKey, appraisalId, message);
    },
  };
  await rig.work(rig.activities(messenger));
}, 60_000);
afterAll(async () => rig?.stop(), 60_000);

const rowsOf = async (year: RunningYear): Promise<readonly Appraisal[]> =>
  rig.database.transactions.read(async (stores) => stores.appraisals.ofUnit(year.cycle.id, year.id('u')));
const consequencesOf = async (year: RunningYear) =>
  rig.database.transactions.read(async (stores) =>
    stores.decisions.currentConsequences(year.appraisals.map(({ id }) => id)),
  );
const untilStatus = async (year: RunningYear, place: number, status: Appraisal['status']) =>
  until(
    async () => (await rowsOf(year))[place],
    (row) => row?.status === status,
  );
async function approve(year: RunningYear): Promise<void> {
  await year.start();
  await year.closeEverything();
  await year.decide('u', 1, 'approve');
  await rig.client.workflow.getHandle(unitWorkflowId(year.cycleKey, year.id('u'))).result();
  await year.deliver('u');
}

describe('results', () => {
  it('confirms by the approver what the grade brings by law, and enters a live year into the ledger', async () => {
    const year = await rig.seed({ workingDayMs: 50, run: 'live', units: [{ id: 'u', people: 2 }] });
    await approve(year);
    await untilStatus(year, 0, 'recorded');

    const rows = (await consequencesOf(year)).filter(
      ({ appraisalId }) => appraisalId === year.appraisals[0]?.id,
    );
    const confirmed = rows.filter(({ state }) => state === 'confirmed');
    expect(confirmed.length).toBeGreaterThan(0);
    expect(confirmed.every(({ adverse, force }) => !adverse && force === 'confirm')).toBe(true);
    expect(new Set(confirmed.map(({ decidedBy }) => decidedBy))).toEqual(
      new Set([`${year.cycle.areaId}-superior`]),
    );
    expect(rows.filter(({ force }) => force !== 'confirm').every(({ state }) => state === 'proposed')).toBe(
      true,
    );
    const ledger = await rig.database.transactions.read(async (stores) =>
      stores.ledger.ofPerson(year.appraisals[0]?.personId ?? ''),
    );
    expect(ledger.map(({ rule }) => rule).sort()).toEqual(confirmed.map(({ rule }) => rule).sort());
  }, 60_000);

  it('enters nothing of a rehearsal into the ledger', async () => {
    const year = await rig.seed({ workingDayMs: 50, units: [{ id: 'u', people: 2 }] });
    await approve(year);
    await untilStatus(year, 0, 'recorded');
    const ledger = await rig.database.transactions.read(async (stores) =>
      stores.ledger.ofPerson(year.appraisals[0]?.personId ?? ''),
    );
    expect(ledger).toEqual([]);
  }, 60_000);

  it('lets what hurts wait for a named person after the time to contest, and freezes it when contested', async () => {
    const year = await rig.seed({
      workingDayMs: 40,
      units: [
        {
          id: 'u',
          people: 3,
          facts: { 0: { refused_to_take_part: true }, 1: { refused_to_take_part: true } },
        },
      ],
    });
    await approve(year);
    const [first, second] = year.appraisals;
    const contest = { contestId: 'x1' };
    const answer = await rig.gateway.contest(year.cycleKey, second?.id ?? '', 'k1', contest);
    expect(answer).toEqual({ ok: true });
    await untilStatus(year, 1, 'contested');
    await untilStatus(year, 0, 'awaiting_confirmation');

    const rows = await consequencesOf(year);
    const hurting = (id: string | undefined) =>
      rows.filter(({ appraisalId, adverse, force }) => appraisalId === id && adverse && force === 'confirm');
    expect(hurting(first?.id).length).toBeGreaterThan(0);
    expect(hurting(first?.id).every(({ state }) => state === 'proposed')).toBe(true);
    expect(hurting(second?.id).every(({ state }) => state === 'frozen')).toBe(true);

    await rig.gateway.confirmConsequences(year.cycleKey, first?.id ?? '', 'k1', { by: 'hr', confirmed: [] });
    await untilStatus(year, 0, 'recorded');
  }, 60_000);

  it('holds one under investigation while the unit finishes, and grades them when the case closes', async () => {
    const year = await rig.seed({
      workingDayMs: 40,
      units: [{ id: 'u', people: 3, facts: { 2: { under_investigation: true } } }],
    });
    await approve(year);
    expect((await rowsOf(year))[2]).toMatchObject({ status: 'held', finalStatus: 'held', finalGrade: null });
    const held = year.appraisals[2]?.id ?? '';
    const graded = await rig.gateway.gradeAfterHold(year.cycleKey, held, 'k1', {
      by: 'account-supervisor',
      status: 'graded',
      grade: 'competent',
      resultHash: 'sha256:later',
      notifiedAt: Date.now(),
      contestUntil: Date.now(),
      adverse: 0,
    });
    expect(graded).toEqual({ ok: true });
    await untilStatus(year, 2, 'recorded');
  }, 60_000);

  it('comes to the same list once when composing breaks off in the middle', async () => {
    const year = await rig.seed({ workingDayMs: 60_000, units: [{ id: 'u', people: 120 }] });
    let seals = 0;
    let breaks = 0;
    crash.beforeSeal = async () => {
      seals += 1;
      if ((breaks === 0 && seals >= 60) || (breaks === 1 && seals >= 90)) {
        breaks += 1;
        throw new Error('the process is gone');
      }
    };
    await year.start();
    await year.closeEverything();
    await year.untilStage('u', 'deliberating');
    crash.beforeSeal = null;

    expect(rig.faults.filter(({ step }) => step === 'composeUnit')).toHaveLength(2);
    const stored = await rig.database.transactions.read(async (stores) => ({
      evidence: await stores.results.evidenceOfUnit(year.cycle.id, year.id('u'), 1),
      evaluations: await stores.results.evaluationsOfUnit(year.cycle.id, year.id('u'), 1),
    }));
    expect(stored.evidence).toHaveLength(120);
    expect(stored.evaluations).toHaveLength(120);
    for (const place of [0, 59, 60, 119]) {
      const { events } = await rig.historyOf(
        appraisalWorkflowId(year.cycleKey, year.appraisals[place]?.id ?? ''),
      );
      const sealed = events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes != null);
      expect(sealed).toHaveLength(1);
    }
  }, 90_000);

  it('keeps names, phones and free texts out of every history, also when a step breaks', async () => {
    const year = await rig.seed({ workingDayMs: 40, units: [{ id: 'u', people: 3 }] });
    let broken = false;
    crash.beforeSeal = async () => {
      if (broken) return;
      broken = true;
      throw new Error(`cannot write ${year.personal.join(', ')}`);
    };
    await approve(year);
    await untilStatus(year, 0, 'recorded');
    crash.beforeSeal = null;
    expect(broken).toBe(true);

    const ids = [
      cycleWorkflowId(year.cycleKey),
      unitWorkflowId(year.cycleKey, year.id('u')),
      ...year.appraisals.map(({ id }) => appraisalWorkflowId(year.cycleKey, id)),
    ];
    const histories = await Promise.all(ids.map(async (id) => readable(await rig.historyOf(id))));
    expect(histories.join('').includes('composeUnit failed')).toBe(true);
    for (const text of year.personal) {
      expect(histories.filter((history) => history.includes(text))).toEqual([]);
    }
  }, 60_000);
});

/** A history with its payloads opened: as people would read it. */
function readable(history: Parameters<typeof historyToJSON>[0]): string {
  const json = historyToJSON(history);
  const opened = json.replace(/"data": ?"([A-Za-z0-9+/=]+)"/g, (_, data: string) =>
    Buffer.from(data, 'base64').toString('utf8'),
  );
  return `${json}${opened}`;
}
