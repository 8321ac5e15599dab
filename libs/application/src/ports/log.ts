import type { LogEntry, LogKind } from '@kaoji/domain';
import type { Instant } from './records.js';
import type { SuiteId } from './suite.js';

/**
 * Something a cycle's log must hold and does not yet: its kind, its opaque id, and either the stored row as plain data
 * (its hash is that of its canonical JSON) or, for what is kept as bytes, their hash (`<algorithm>:<hex>`).
 */
export type PendingItem = { readonly kind: LogKind; readonly ref: string } & (
  { readonly value: unknown } | { readonly hash: string }
);
/** An entry with its place in the log, from 0. */
export type NumberedEntry = LogEntry & { readonly leaf: number };
/**
 * An item that is in the log, with the stored row it was made of: `value` is an object of raw columns, or, of a rulebook,
 * calendar or questionnaire, what its canonical JSON says (its bytes are that). Null for what is kept as bytes (histories,
 * workflow bundles), and where the row is gone.
 */
export type LoggedItem = NumberedEntry & { readonly value: unknown };

/** A signed tree head: `note` is the signed C2SP checkpoint. */
export type LogHead = {
  readonly cycleId: string;
  readonly size: number;
  readonly root: string; // `<algorithm>:<hex>`
  readonly suite: SuiteId;
  readonly note: string;
  readonly frontier: string; // base64url: the roots of the whole subtrees on its right edge, largest first
  readonly timestamp: Uint8Array | null; // RFC 3161 token (DER), where an authority is configured
  readonly at: Instant;
};
/** The latest signed root of a log, to be printed where nobody can rewrite it. */
export type LogRoot = { readonly origin: string; readonly size: number; readonly root: string };
/** A key a log was or is signed with; the first has no change record, every later one is signed by both. */
export type LogKeyRow = {
  readonly cycleId: string;
  readonly keyId: string;
  readonly name: string;
  readonly suite: SuiteId;
  readonly publicKey: string; // base64url of SPKI
  readonly change: string | null; // the signed note of the change
  readonly at: Instant;
};

/**
 * One append-only log per cycle. Nothing in it is ever changed or deleted. A ref is the row's own key; kinds that come
 * from several tables say which first: `result` has `evaluation/…`, `quota/…`, `written/…`, `delivery/…`,
 * `signature/…`, `recorded/…`. All of them: libs/persistence/src/stores/log-sources.
 */
export type LogStore = {
  /** Items of the cycle without a number yet, by kind and ref; at most `limit`. */
  pending(cycleId: string, limit: number): Promise<readonly PendingItem[]>;
  /** Takes the cycle's log for this transaction, so that one writer numbers at a time; gives its size. */
  lock(cycleId: string): Promise<number>;
  /** Appends with these numbers; refuses `LOG_GAP` when the first is not the log's size, `DUPLICATE_LOG_ENTRY`. */
  append(cycleId: string, entries: readonly NumberedEntry[]): Promise<void>;
  size(cycleId: string): Promise<number>;
  /** Entries from leaf `from` on, in order. */
  entries(cycleId: string, from: number, limit: number): Promise<readonly NumberedEntry[]>;
  /** As `entries`, with the stored rows as they are now: whoever compares hashes sees what was changed since. */
  items(cycleId: string, from: number, limit: number): Promise<readonly LoggedItem[]>;
  insertHead(head: LogHead): Promise<'stored' | 'already'>;
  latestHead(cycleId: string): Promise<LogHead | null>;
  heads(cycleId: string): Promise<readonly LogHead[]>;
  insertKey(key: LogKeyRow): Promise<void>;
  keys(cycleId: string): Promise<readonly LogKeyRow[]>;
};
