import { Refusal } from '@kaoji/domain';
import { cycleContext } from '../../engine/cycle-context.js';
import type { ConsequenceRow } from '../../ports/records.js';
import { consequencesAreDecided } from '../../waiting/cases-wait.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findAppraisal } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { decide, demandAllDecided, demandKnown, isOpen, waits, type Choice } from './decide-consequences.js';
import { gateCases } from './gate-cases.js';
import { keepingAttempts } from './refused-attempts.js';
import { demandImpartial } from './stand-aside.js';

export type ConfirmationInput = Choice & { readonly appraisalId: string; readonly key: string };

/**
 * A named person confirms or refuses what hurts, one by one, each behind its gate, once the result can no
 * longer be contested. Every consequence that waits is decided at once; what an office merely may do can be
 * decided with it, or later (`decideLater`). A gate opens by documents on record and nothing else; a refused
 * attempt is kept. Refuses `NOTHING_TO_CONFIRM`, `CONSEQUENCE_UNKNOWN`, `CONSEQUENCES_UNDECIDED`,
 * `GATE_RECORDS_MISSING`, `GATE_CLOSED_BY_LAW`, `STAGE_NOT_OPEN`, `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function confirmConsequences(
  deps: AskDeps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: ConfirmationInput,
): Promise<Done> {
  const { key, ...request } = input;
  return keepingAttempts(deps, actor, input, () =>
    askWorkflow<Done>(deps, actor, { verb: 'confirm', key, request }, async (stores) => {
      const { appraisal, cycle } = await findAppraisal(stores, input.appraisalId);
      demand(actor, 'consequence.confirm', { areaId: cycle.areaId, unitId: appraisal.unitId });
      await demandImpartial(stores, actor, appraisal);
      const rows = await stores.decisions.currentConsequences([appraisal.id]);
      if (appraisal.status !== 'awaiting_confirmation') throw notWaiting(appraisal.status, rows);
      const open = rows.filter(isOpen);
      demandKnown(open, input);
      demandAllDecided(open, input);
      const { known, rulebook, at } = await knownNow(deps, stores, appraisal);
      const decided = decide(open, { choice: input, rulebook, known, by: actor.accountId, at });
      await stores.decisions.appendConsequences(decided);
      await consequencesAreDecided(stores, appraisal.id, at);
      return {
        message: {
          kind: 'confirm_consequences',
          cycleKey: cycle.key,
          appraisalId: appraisal.id,
          updateId: messageId(actor, key),
          by: actor.accountId,
          confirmed: [...input.confirm],
        },
        answer: { done: true },
      };
    }),
  );
}

type Found = Awaited<ReturnType<typeof findAppraisal>>['appraisal'];
type KnowingDeps = Pick<AskDeps, 'clock'> & { readonly rulebooks: RulebookShelf };

/** What the gates of one appraisal know now. */
export async function knownNow(deps: KnowingDeps, stores: Parameters<typeof gateCases>[0], appraisal: Found) {
  const at = deps.clock.now();
  const context = await cycleContext(deps, stores, appraisal.cycleId);
  const known = (await gateCases(stores, context, [appraisal], at)).get(appraisal.id);
  if (known === undefined) throw new Error(`no gate case of ${appraisal.id}`);
  return { known, rulebook: context.rulebook, at };
}

function notWaiting(status: string, rows: readonly ConsequenceRow[]): Refusal {
  return rows.some(waits)
    ? new Refusal('STAGE_NOT_OPEN', 'This is confirmed once the result can no longer be contested.', {
        status,
      })
    : new Refusal('NOTHING_TO_CONFIRM', 'Nothing waits for confirmation here.', { status });
}
