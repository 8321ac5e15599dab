import type { Clock } from '../ports/gateways.js';
import type { Transactions } from '../ports/stores.js';
import type { Suite } from '../ports/suite.js';
import type { TimestampAuthority } from '../ports/timestamp.js';
import type { Witness } from '../ports/witness.js';
import type { LogKey, Suites } from './log-key.js';

/** A key of the configuration that can sign: `privateKey` as `Suite.sign` takes it. */
export type SigningLogKey = LogKey & { readonly privateKey: string };

/** What numbering and signing a log needs. The first key signs logs that begin, and those it is rotated into. */
export type LogDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly suites: Suites;
  readonly suiteOfArea: (areaId: string) => Suite;
  readonly keys: readonly SigningLogKey[];
  readonly witness: Witness | null;
  readonly timestamps: TimestampAuthority | null;
};
