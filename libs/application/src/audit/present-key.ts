import { Refusal } from '@kaoji/domain';
import type { LogKeyRow } from '../ports/log.js';
import type { Stores } from '../ports/stores.js';
import type { LogDeps, SigningLogKey } from './log-deps.js';
import { logKeyId } from './log-key.js';

/**
 * The key that signs the log of this cycle now. A log that has none gets the first configured key of its area's suite.
 * Refuses `LOG_KEY_MISSING`: whoever signed so far cannot be replaced by configuration alone, only by a rotation.
 */
export async function presentKey(stores: Stores, deps: LogDeps, cycleId: string): Promise<SigningLogKey> {
  const rows = await stores.log.keys(cycleId);
  const present = rows.at(-1);
  if (present !== undefined) return configuredKey(deps, present);
  const first = await firstKey(stores, deps, cycleId);
  await stores.log.insertKey(keyRow(deps, cycleId, first, { change: null, after: 0 }));
  return first;
}

/** The first configured key of the suite of the cycle's area. Refuses `NOT_FOUND`, `LOG_KEY_MISSING`. */
export async function firstKey(stores: Stores, deps: LogDeps, cycleId: string): Promise<SigningLogKey> {
  const cycle = await stores.cycles.byId(cycleId);
  if (cycle === null) throw new Refusal('NOT_FOUND', 'There is no such cycle.', { cycleId });
  const { id: suite } = deps.suiteOfArea(cycle.areaId);
  const first = deps.keys.find((key) => key.suite === suite);
  if (first === undefined) throw missing(`KAOJI_LOG_KEYS has no key of the suite ${suite}.`);
  return first;
}

/** The private key of a key of the log. Refuses `LOG_KEY_MISSING`. */
export function configuredKey({ keys }: LogDeps, { name, publicKey }: LogKeyRow): SigningLogKey {
  const found = keys.find((key) => key.name === name && key.publicKey === publicKey);
  if (found !== undefined) return found;
  throw missing(
    `The log is signed by the key ${name}, which KAOJI_LOG_KEYS does not hold; keep it there until it is rotated.`,
  );
}

/** A key as the log remembers it; never at the same time as the one before. */
export function keyRow(
  { suites, clock }: LogDeps,
  cycleId: string,
  key: SigningLogKey,
  { change, after }: { readonly change: string | null; readonly after: number },
): LogKeyRow {
  const { name, suite, publicKey } = key;
  const known = suites(suite);
  if (known === null) throw missing(`Nobody knows the suite ${suite} of the key ${name}.`);
  const at = Math.max(clock.now(), after + 1);
  return { cycleId, keyId: logKeyId(known, key), name, suite, publicKey, change, at };
}

function missing(sentence: string): Refusal {
  return new Refusal('LOG_KEY_MISSING', sentence);
}
