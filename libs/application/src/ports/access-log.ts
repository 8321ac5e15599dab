import type { Instant } from './records.js';

/** One look at what is protected: who, with which permission, at what, when. Opaque ids only. */
export type AccessRow = {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
  readonly permission: string; // of the endpoint
  readonly endpoint: string; // its name, never a URL
  readonly cycleId: string | null;
  readonly subject: string | null; // appraisal, unit or document id
  readonly at: Instant;
};
export type AccessLogStore = {
  append(rows: readonly AccessRow[]): Promise<void>;
  /** Newest first; of one cycle, or of one subject in it. */
  page(
    cycleId: string,
    ask: { readonly subject: string | null; readonly after: string | null; readonly limit: number },
  ): Promise<readonly AccessRow[]>;
};
