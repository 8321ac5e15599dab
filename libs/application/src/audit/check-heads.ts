import { logLeaf, readNote, readCheckpoint } from '@kaoji/domain';
import type { LogHead, LogKeyRow } from '../ports/log.js';
import type { Transactions } from '../ports/stores.js';
import { consistentHeads } from './consistent-heads.js';
import type { Suites } from './log-key.js';
import { logOrigin } from './log-origin.js';
import { checkTreeHead, type TrustedHead } from './tree-head.js';
import { trustedKeysFrom } from './trusted-keys.js';

const PAGE = 10_000;

export type HeadsCheck = {
  readonly origin: string;
  readonly size: number; // entries now; those above the latest head are not signed yet
  readonly heads: readonly LogHead[];
  readonly keys: readonly LogKeyRow[];
  /** The first thing that is not as signed, by code and sentence; null where all is. */
  readonly fault: { readonly code: string; readonly reason: string } | null;
};

/**
 * The heads of a cycle's log, each checked: its signature by the key of its time, and that the entries as they are now
 * still give its root; heads a witness kept are checked the same way. Whoever holds the database could have rewritten
 * heads and keys together: only the witness's, or printed roots, tell.
 */
export async function checkHeads(
  { transactions, suites }: { readonly transactions: Transactions; readonly suites: Suites },
  { cycleId, witnessed }: { readonly cycleId: string; readonly witnessed: readonly string[] },
): Promise<HeadsCheck> {
  const origin = logOrigin(cycleId);
  const { heads, keys, size } = await transactions.read(async ({ log }) => ({
    heads: await log.heads(cycleId),
    keys: await log.keys(cycleId),
    size: await log.size(cycleId),
  }));
  const found = { origin, size, heads, keys };
  const notes = [...heads.map(({ note }) => note), ...witnessed.filter((note) => originOf(note) === origin)];
  const [first, ...later] = keys;
  if (first === undefined) return { ...found, fault: null };
  const chain = trustedKeysFrom(
    { origin, key: first },
    later.map(({ change }) => change ?? ''),
    suites,
  );
  if (!chain.ok) return { ...found, fault: chain };
  const trusted: TrustedHead[] = [];
  for (const note of notes) {
    const checked = checkTreeHead(note, chain.trusted, suites);
    if (!checked.ok) return { ...found, fault: checked };
    trusted.push(checked.head);
  }
  const leaves: Uint8Array[] = [];
  while (leaves.length < size) {
    const from = leaves.length;
    const page = await transactions.read(({ log }) => log.entries(cycleId, from, PAGE));
    if (page.length === 0) break;
    leaves.push(...page.map(logLeaf));
  }
  const consistent = consistentHeads({ leaves, heads: trusted }, suites);
  return { ...found, fault: consistent.ok ? null : consistent };
}

function originOf(note: string): string | null {
  const signed = readNote(note);
  return signed === null ? null : (readCheckpoint(signed.text)?.origin ?? null);
}
