import type { Grant } from '../../ports/records.js';

/** Who asks: taken from the session, never from the request. */
export type Actor = {
  readonly accountId: string;
  readonly personId: string | null;
  readonly grants: readonly Grant[];
};
