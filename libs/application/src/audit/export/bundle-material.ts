import type { BundleHistory, BundleManifest } from '@kaoji/domain';
import type { LoggedItem, LogHead, LogKeyRow } from '../../ports/log.js';

/** A build of the flows as a bundle carries it; its workflow bundle is an item of the log. */
export type BuildFiles = { readonly lockFile: Uint8Array; readonly recipe: Uint8Array };

/** Everything a bundle is made of, read at one time. `items` are all leaves of the head, in order. */
export type BundleMaterial = {
  readonly cycle: BundleManifest['cycle'];
  readonly origin: string;
  readonly head: LogHead; // the one the bundle goes by
  readonly heads: readonly LogHead[]; // all of them
  readonly keys: readonly LogKeyRow[];
  readonly items: readonly LoggedItem[];
  /** The bytes of items that are kept as bytes, by leaf. One that is not there is missed by whoever verifies. */
  readonly bodies: ReadonlyMap<number, Uint8Array>;
  readonly histories: ReadonlyMap<number, Omit<BundleHistory, 'entry'>>; // by leaf
  readonly builds: ReadonlyMap<string, BuildFiles>; // by build id
};

/** How a leaf appears in the bundle of one appraisal: with what it says, or by its hash alone, and why. */
export type LeafShown = 'with' | 'sealed' | 'redacted';

/** What a bundle is of: all of a cycle, or one appraisal with the leaves that belong to it. */
export type BundleScope =
  | { readonly kind: 'whole' }
  | {
      readonly kind: 'appraisal';
      readonly appraisal: string;
      readonly leaves: ReadonlyMap<number, LeafShown>;
    };

/** A bundle as its files, the manifest among them. */
export type Bundle = {
  readonly manifest: BundleManifest;
  readonly files: ReadonlyMap<string, Uint8Array>;
};
