import { effectiveOn, entitlementOf, reconcile, type Decided, type LedgerLine } from '@kaoji/domain';
import type { LedgerEntry } from '../../ports/ledger.js';
import type { Appraisal, ConsequenceRow, Cycle, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { civilDay } from './civil-today.js';

export type LedgerChange = {
  readonly cycle: Cycle;
  readonly appraisal: Appraisal;
  /** Who is answerable for what is undone. */
  readonly by: string;
  readonly at: Instant;
  /** What changed a decision that was entered before: a contest, a later grade. */
  readonly because?: string | undefined;
};

/**
 * Makes the entitlement ledger say what is confirmed of an appraisal: new entries, and reversals of what no
 * longer follows. Nothing is changed or removed, and asked again it writes nothing. Entries of the year count
 * from its own day however late they come; what replaces an entry of its kind counts from that entry's day, so
 * that a change reaches back. A rehearsal enters nothing.
 */
export async function enterLedger(stores: Stores, change: LedgerChange): Promise<void> {
  const { cycle, appraisal, by, at } = change;
  if (cycle.run !== 'live') return;
  const rows = await stores.decisions.currentConsequences([appraisal.id]);
  const rules = new Set(rows.map(({ rule }) => rule));
  const lines = (await stores.ledger.ofAppraisal(appraisal.id)).filter(({ rule }) => rules.has(rule));
  const confirmed = rows.filter(({ state, decidedBy }) => state === 'confirmed' && decidedBy !== null);
  const { undo, enter } = reconcile(
    lines,
    confirmed.map((row) => decidedOf(row, cycle.year, at)),
  );
  const common = {
    cycleId: cycle.id,
    appraisalId: appraisal.id,
    personId: appraisal.personId,
    year: cycle.year,
    because: change.because ?? null,
    enteredAt: at,
  };
  const reversals = undo.map((line): LedgerEntry => {
    const { rule, clause, effect, params, effectiveOn: day, key } = line;
    return {
      ...common,
      ...{ rule, clause, effect, params },
      key: `${key}/reversed`,
      effectiveOn: day,
      reverses: key,
      confirmedBy: by,
    };
  });
  const entries = enter.map((one): LedgerEntry => {
    const nth = lines.filter(({ rule, reverses }) => rule === one.rule && reverses === null).length + 1;
    return {
      ...common,
      ...one,
      key: `${appraisal.id}/${one.rule}${nth === 1 ? '' : `/${nth}`}`,
      effectiveOn: reachingBack(one, undo),
      reverses: null,
      confirmedBy: confirmed.find(({ rule }) => rule === one.rule)?.decidedBy ?? by,
    };
  });
  if (reversals.length > 0) await stores.ledger.enter(reversals);
  if (entries.length > 0) await stores.ledger.enter(entries);
}

function decidedOf(
  { rule, clause, effect, params, decidedAt }: ConsequenceRow,
  year: number,
  at: Instant,
): Decided {
  const line = { rule, clause, effect, params };
  return { ...line, effectiveOn: effectiveOn(line, year, civilDay(decidedAt ?? at)) };
}

/** What replaces something of its kind counts from that one's day. */
function reachingBack(one: Decided, undo: readonly LedgerLine[]): string {
  const replaced = undo.filter((line) => entitlementOf(line) === entitlementOf(one));
  return [one, ...replaced].map((line) => line.effectiveOn).reduce((a, b) => (a < b ? a : b));
}

/**
 * After a contest or a later grade changed a result: undoes what it undid and enters what follows now, both
 * back-dated. Call it in the transaction that writes the changed consequences; `changeId` names the contest.
 */
export async function restoreAfterContest(
  stores: Stores,
  { changeId, ...change }: Omit<LedgerChange, 'because'> & { readonly changeId: string },
): Promise<void> {
  return enterLedger(stores, { ...change, because: changeId });
}
