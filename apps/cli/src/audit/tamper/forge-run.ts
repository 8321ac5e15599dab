import { diceOf } from '@kaoji/domain/testing';
import { ITEM_FORGERIES } from './item-forgeries.js';
import { LOG_FORGERIES } from './log-forgeries.js';
import type { TamperFault } from './tamper-run.js';
import { NOTHING, type Forgeable, type Forgery, type Outside, type Verifier } from './tampering.js';

/** Everything a forger with time and knowledge tries, by name. */
export const FORGERIES: Readonly<Record<string, Forgery>> = { ...ITEM_FORGERIES, ...LOG_FORGERIES };

/** What a forgery of this need is verified with: no more than it takes. */
export function outsideFor({ needs }: Forgery, { outside }: Forgeable): Outside {
  if (needs === 'nothing') return NOTHING;
  return needs === 'key' ? { ...outside, heads: [] } : outside;
}

async function faultOf(
  verify: Verifier,
  honest: Forgeable,
  { what, forgery, seed }: { readonly what: string; readonly forgery: Forgery; readonly seed: number },
): Promise<TamperFault | null> {
  const fault = (text: string): TamperFault => ({ what, seed, fault: text });
  const { bytes, touched } = forgery.forge(honest, diceOf(seed));
  if (bytes.equals(honest.bytes)) return null; // nothing to forge here
  try {
    const findings = await verify(bytes, outsideFor(forgery, honest));
    const codes = findings.map(({ code }) => code).join();
    const found = findings.filter(({ code }) => forgery.codes.includes(code));
    if (found.length === 0) return fault(codes === '' ? 'not found' : `found as ${codes}`);
    const places = found.map(({ where }) => where);
    // What is said of a file from outside has its name in words.
    const inBundle = forgery.needs === 'nothing' ? places : [];
    if (inBundle.some((where) => Object.keys(where).length === 0)) return fault(`without a place: ${codes}`);
    const named = touched.length === 0 || places.some(({ entry }) => touched.includes(entry ?? ''));
    return named ? null : fault(`found in ${JSON.stringify(places)}, forged was ${touched.join()}`);
  } catch (error) {
    return fault(`crashed: ${String(error)}`);
  }
}

/**
 * Forges `count` bundles, each way in turn, and returns what went wrong: nothing, if every forgery is found under its
 * code and in its place by whoever knows no more than it takes.
 */
export async function forge(
  { count, from = 0 }: { readonly count: number; readonly from?: number },
  verify: Verifier,
  honestOf: (seed: number) => Forgeable,
  ways: Readonly<Record<string, Forgery>> = FORGERIES,
): Promise<readonly TamperFault[]> {
  const all = Object.entries(ways);
  const faults: TamperFault[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const [what, forgery] = all[seed % all.length] ?? ['', undefined];
    if (forgery === undefined) continue;
    const fault = await faultOf(verify, honestOf(seed + Math.floor(seed / all.length)), {
      what,
      forgery,
      seed,
    });
    if (fault !== null) faults.push(fault);
  }
  return faults;
}
