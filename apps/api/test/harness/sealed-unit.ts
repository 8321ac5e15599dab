import { canonicalJson, hashOfText, type AppraiseeCase } from '@kaoji/domain';
import type { TestApi } from './api.js';
import { UNIT } from './places.js';
import { collectingCycle, setStage } from './year.js';

/** What was collected about a grid worker: everybody's mark, and how many of a hundred residents are satisfied. */
export type Collected = { readonly mark: string; readonly satisfied: number };

/** The evidence of one person by the national rulebook, complete. */
export function evidenceOf(id: string, { mark, satisfied }: Collected): AppraiseeCase {
  const marked = (part: string, role: string, raters: number) =>
    Array.from({ length: raters }, (_, at) => ({ part, role, rater: `rater-${role}-${at}`, value: mark }));
  return {
    ...{ id, unit: UNIT, posts: ['grid_worker'], category: 'contract', punishments: [], adjustments: [] },
    facts: { visit_coverage: mark },
    marks: [
      ...marked('political_quality.panel', 'panel_member', 3),
      ...marked('grid.tasks', 'supervisor', 1),
      ...marked('grid.service', 'supervisor', 1),
      ...marked('grid.service', 'peer', 2),
    ],
    routine: ['2026-03', '2026-06'].map((period) => ({ period, value: mark })),
    survey: { issued: 120, valid: 100, satisfied, ordinary: 80 },
    earlier: [],
  };
}

/** A cycle whose first unit is sealed with this evidence, as `sealEvidence` would have stored it; nothing composed. */
export async function sealedCycle(
  api: TestApi,
  collected: Readonly<Record<string, Collected>>,
): Promise<Awaited<ReturnType<typeof collectingCycle>> & { readonly sealed: readonly AppraiseeCase[] }> {
  const cycle = await collectingCycle(api);
  const sealed = Object.entries(collected).map(([person, of]) => evidenceOf(cycle.appraisalOf(person), of));
  await api.database.transactions.run(async ({ results }) => {
    await results.insertEvidence(
      sealed.map((one) => {
        const body = canonicalJson(one);
        return { appraisalId: one.id, round: 1, hash: hashOfText(body), body, sealedAt: Date.now() };
      }),
    );
  });
  await setStage(api, cycle.cycleId, { appraisals: { status: 'sealed' } });
  await api.database.transactions.run(async ({ cycles, appraisals }) => {
    const unit = (await cycles.units(cycle.cycleId)).find(({ unitId }) => unitId === UNIT);
    await cycles.advanceUnit(cycle.cycleId, UNIT, unit?.version ?? 0, { state: 'composed', round: 1 });
    for (const one of sealed) {
      const row = await appraisals.byId(one.id);
      await appraisals.advance(one.id, row?.version ?? 0, { evidenceHash: hashOfText(canonicalJson(one)) });
    }
  });
  return { ...cycle, sealed };
}
