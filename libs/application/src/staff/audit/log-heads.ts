import { logOrigin } from '../../audit/log-origin.js';
import type { LogHead, LogKeyRow } from '../../ports/log.js';
import type { Transactions } from '../../ports/stores.js';
import { findCycle } from '../find.js';

const MOST = 100;

export type PublicHeads = {
  readonly origin: string;
  readonly heads: readonly (Pick<LogHead, 'size' | 'root' | 'suite' | 'note' | 'at'> & {
    readonly stamped: boolean;
  })[];
  readonly keys: readonly Pick<LogKeyRow, 'keyId' | 'name' | 'suite' | 'publicKey' | 'change'>[];
};

/**
 * The latest signed heads of a cycle's log and the keys that signed them, for everybody: sizes, hashes and signatures, and
 * nothing of what is in it. Refuses `NOT_FOUND`.
 */
export async function logHeads(
  deps: { readonly transactions: Transactions },
  cycleId: string,
): Promise<PublicHeads> {
  return deps.transactions.read(async (stores) => {
    await findCycle(stores, cycleId);
    const heads = (await stores.log.heads(cycleId)).slice(-MOST);
    const keys = await stores.log.keys(cycleId);
    return {
      origin: logOrigin(cycleId),
      heads: heads.map(({ size, root, suite, note, timestamp, at }) => ({
        ...{ size, root, suite, note, at },
        stamped: timestamp !== null,
      })),
      keys: keys.map(({ keyId, name, suite, publicKey, change }) => ({
        ...{ keyId, name, suite, publicKey, change },
      })),
    };
  });
}
