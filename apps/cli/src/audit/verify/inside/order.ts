import type { AuditFinding, BundleManifest, NotChecked } from '@kaoji/domain';

/** What the process inside is told to do, as the first line of JSON on its standard input; the bundle is its descriptor 3. */
export type Order =
  | {
      readonly task: 'check';
      readonly heads: readonly OutsideText[];
      readonly keys: readonly OutsideText[];
      readonly roots: readonly PrintedRoot[];
    }
  | { readonly task: 'replay' };
/** Every further line of an order to replay: histories of the manifest from one place up to before another. */
export type Portion = { readonly from: number; readonly to: number };
/** A file given from outside the bundle. */
export type OutsideText = { readonly file: string; readonly text: string };

/** A root that was printed: how many entries the log had, and its root, `<algorithm>:<hex>`. Nobody signed the paper. */
export type PrintedRoot = { readonly size: number; readonly root: string };

/** What it answers, one line of JSON each on descriptor 4. */
export type Answer =
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'ready'; readonly of: number } // histories in the manifest: waits for portions
  | { readonly kind: 'portion_done' }
  | { readonly kind: 'replayed'; readonly replayed: ReplayedEntry }
  | { readonly kind: 'no_replay'; readonly reason: string }
  | { readonly kind: 'done' };

/** Whose signature a head carries. `proven`: the key was given from outside. */
export type HeadSigner = { readonly name: string; readonly keyId: string; readonly proven: boolean };

/** Everything but the replays. */
export type Checked = {
  readonly manifest: BundleManifest | null;
  readonly bundleHash: string | null;
  readonly findings: readonly AuditFinding[];
  readonly notChecked: readonly NotChecked[];
  readonly signer: HeadSigner | null;
  readonly leaves: number; // of the log, that were told and proved
  readonly heads: { readonly inside: number; readonly outside: number }; // that were checked
  readonly recomputed: { readonly lists: number; readonly people: number; readonly deadlines: number };
  /** Hashes of sealed evidence and of results on record: what a history speaks of must be among them. */
  readonly onRecord: readonly string[];
};

export type ReplayedEntry = {
  readonly entry: string;
  readonly at: number; // its place among the histories of the manifest
  readonly findings: readonly AuditFinding[];
  /** Set where it could not be replayed here, and nothing is said about it. */
  readonly open: string | null;
  readonly events: number;
  /** Hashes of evidence and results that messages in the history name. */
  readonly names: readonly string[];
};
