import { diceOf, seededBundle } from '@kaoji/domain/testing';
import { BUNDLE_HASHES } from '../container/bundle-hashes.js';
import { bytesSource } from '../container/byte-source.js';
import { checkBundleFile } from '../container/check-bundle-file.js';
import { CONTENT_DAMAGES } from './content-damages.js';
import { DAMAGE_CODES } from './damage-codes.js';
import { FILE_DAMAGES } from './file-damages.js';
import { HEADER_DAMAGES } from './header-damages.js';
import { honestContainer, NOTHING, type Damage, type Honest, type Verifier } from './tampering.js';

export const DAMAGES: readonly (readonly [what: string, damage: Damage])[] = Object.entries({
  ...FILE_DAMAGES,
  ...HEADER_DAMAGES,
  ...CONTENT_DAMAGES,
});

/** Seeds of a run: another start gives other bundles and other damages. */
export type TamperRun = { readonly count: number; readonly from?: number };
/** A damage that was not found, not placed, or broke the checker: with its seed it can be made again. */
export type TamperFault = { readonly what: string; readonly seed: number; readonly fault: string };

/** A bundle per seed: every third of the national suite, every other one of a single appraisal. */
export function honestBundle(seed: number): Honest {
  const suite = seed % 3 === 0 ? 'sm' : 'intl';
  const scope = seed % 2 === 0 ? 'whole' : 'appraisal';
  return honestContainer(seededBundle({ seed, hashes: BUNDLE_HASHES, suite, scope }), BUNDLE_HASHES);
}

/** What bytes and hashes say: enough for damage nobody signed. */
export const hashVerifier: Verifier = (bytes) =>
  Promise.resolve(checkBundleFile(bytesSource(bytes), BUNDLE_HASHES).findings);

async function faultOf(
  verify: Verifier,
  what: string,
  bytes: Uint8Array,
  touched: readonly string[],
): Promise<string | null> {
  try {
    const findings = await verify(bytes, NOTHING);
    const codes = findings.map(({ code }) => code);
    if (findings.length === 0) return 'not found';
    const wanted = DAMAGE_CODES[what];
    if (wanted !== undefined && !wanted.some((code) => codes.includes(code)))
      return `found as ${codes.join()}`;
    if (!findings.some(({ where }) => Object.keys(where).length > 0))
      return `found without a place: ${codes.join()}`;
    const names = findings.map(({ where }) => where.entry ?? '');
    const named = touched.length === 0 || names.some((name) => touched.some((one) => sameName(name, one)));
    return named ? null : `found in ${names.join()}, damaged was ${touched.join()}`;
  } catch (error) {
    return `crashed: ${String(error)}`;
  }
}

/** A name as it was written, or as a refusal shows it: escaped and cut. */
function sameName(shown: string, name: string): boolean {
  return shown === name || !/^[\w./-]{1,80}$/.test(name);
}

/** Damages `count` honest bundles, each way of damage in turn, and returns what went wrong: nothing, if all is well. */
export async function tamper(
  { count, from = 0 }: TamperRun,
  verify: Verifier = hashVerifier,
  honestOf: (seed: number) => Honest = honestBundle,
): Promise<readonly TamperFault[]> {
  const faults: TamperFault[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const found = DAMAGES[seed % DAMAGES.length];
    if (found === undefined) continue;
    const [what, damage] = found;
    const honest = honestOf(Math.floor(seed / DAMAGES.length) + seed);
    const { bytes, touched } = damage(honest, diceOf(seed));
    // Some damage leaves everything as it was: a byte may be put in where the same one stood before.
    const fault = bytes.equals(honest.bytes) ? null : await faultOf(verify, what, bytes, touched);
    if (fault !== null) faults.push({ what, seed, fault });
  }
  return faults;
}

/** What a verifier says of an honest bundle: false alarms, all of it. */
export async function falseAlarm(
  { bytes }: Pick<Honest, 'bytes'>,
  seed: number,
  verify: Verifier = hashVerifier,
  outside = NOTHING,
): Promise<readonly TamperFault[]> {
  const findings = await verify(bytes, outside);
  return findings.map(({ code, where }) => ({
    what: 'honest',
    seed,
    fault: `${code} ${JSON.stringify(where)}`,
  }));
}
