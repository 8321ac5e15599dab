import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestOf } from '@kaoji/domain/testing';
import { readHistoryBytes } from '@kaoji/gateways/replay';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { BUNDLE_HASHES } from '../../audit/container/bundle-hashes.js';
import { bytesSource } from '../../audit/container/byte-source.js';
import { checkBundleFile } from '../../audit/container/check-bundle-file.js';
import type { Forgeable } from '../../audit/tamper/tampering.js';
import { checkingVerifier } from '../../audit/tamper/verifiers.js';
import { programOfCheckout } from '../../audit/verify/program/verifier-program.js';
import { verifyBundle } from '../../audit/verify/verify-bundle.js';
import { benchCase, describeMachine, median, type BenchCase, type BenchReport } from '../bench-report.js';
import type { BenchSetting } from '../bench-setting.js';
import { busyProcessors } from '../busy-processors.js';
import { interleaved } from '../interleaved.js';
import { NAIVE_STEPS } from '../naive-run.js';
import { replayRate } from '../replay-bench.js';
import { withExportedYears, type ExportedYear, type YearMaker } from './exported-years.js';
import { logWork } from './log-work.js';

export type AuditBenchOptions = { readonly people?: number; readonly repeats?: number };

const LEAVES = 100_000;
const MOST_BYTES = 3_000; // of an appraisal in the archive
/** What takes milliseconds is repeated more often, until it is compiled. */
const QUICK_TURNS = 8;
const REPLAYS = { ours: 200, naive: 40 };

/**
 * A year lived through, archived, exported and verified: the hash path next to raw SHA-256 and JSON.parse of the same
 * bytes, replaying next to a flow of a signal and an activity per step, two processes next to one, and what a log costs.
 */
export async function runAuditBench(
  setting: BenchSetting,
  options: AuditBenchOptions = {},
): Promise<BenchReport> {
  const { people = 1_000, repeats = 3 } = options;
  const cases = await withExportedYears(setting, async (maker) => {
    const made = await maker.year(people);
    const verified = await verifyCases(made, repeats);
    return [
      ...hashCases(made, repeats),
      ...verified,
      ...(await replayCases(setting, maker, made, repeats)),
      ...archiveCases(made, verified[0]?.other ?? Number.NaN),
    ];
  });
  return { bench: 'audit', machine: describeMachine(), cases: [...cases, ...logCases()] };
}

/** What a bundle is at the least: every entry hashed once, every line and every JSON file parsed. */
function raw({ files }: Forgeable): number {
  const text = new TextDecoder();
  let parsed = 0;
  for (const [name, bytes] of files) {
    createHash('sha256').update(bytes).digest();
    const lines = name.endsWith('.jsonl') ? text.decode(bytes).trimEnd().split('\n') : [];
    if (name.endsWith('.json')) lines.push(text.decode(bytes));
    for (const line of lines) if (JSON.parse(line) !== undefined) parsed += 1;
  }
  return parsed;
}

function hashCases({ bundle }: ExportedYear, repeats: number): readonly BenchCase[] {
  const { ours, other } = interleaved(
    repeats * QUICK_TURNS,
    () => checkBundleFile(bytesSource(bundle.bytes), BUNDLE_HASHES),
    () => raw(bundle),
  );
  if (ours.value.findings.length > 0) throw new Error('audit bench: an honest bundle was doubted');
  const megabytes = bundle.bytes.length / 1e6;
  const rate = (ms: number) => (megabytes * 1_000) / ms;
  const name = `hash path: container, hashes, tree and inclusion of ${megabytes.toFixed(1)} MB`;
  return [benchCase(name, 'MB/s', rate(ours.ms), rate(other.ms), 'raw sha-256 and JSON.parse')];
}

async function verifyCases(made: ExportedYear, repeats: number): Promise<readonly BenchCase[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-verify-'));
  const file = join(folder, 'bundle.zip');
  writeFileSync(file, made.bundle.bytes);
  const program = await programOfCheckout();
  const seconds = { one: [] as number[], two: [] as number[], checked: [] as number[] };
  const occupied: number[] = [];
  const verified = async (processes: number): Promise<number> => {
    const from = performance.now();
    const { verdict, checked } = await verifyBundle({ file, program, processes });
    if (verdict !== 'proved' || checked.histories !== made.histories)
      throw new Error(`audit bench: ${verdict}, ${checked.histories} of ${made.histories} replayed`);
    return (performance.now() - from) / 1_000;
  };
  try {
    for (let repeat = 0; repeat <= repeats; repeat += 1) {
      const { value: one, busy } = await busyProcessors(async () => verified(1));
      const two = await verified(2);
      const from = performance.now();
      await checkingVerifier(made.bundle.bytes, made.bundle.outside);
      const checked = (performance.now() - from) / 1_000;
      if (repeat === 0) continue; // the first turn warms up
      seconds.one.push(one);
      occupied.push(busy);
      seconds.two.push(two);
      seconds.checked.push(checked);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const rate = (times: readonly number[]) => made.histories / median(times);
  const all = `histories verified: hash, replay, recompute, of ${made.histories}`;
  return [
    benchCase(`${all}, two processes`, '1/s', rate(seconds.two), rate(seconds.one), 'one process'),
    // The SDK's engine runs beside JavaScript: this is how far a second process can help at all.
    benchCase(
      'processors kept busy by one verifying process',
      'processors',
      median(occupied),
      cpus().length,
      'of the machine',
    ),
    benchCase(
      'histories checked: hash and recompute',
      '1/s',
      rate(seconds.checked),
      rate(seconds.one),
      'with replay',
    ),
  ];
}

async function replayCases(
  setting: BenchSetting,
  { client, naive }: YearMaker,
  { bundle }: ExportedYear,
  repeats: number,
): Promise<readonly BenchCase[]> {
  const told = manifestOf(bundle.files).histories.find(({ workflowType }) => workflowType === 'appraisal');
  const ours = readHistoryBytes(bundle.files.get(told?.entry ?? '') ?? new Uint8Array());
  const [naiveId] = await naive.run(1);
  const other = await client.workflow.getHandle(naiveId ?? '').fetchHistory();
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../naive-flow/naive-appraisal.workflow.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
  const ourCode = readFileSync(setting.bundle, 'utf8');
  const rates = { ours: [] as number[], naive: [] as number[] };
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    const mine = await replayRate(ourCode, ours, REPLAYS.ours);
    const theirs = await replayRate(code, other, REPLAYS.naive);
    if (repeat === 0) continue;
    rates.ours.push(mine);
    rates.naive.push(theirs);
  }
  const name = `replay of one appraisal, ${ours.events?.length ?? 0} events`;
  const against = `${NAIVE_STEPS} signals and activities, ${other.events?.length ?? 0} events`;
  return [benchCase(name, '1/s', median(rates.ours), median(rates.naive), against)];
}

function archiveCases(
  { appraisals, histories, archived }: ExportedYear,
  verified: number,
): readonly BenchCase[] {
  const rate = (histories * 1_000) / archived.ms;
  const bytes = archived.bytesOfHistories / appraisals;
  return [
    benchCase(
      'bytes of histories in the archive per appraisal, its share of unit, survey and cycle included',
      'bytes',
      bytes,
      MOST_BYTES,
      'limit',
    ),
    benchCase(
      'histories archived: fetched, kept, replayed, recorded',
      '1/s',
      rate,
      verified,
      'verified by one process',
    ),
  ];
}

function logCases(): readonly BenchCase[] {
  const work = logWork(LEAVES);
  const levels = Math.ceil(Math.log2(LEAVES));
  const log = `a log of ${LEAVES.toLocaleString('en-US')} leaves`;
  return [
    benchCase(`${log}: one more leaf and its root`, 'hashes', work.append, work.anew, 'the root anew'),
    benchCase(`${log}: verify an inclusion proof`, 'hashes', work.inclusion, levels, 'levels'),
    benchCase(`${log}: verify a consistency proof`, 'hashes', work.consistency, levels, 'levels'),
  ];
}
