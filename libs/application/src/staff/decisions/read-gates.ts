import { readGate, type GateReading, type LocalText } from '@kaoji/domain';
import { cycleContext } from '../../engine/cycle-context.js';
import type { RegisteredDocument } from '../../ports/documents.js';
import type { Clock } from '../../ports/gateways.js';
import type { ConsequenceRow } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/permissions.js';
import { findAppraisal } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { gateCases } from './gate-cases.js';
import { gateDemand, titleOfConsequence } from './gate-demand.js';

export type GateView = Pick<ConsequenceRow, 'rule' | 'clause' | 'effect' | 'force' | 'state'> &
  GateReading & { readonly title: LocalText };
export type GatesView = {
  readonly gates: readonly GateView[];
  readonly documents: readonly RegisteredDocument[];
};

/**
 * What stands before each hurting consequence of an appraisal now, and the documents on record. Refuses
 * `NOT_FOUND`, `FORBIDDEN`.
 */
export async function readGates(
  deps: { readonly transactions: Transactions; readonly clock: Clock; readonly rulebooks: RulebookShelf },
  actor: Actor,
  appraisalId: string,
): Promise<GatesView> {
  return deps.transactions.read(async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, appraisalId);
    demand(actor, 'decision.read', { areaId: cycle.areaId, unitId: appraisal.unitId });
    const context = await cycleContext(deps, stores, cycle.id);
    const { rulebook } = context;
    const known = (await gateCases(stores, context, [appraisal], deps.clock.now())).get(appraisalId);
    const rows = await stores.decisions.currentConsequences([appraisalId]);
    const { unitId, personId } = appraisal;
    const about = await stores.documents.about({ cycleId: cycle.id, unitId, personIds: [personId] });
    return {
      gates: rows
        .filter(({ adverse, force }) => adverse && force !== 'inform')
        .flatMap((row): GateView[] => {
          if (known === undefined) return [];
          const { rule, clause, effect, force, state } = row;
          const reading = readGate(gateDemand(rulebook, row), known);
          return [
            { rule, clause, effect, force, state, title: titleOfConsequence(rulebook, row), ...reading },
          ];
        }),
      documents: about.filter((one) => one.appraisalId === null || one.appraisalId === appraisalId),
    };
  });
}
