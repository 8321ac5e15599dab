import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesSource } from '../container/byte-source.js';
import { checkInside } from '../verify/inside/check-inside.js';
import type { OutsideText } from '../verify/inside/order.js';
import type { VerifierProgram } from '../verify/program/verifier-program.js';
import { verifyBundle } from '../verify/verify-bundle.js';
import type { Outside, Verifier } from './tampering.js';

type OutsideFiles = { readonly keys: readonly OutsideText[]; readonly heads: readonly OutsideText[] };

/** What is known outside as the files whoever verifies would hand over. */
function outsideFiles({ keys, heads }: Outside): OutsideFiles {
  const files = (texts: readonly string[], name: string) =>
    texts.map((text, at) => ({ file: `${name}-${at + 1}`, text }));
  return { keys: files(keys, 'key'), heads: files(heads, 'head') };
}

/** Everything `kaoji audit verify` does but the replays, in this process: a thousand times in reasonable time. */
export const checkingVerifier: Verifier = (bytes, outside) =>
  Promise.resolve(
    checkInside(bytesSource(bytes), { task: 'check', roots: [], ...outsideFiles(outside) }).findings,
  );

/** All of `kaoji audit verify`, in processes of its own, replays and all. */
export function replayingVerifier(program: VerifierProgram): Verifier {
  return async (bytes, outside) => {
    const folder = mkdtempSync(join(tmpdir(), 'kaoji-forged-'));
    const file = join(folder, 'bundle.zip');
    try {
      writeFileSync(file, bytes);
      const { findings, verdict } = await verifyBundle({ file, program, ...outsideFiles(outside) });
      if ((verdict === 'proved') !== (findings.length === 0)) throw new Error(`verdict ${verdict}`);
      return findings;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
