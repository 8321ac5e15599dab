import {
  composeUnit,
  createPostTitles,
  createRulebookShelf,
  openDeliberation,
  planDeliberation,
  sealEvidence,
} from '@kaoji/application';
import { systemClock } from '@kaoji/gateways';
import { UNIT } from './places.js';
import type { Voting } from './voting.js';

/** Seals, composes and shows the first list of the unit, with the algebra alone in the place of its flow. */
export async function showList({ api, approvals }: Voting, cycleId: string): Promise<void> {
  const deps = {
    transactions: api.database.transactions,
    clock: systemClock,
    rulebooks: createRulebookShelf(),
    postTitles: createPostTitles(),
  };
  const messenger = { seal: async () => ({ ok: true }) } as never;
  const round = { cycleId, cycleKey: 'unused', unitId: UNIT, round: 1 };
  await sealEvidence(deps, round);
  await composeUnit({ ...deps, messenger }, round, { after: null, report: () => undefined });
  const { plan } = await planDeliberation(deps, { ...round, starter: null });
  await openDeliberation(deps, { ...round, plan, stand: approvals.open(UNIT, plan) });
}
