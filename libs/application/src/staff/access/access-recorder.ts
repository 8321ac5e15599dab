import type { AccessRow } from '../../ports/access-log.js';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from './actor.js';
import { rolesWith, type Permission } from './permissions.js';

/** One look: the names of the route's parameters and what stood in them, opaque ids all of them. */
export type Look = {
  readonly actor: Actor;
  readonly permission: Permission;
  readonly endpoint: string;
  readonly params: Readonly<Record<string, string>>;
};
export type AccessRecorder = {
  /** Resolves when the look is on record; throws as the database does, and then nothing may be shown. */
  record(look: Look): Promise<void>;
};

type Deps = { readonly transactions: Transactions; readonly clock: Clock; readonly ids: Ids };
type Waiting = { readonly look: Look; readonly done: () => void; readonly failed: (fault: unknown) => void };

/** What a look was at, the narrowest first. */
const SUBJECTS = ['appraisalId', 'personRef', 'panelId', 'documentId', 'objectionId', 'campaignId', 'unitId'];

/**
 * Writes looks down, many in one transaction: while one is under way the next ones gather. Nobody waits for more than
 * the transaction before theirs and their own.
 */
export function createAccessRecorder(deps: Deps): AccessRecorder {
  let waiting: Waiting[] = [];
  let writing = false;

  const writeAll = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await deps.transactions.run(async (stores) => writeDown(deps, stores, batch));
        for (const { done } of batch) done();
      } catch (fault) {
        for (const { failed } of batch) failed(fault);
      }
    }
    writing = false;
  };

  return {
    record: (look) =>
      new Promise((done, failed) => {
        waiting.push({ look, done, failed });
        if (!writing) void writeAll();
      }),
  };
}

async function writeDown({ clock, ids }: Deps, stores: Stores, batch: readonly Waiting[]): Promise<void> {
  const rows: AccessRow[] = [];
  for (const { look } of batch) {
    const { actor, permission, endpoint, params } = look;
    const subject = SUBJECTS.map((name) => params[name]).find((id) => id !== undefined) ?? null;
    for (const cycleId of await cyclesOf(stores, params)) {
      const role = rolesWith(permission).find((name) => actor.grants.some((grant) => grant.role === name));
      const what = { permission, endpoint, cycleId, subject, role: role ?? 'none' };
      rows.push({ ...what, id: ids.next(), accountId: actor.accountId, at: clock.now() });
    }
  }
  await stores.accessLog.append(rows);
}

/** The cycles a look belongs to: of a person's ledger every one they were in; null where none is named. */
async function cyclesOf(stores: Stores, params: Look['params']): Promise<readonly (string | null)[]> {
  const { cycleId, appraisalId, campaignId, personRef } = params;
  if (cycleId !== undefined) return [cycleId];
  if (appraisalId !== undefined) return [(await stores.appraisals.byId(appraisalId))?.cycleId ?? null];
  if (campaignId !== undefined) return [(await stores.surveys.campaign(campaignId))?.cycleId ?? null];
  if (personRef === undefined) return [null];
  const cycles = new Set((await stores.appraisals.ofPerson(personRef)).map((row) => row.cycleId));
  return cycles.size === 0 ? [null] : [...cycles];
}
