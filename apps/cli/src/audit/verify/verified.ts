import type { AuditFinding, NotChecked } from '@kaoji/domain';
import type { HeadSigner } from './inside/order.js';
import type { Sandbox } from './sandbox.js';

/** `proved`: all that could be checked here holds. `unreadable`: it could not be opened so far. */
export type Verdict = 'proved' | 'differs' | 'unreadable';

/** What verifying a bundle gave. */
export type Verified = {
  readonly verdict: Verdict;
  /** The most important first. */
  readonly findings: readonly AuditFinding[];
  readonly notChecked: readonly NotChecked[];
  readonly bundleHash: string | null;
  readonly cycle: {
    readonly key: string;
    readonly year: number;
    readonly area: string;
    readonly run: string;
  } | null;
  readonly appraisal: string | null; // of a bundle about one
  readonly log: { readonly origin: string; readonly size: number; readonly root: string } | null;
  readonly signer: HeadSigner | null;
  readonly heads: { readonly inside: number; readonly outside: number };
  readonly checked: {
    readonly entries: number;
    readonly leaves: number;
    readonly histories: number; // replayed, the same or not
    readonly events: number;
    readonly lists: number;
    readonly people: number;
    readonly deadlines: number;
  };
  readonly sandbox: Sandbox;
};

/** What a verification has come to, for whoever waits. */
export type Progress = { readonly done: number; readonly of: number };
