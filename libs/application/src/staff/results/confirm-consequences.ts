import { Refusal } from '@kaoji/domain';
import type { ConsequenceRow, Instant } from '../../ports/records.js';
import type { Actor } from '../access/actor.js';
import { messageId } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { isOwn } from '../collect/own-evidence.js';
import { findAppraisal } from '../find.js';
import { askWorkflow, type AskDeps } from '../messages/ask-workflow.js';

export type ConfirmationInput = {
  readonly appraisalId: string;
  readonly confirm: readonly string[]; // rule ids
  readonly refuse: readonly string[];
  readonly gateRecords: Readonly<Record<string, readonly string[]>>; // by rule
  readonly key: string;
};

/**
 * A named person confirms or refuses what hurts, one by one, each behind its gate, once the result can no
 * longer be contested. Every consequence that waits is decided at once; what an office merely may do can be
 * decided with it. Refuses `NOTHING_TO_CONFIRM`, `CONSEQUENCE_UNKNOWN`, `CONSEQUENCES_UNDECIDED`,
 * `GATE_RECORDS_MISSING`, `STAGE_NOT_OPEN`, `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function confirmConsequences(
  deps: AskDeps,
  actor: Actor,
  input: ConfirmationInput,
): Promise<Done> {
  const { key, ...request } = input;
  return askWorkflow<Done>(deps, actor, { verb: 'confirm', key, request }, async (stores) => {
    const { appraisal, cycle } = await findAppraisal(stores, input.appraisalId);
    demand(actor, 'consequence.confirm', { areaId: cycle.areaId, unitId: appraisal.unitId });
    if (isOwn(actor, appraisal))
      throw new Refusal('OWN_LIST', 'Nobody decides on what follows for themself.');
    const rows = await stores.decisions.currentConsequences([appraisal.id]);
    if (appraisal.status !== 'awaiting_confirmation') throw notWaiting(appraisal.status, rows);
    const decided = decide(rows, input, actor.accountId, deps.clock.now());
    await stores.decisions.appendConsequences(decided);
    const updateId = messageId(actor, key);
    const confirmed = [...input.confirm];
    const by = actor.accountId;
    return {
      message: {
        kind: 'confirm_consequences',
        cycleKey: cycle.key,
        appraisalId: appraisal.id,
        updateId,
        by,
        confirmed,
      },
      answer: { done: true },
    };
  });
}

function notWaiting(status: string, rows: readonly ConsequenceRow[]): Refusal {
  const open = rows.some((row) => waits(row));
  return open
    ? new Refusal('STAGE_NOT_OPEN', 'This is confirmed once the result can no longer be contested.', {
        status,
      })
    : new Refusal('NOTHING_TO_CONFIRM', 'Nothing waits for confirmation here.', { status });
}

function waits({ adverse, force, state }: ConsequenceRow): boolean {
  return adverse && force === 'confirm' && state === 'proposed';
}

/** The next version of every row decided on. Refuses as `confirmConsequences` does. */
export function decide(
  rows: readonly ConsequenceRow[],
  { confirm, refuse, gateRecords }: Pick<ConfirmationInput, 'confirm' | 'refuse' | 'gateRecords'>,
  by: string,
  at: Instant,
): readonly ConsequenceRow[] {
  const open = rows.filter(({ state, force }) => state === 'proposed' && force !== 'inform');
  const named = [...confirm, ...refuse];
  const twice = named.length !== new Set(named).size;
  const unknown = named.filter((rule) => !open.some((row) => row.rule === rule));
  if (unknown.length > 0 || twice) {
    throw new Refusal('CONSEQUENCE_UNKNOWN', 'Name each consequence that is still open once.', {
      errors: unknown.map((rule) => ({ path: 'confirm', message: `nothing open under the rule "${rule}"` })),
    });
  }
  const undecided = open.filter((row) => waits(row) && !named.includes(row.rule));
  if (undecided.length > 0) {
    throw new Refusal('CONSEQUENCES_UNDECIDED', 'Confirm or refuse every consequence that waits.', {
      errors: undecided.map(({ rule }) => ({
        path: 'confirm',
        message: `"${rule}" is neither confirmed nor refused`,
      })),
    });
  }
  return open
    .filter((row) => named.includes(row.rule))
    .map((row): ConsequenceRow => {
      const confirmed = confirm.includes(row.rule);
      const records = gateRecords[row.rule] ?? [];
      if (confirmed) refuseOpenGate(row, records);
      return {
        ...row,
        state: confirmed ? 'confirmed' : 'refused',
        gateRecords: records,
        decidedBy: by,
        decidedAt: at,
        version: row.version + 1,
      };
    });
}

function refuseOpenGate({ rule, gate }: ConsequenceRow, records: readonly string[]): void {
  const missing = gate.filter((record) => !records.includes(record));
  if (missing.length === 0) return;
  throw new Refusal('GATE_RECORDS_MISSING', `"${rule}" needs these records first: ${missing.join(', ')}.`, {
    errors: missing.map((record) => ({
      path: `gateRecords.${rule}`,
      message: `record "${record}" is not named`,
    })),
  });
}
