import type { ActListView, ContestViewBody, DeliveryListBody, ObjectionItem } from '@kaoji/http-contract';
import type { ApiSession } from './api-session.js';
import type { Contested } from './contesting.js';
import type { Rehearsal } from './rehearsal-context.js';
import type { Outcomes, VerbUse } from './verb-report.js';

type Decided = Extract<ContestViewBody['events'][number]['body'], { kind: 'decided' }>;

/** Reads back every act, objection, contest and delivery of the year: what is on record, not what was asked for. */
export async function readApprovals(
  rehearsal: Rehearsal,
  hr: ApiSession,
  cycleId: string,
  contested: readonly Contested[],
  superiorsForNobody: number,
): Promise<{ readonly uses: readonly VerbUse[]; readonly outcomes: Outcomes }> {
  const uses: VerbUse[] = [];
  const objections: ObjectionItem[] = [];
  let refusalsWitnessed = 0;
  for (const { id, name } of rehearsal.places.units) {
    const path = `/api/cycles/${cycleId}/units/${id}`;
    const acts = await hr.get<ActListView>(`${path}/acts`);
    uses.push(
      ...acts.items.map(({ verb, round, step, onBehalfOf }) => ({
        ...{ verb, unit: name, round, step, asDeputy: onBehalfOf !== null },
      })),
    );
    objections.push(...(await hr.get<{ items: ObjectionItem[] }>(`${path}/objections`)).items);
    const { items } = await hr.get<DeliveryListBody>(`${path}/deliveries`);
    refusalsWitnessed += items.filter(
      ({ delivery }) => delivery?.way === 'refused_witnessed' && delivery.witnesses.length === 2,
    ).length;
  }
  const verdicts = (verdict: string): number =>
    objections.filter(({ answer }) => answer?.verdict === verdict).length;
  const decided = await decisionsOf(hr, contested);
  const said = (stage: Decided['stage'], outcome: Decided['outcome']): readonly Decided[] =>
    decided.filter((one) => one.stage === stage && one.outcome === outcome);
  return {
    uses,
    outcomes: {
      deputyActs: uses.filter(({ asDeputy }) => asDeputy).length,
      superiorsForNobody,
      objectionsUpheld: verdicts('upheld'),
      objectionsDismissed: verdicts('dismissed'),
      reviewsUpheld: said('review', 'upheld').length,
      reviewsChanged: said('review', 'changed').filter(({ touched }) => touched.length > 0).length,
      appealsUpheld: said('appeal', 'upheld').length,
      refusalsWitnessed,
    },
  };
}

async function decisionsOf(hr: ApiSession, contested: readonly Contested[]): Promise<readonly Decided[]> {
  const decided: Decided[] = [];
  for (const { contestId } of contested) {
    const { events } = await hr.get<ContestViewBody>(`/api/contests/${contestId}`);
    decided.push(...events.flatMap(({ body }) => (body.kind === 'decided' ? [body] : [])));
  }
  return decided;
}
