import { writeFile } from 'node:fs/promises';
import { connectTemporal, sweepNow } from '@kaoji/gateways';
import { verifyCommand } from '../audit/export/export-text.js';
import type { Verified } from '../audit/verify/verified.js';
import type { TemporalPlace } from '../replay/read-histories.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';

/** The bundle the rehearsal leaves behind, and what verifying it said. */
export type LeftBundle = {
  readonly file: string;
  readonly bytes: number;
  readonly size: number; // entries of the log
  readonly root: string;
  readonly verify: string; // the command
  readonly verdict: Verified['verdict'];
  readonly replayed: number; // histories, under the build in the bundle
  readonly recomputed: number; // results
  readonly differences: readonly string[];
};

const SWEEP_MS = 300_000;

/**
 * Has everything that ended archived and numbered, takes the bundle of the cycle as its auditor, and verifies it as
 * anybody can.
 */
export async function leaveBundle(
  rehearsal: Rehearsal,
  place: TemporalPlace,
  { cycleId, file }: { readonly cycleId: string; readonly file: string },
): Promise<LeftBundle> {
  rehearsal.say(
    '归档、编入日志、导出审计包、核验',
    'archiving, numbering, exporting the bundle, verifying it',
  );
  await sweep(place);
  const auditor = await rehearsal.session(accountOf(rehearsal, 'auditor').username);
  const bytes = await auditor.download(`/api/cycles/${cycleId}/audit-bundle`);
  await writeFile(file, bytes);
  const { verdict, findings, log, checked } = await verified(file);
  return {
    file,
    bytes: bytes.length,
    size: log?.size ?? 0,
    root: log?.root ?? '',
    verify: verifyCommand(file),
    verdict,
    replayed: checked.histories,
    recomputed: checked.people,
    differences: findings.map(({ code, en }) => `${code}: ${en}`),
  };
}

async function sweep({ address, namespace }: TemporalPlace): Promise<void> {
  const client = connectTemporal(address, namespace);
  try {
    const { failed, left } = await sweepNow(client, { withinMs: SWEEP_MS });
    if (failed + left > 0) throw new Error(`${failed} histories do not replay, ${left} were not archived`);
  } finally {
    await client.connection.close();
  }
}

/** As anybody would verify it: in a process of its own, every history replayed, everything decided again. */
async function verified(file: string): Promise<Verified> {
  const [{ verifyBundle }, { programOfCheckout }] = await Promise.all([
    import('../audit/verify/verify-bundle.js'),
    import('../audit/verify/program/verifier-program.js'),
  ]);
  return verifyBundle({ file, program: await programOfCheckout() });
}

/** What is printed of it. */
export function bundleText(left: LeftBundle): string {
  const { file, bytes, size, root, verify, replayed, recomputed, differences } = left;
  return [
    '',
    `审计包 Audit bundle: ${file} (${bytes} bytes)`,
    `  日志 ${size} 条  ${size} entries in the log`,
    `  树根 root ${root}`,
    ...(differences.length === 0
      ? [
          `  已证明：重放 ${replayed} 次运行、重算 ${recomputed} 个结果，均无不同`,
          `  proved: ${replayed} runs replayed, ${recomputed} results computed again, nothing differs`,
        ]
      : [`  不同 differences: ${differences.length}, ${differences[0] ?? ''}`]),
    `  核验 verify: ${verify}`,
    '',
  ].join('\n');
}
