import { Refusal } from '@kaoji/domain';
import type { LogKeyRow } from '../ports/log.js';
import { signKeyChange } from './key-change.js';
import type { LogDeps } from './log-deps.js';
import { logOrigin } from './log-origin.js';
import { numberEntries, type NumberedLog } from './number-entries.js';
import { configuredKey, firstKey, keyRow } from './present-key.js';

export type RotatedKey = { readonly from: number; readonly key: LogKeyRow; readonly numbered: NumberedLog };

/**
 * The first configured key of the area's suite signs this log from now on; the old and the new one sign the change, which becomes an entry
 * under the first head of the new key. A key of another suite than before
 * changes the log's suite with it. Refuses `LOG_KEY_PRESENT`
 * (it signs already), `LOG_KEY_USED` (it did once: a key never comes back), `LOG_KEY_MISSING` (one of the two is not
 * configured), `LOG_KEY_NONE` (the log has not begun), and as `numberEntries`.
 */
export async function rotateLogKey(deps: LogDeps, cycleId: string): Promise<RotatedKey> {
  const made = await deps.transactions.run(async (stores) => {
    const { log } = stores;
    const size = await log.lock(cycleId);
    const rows = await log.keys(cycleId);
    const present = rows.at(-1);
    if (present === undefined) {
      throw new Refusal('LOG_KEY_NONE', 'This log has not begun: its first key is chosen when it does.');
    }
    const oldKey = configuredKey(deps, present);
    const newKey = await firstKey(stores, deps, cycleId);
    if (newKey.publicKey === oldKey.publicKey) {
      throw new Refusal('LOG_KEY_PRESENT', 'The first key of KAOJI_LOG_KEYS signs this log already.');
    }
    if (rows.some(({ publicKey }) => publicKey === newKey.publicKey)) {
      throw new Refusal(
        'LOG_KEY_USED',
        'The first key of KAOJI_LOG_KEYS signed this log before: make a new one.',
      );
    }
    const from = size + 1; // a head of this size may be signed already; the change itself is the next entry
    const change = signKeyChange(
      { origin: logOrigin(cycleId), from, oldKey, newKey },
      { oldPrivateKey: oldKey.privateKey, newPrivateKey: newKey.privateKey },
      deps.suites,
    );
    const key = keyRow(deps, cycleId, newKey, { change, after: present.at });
    await log.insertKey(key);
    return { from, key };
  });
  return { ...made, numbered: await numberEntries(deps, cycleId) };
}
