import { readFileSync } from 'node:fs';
import type { Appraisal, Cycle, CycleUnit } from '@kaoji/application';
import type { Person, TestApi } from './api.js';
import { AREA, COMMUNITY, OTHER_COMMUNITY, OTHER_UNIT, UNIT } from './places.js';

export const RULEBOOK = readFileSync(
  new URL('../../../../libs/domain/rulebooks/cn-public-institution-2023.yaml', import.meta.url),
  'utf8',
);

/** Adopts the national rulebook; gives its hash. */
export async function adoptNational(hr: Person): Promise<string> {
  const { body } = await hr.upload<{ hash: string }>('/api/rulebooks', 'text/yaml', RULEBOOK);
  return body.hash;
}

export const plan = (rulebookHash: string, over: Record<string, unknown> = {}) => ({
  areaId: AREA,
  year: 2026,
  rulebookHash,
  clock: { kind: 'rehearsal', workingDayMs: 60_000 },
  drawSeed: 'demo',
  units: [{ unitId: UNIT }, { unitId: OTHER_UNIT }],
  ...over,
});

/** A rehearsal in draft; gives its id. */
export async function draftCycle(hr: Person, over: Record<string, unknown> = {}): Promise<string> {
  const hash = await adoptNational(hr);
  const { body } = await hr.post<{ id: string }>('/api/cycles', plan(hash, over));
  return body.id;
}

export const ROSTER_HEADER = 'personRef,name,phone,unit,community,posts,category,earlier';
export const ROSTER = [
  ROSTER_HEADER,
  `person-1,,,${UNIT},${COMMUNITY},grid_worker,contract,2025=competent`,
  `person-2,,,东片,东一社区,网格员,劳动合同制人员,`,
  `person-3,,,${OTHER_UNIT},${OTHER_COMMUNITY},committee_member,elected,`,
].join('\n');

/** A rehearsal with three people on its roster; gives ids by person. */
export async function rosteredCycle(
  api: TestApi,
  over: Record<string, unknown> = {},
): Promise<{ readonly cycleId: string; readonly appraisalOf: (personId: string) => string }> {
  const hr = await api.as('hr');
  const cycleId = await draftCycle(hr, over);
  await hr.upload(`/api/cycles/${cycleId}/roster`, 'text/csv', ROSTER);
  const { body } = await hr.get<{ items: { id: string; personRef: string }[] }>(
    `/api/cycles/${cycleId}/appraisals`,
  );
  return {
    cycleId,
    appraisalOf: (personId) => body.items.find(({ personRef }) => personRef === personId)?.id ?? '(none)',
  };
}

/** Puts rows where the engine would have put them: for rules that depend on the stage and on nothing else. */
export async function setStage(
  api: TestApi,
  cycleId: string,
  stage: {
    readonly cycle?: Partial<Pick<Cycle, 'state'>>;
    readonly unit?: Partial<Omit<CycleUnit, 'cycleId' | 'unitId' | 'version'>>;
    readonly appraisals?: Partial<Omit<Appraisal, 'id' | 'cycleId' | 'personId' | 'version'>>;
  },
): Promise<void> {
  await api.database.transactions.run(async ({ cycles, appraisals }) => {
    if (stage.cycle !== undefined) {
      const cycle = await cycles.byId(cycleId);
      await cycles.advance(cycleId, cycle?.version ?? 0, stage.cycle);
    }
    for (const unit of await cycles.units(cycleId)) {
      if (stage.unit !== undefined) await cycles.advanceUnit(cycleId, unit.unitId, unit.version, stage.unit);
      if (stage.appraisals === undefined) continue;
      for (const row of await appraisals.ofUnit(cycleId, unit.unitId)) {
        await appraisals.advance(row.id, row.version, stage.appraisals);
      }
    }
  });
}

/** Consulted, published and open, its start lying in the outbox; the units collecting, without a workflow. */
export async function collectingCycle(api: TestApi, over: Record<string, unknown> = {}) {
  const rostered = await rosteredCycle(api, over);
  const hr = await api.as('hr');
  const path = `/api/cycles/${rostered.cycleId}`;
  await hr.post(`${path}/consultation`, { heldOn: '2026-01-15', form: 'meeting', summary: '演示' });
  await hr.post(`${path}/publish`);
  await hr.post(`${path}/open`);
  const closesAt = Date.now() + 3_600_000;
  await setStage(api, rostered.cycleId, {
    unit: { state: 'collecting', collectionClosesAt: closesAt },
    appraisals: { status: 'open', eligibility: 'graded' },
  });
  return rostered;
}
