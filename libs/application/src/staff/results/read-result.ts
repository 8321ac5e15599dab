import { Refusal, renderDerivation, type PersonEvaluation, type Rulebook } from '@kaoji/domain';
import { latestLogRoot } from '../../audit/log-root.js';
import type { DeliveryRow } from '../../ports/contests.js';
import type { LogRoot } from '../../ports/log.js';
import type {
  AcknowledgedCase,
  Appraisal,
  ConsequenceRow,
  ContestRow,
  Signature,
} from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { forbidden, holds } from '../access/permissions.js';
import { isOwn } from '../collect/own-evidence.js';
import { findAppraisal } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { writtenNotice, type WrittenNotice } from './written-result.js';
import { demandReceived } from './delivery/receive-result.js';

export type Result = Pick<Appraisal, 'status' | 'notifiedAt' | 'contestUntil' | 'cycleId'> & {
  readonly appraisalId: string;
  readonly rehearsal: boolean;
  readonly evaluation: PersonEvaluation;
  readonly rendered: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly consequences: readonly ConsequenceRow[];
  readonly acknowledged: Pick<AcknowledgedCase, 'reason' | 'acknowledgedBy' | 'round'> | null;
  readonly signature: Signature | null;
  readonly contest: ContestRow | null;
  readonly written: WrittenNotice;
  readonly log: LogRoot | null;
};

/**
 * A result with every step from the marks to the grade. The appraisee reads their own once they received it;
 * HR, supervisors, superiors and auditors of the unit as soon as it is composed. Refuses `RESULT_NOT_READY`,
 * `RESULT_NOT_RECEIVED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function readResult(
  deps: { readonly transactions: Transactions; readonly rulebooks: RulebookShelf },
  actor: Actor,
  appraisalId: string,
): Promise<Result> {
  return deps.transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    const own =
      isOwn(actor, appraisal) && holds(actor, 'own.appraisal', { areaId: cycle.areaId, unitId: 'any_unit' });
    // Whoever is appraised themself waits for the notification, whatever else they may read.
    const official =
      !isOwn(actor, appraisal) &&
      holds(actor, 'result.read_of_others', { areaId: cycle.areaId, unitId: appraisal.unitId });
    if (!own && !official) throw forbidden();
    const stored = await stores.results.evaluation(appraisalId);
    if (own) demandReceived(appraisal);
    if (stored === null) throw new Refusal('RESULT_NOT_READY', 'There is no result to show yet.');
    const evaluation = JSON.parse(stored.body) as PersonEvaluation;
    const rulebook = await deps.rulebooks.take(stores, cycle.rulebookHash);
    return {
      appraisalId,
      cycleId: cycle.id,
      rehearsal: cycle.run !== 'live',
      status: appraisal.status,
      evaluation,
      rendered: rendered(evaluation, rulebook),
      consequences: await stores.decisions.currentConsequences([appraisalId]),
      acknowledged: await acknowledgedOf(stores, appraisal),
      signature: await stores.decisions.signature(appraisalId),
      contest: await stores.decisions.contestOf(appraisalId),
      written: writtenNotice(rulebook, evaluation, appraisal, await resultDelivery(stores, appraisalId)),
      notifiedAt: appraisal.notifiedAt,
      contestUntil: appraisal.contestUntil,
      log: await latestLogRoot(stores, cycle.id),
    };
  });
}

/** How the result reached its person, as the list or a later grade wrote it. */
async function resultDelivery(stores: Stores, appraisalId: string): Promise<DeliveryRow | null> {
  const rows = await stores.deliveries.ofAppraisals([appraisalId]);
  return rows.findLast(({ document }) => document === 'result' || document === 'later_result') ?? null;
}

/** What was said last: of the approved list, or of a later grade. */
async function acknowledgedOf(
  stores: Stores,
  { id, cycleId, unitId }: Appraisal,
): Promise<Result['acknowledged']> {
  const cases = await stores.decisions.acknowledged(cycleId, unitId);
  const found = cases.findLast(({ appraisalId }) => appraisalId === id);
  if (found === undefined) return null;
  const { reason, acknowledgedBy, round } = found;
  return { reason, acknowledgedBy, round };
}

function rendered({ derivation }: PersonEvaluation, rulebook: Rulebook): Result['rendered'] {
  if (derivation === undefined) return { zh: [], en: [] };
  return {
    zh: renderDerivation(derivation, 'zh', rulebook),
    en: renderDerivation(derivation, 'en', rulebook),
  };
}
