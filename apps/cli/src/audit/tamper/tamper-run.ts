import { diceOf, seededBundle } from '@kaoji/domain/testing';
import { BUNDLE_HASHES } from '../container/bundle-hashes.js';
import { bytesSource } from '../container/byte-source.js';
import { checkBundleFile } from '../container/check-bundle-file.js';
import { CONTENT_DAMAGES } from './content-damages.js';
import { FILE_DAMAGES } from './file-damages.js';
import { HEADER_DAMAGES } from './header-damages.js';
import { honestContainer, packed, type Damage, type Honest } from './tampering.js';

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

function faultOf(bytes: Uint8Array, touched: readonly string[]): string | null {
  try {
    const { findings } = checkBundleFile(bytesSource(bytes), BUNDLE_HASHES);
    if (findings.length === 0) return 'not found';
    const placed = findings.every(({ where }) => Object.keys(where).length > 0);
    if (!placed) return `found without a place: ${findings.map(({ code }) => code).join()}`;
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
export function tamper({ count, from = 0 }: TamperRun): readonly TamperFault[] {
  return Array.from({ length: count }, (_, at) => from + at).flatMap((seed) => {
    const [what, damage] = DAMAGES[seed % DAMAGES.length] ?? [
      '',
      () => ({ bytes: Buffer.alloc(0), touched: [] }),
    ];
    const honest = honestBundle(Math.floor(seed / DAMAGES.length) + seed);
    const { bytes, touched } = damage(honest, diceOf(seed));
    // Some damage leaves everything as it was: a byte may be put in where the same one stood before.
    const fault = bytes.equals(honest.bytes) ? null : faultOf(bytes, touched);
    return fault === null ? [] : [{ what, seed, fault }];
  });
}

/** False alarms on `count` honest bundles. */
export function falseAlarms({ count, from = 0 }: TamperRun): readonly TamperFault[] {
  return Array.from({ length: count }, (_, at) => from + at).flatMap((seed) => {
    const { files } = honestBundle(seed);
    const { findings } = checkBundleFile(bytesSource(packed(files)), BUNDLE_HASHES);
    return findings.map(({ code, where }) => ({
      what: 'honest',
      seed,
      fault: `${code} ${JSON.stringify(where)}`,
    }));
  });
}
