import { exportAppraisal, exportCycle, type ExportDeps, type ExportedBundle } from '@kaoji/application';
import { cliVariables, loadConfig } from '@kaoji/config';
import { HASH_OF_SUITE, hashText, MANIFEST_NAME, Refusal } from '@kaoji/domain';
import { configuredArchive, suiteOf } from '@kaoji/gateways';
import { openDatabase } from '@kaoji/persistence';
import { databaseAddress } from '../../db/database.js';
import type { Language } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';
import { BUNDLE_HASHES } from '../container/bundle-hashes.js';
import { exportText } from './export-text.js';
import { writeBundle } from './write-bundle.js';

export type ExportOrder = {
  readonly cycle: string;
  readonly appraisal: string | null;
  readonly file: string;
};
type Options = ExportOrder & { readonly json: boolean; readonly language: Language };

/** What was written. `unnumbered`: rows the latest head does not cover yet; 1000 stands for that many or more. */
export type Exported = {
  readonly file: string;
  readonly bytes: number;
  readonly bundleHash: string; // of the manifest: it names the bundle
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly entries: number;
  readonly histories: number;
  readonly missing: number;
  readonly unnumbered: number;
};

const COUNTED = 1_000;

/** Writes a bundle and says what is in it. Refuses as `exportBundle`. */
export async function exportTo(terminal: Terminal, { json, language, ...order }: Options): Promise<void> {
  const exported = await exportBundle(order);
  terminal.out(
    json ? JSON.stringify({ format: 'kaoji-audit-export/1', ...exported }) : exportText(exported, language),
  );
  terminal.setExitCode(exported.missing > 0 ? 1 : 0);
}

/**
 * Exports from the configured database and archive. Refuses `DATABASE_URL_MISSING`, `ARCHIVE_NOT_CONFIGURED`, `NOT_FOUND`,
 * `BUNDLE_NOT_READY`, `FILE_NOT_WRITTEN`.
 */
export async function exportBundle({ cycle, appraisal, file }: ExportOrder): Promise<Exported> {
  const archive = await configuredArchive(loadConfig(cliVariables));
  if (archive === null) {
    throw new Refusal(
      'ARCHIVE_NOT_CONFIGURED',
      'Set KAOJI_ARCHIVE to file:<folder> or s3://<bucket>/<prefix>.',
    );
  }
  const database = await openDatabase(databaseAddress());
  try {
    const deps: ExportDeps = { transactions: database.transactions, archive, suites: suiteOf };
    const bundle = await bundleOf(deps, cycle, appraisal);
    const pending = await deps.transactions.read(({ log }) => log.pending(cycle, COUNTED));
    // Somebody looks all the time; their looks are numbered by the next sweep.
    const unnumbered = pending.filter(({ kind }) => kind !== 'access').length;
    return { ...toldOf(bundle), file, bytes: writeBundle(file, bundle.files), unnumbered };
  } finally {
    await database.close();
  }
}

async function bundleOf(
  deps: ExportDeps,
  cycleId: string,
  appraisal: string | null,
): Promise<ExportedBundle> {
  if (appraisal === null) return exportCycle(deps, cycleId);
  const found = await deps.transactions.read(({ appraisals }) => appraisals.byId(appraisal));
  if (found?.cycleId !== cycleId) throw new Refusal('NOT_FOUND', 'There is no such appraisal in this cycle.');
  return exportAppraisal(deps, appraisal);
}

function toldOf({
  manifest,
  files,
  missing,
}: ExportedBundle): Omit<Exported, 'file' | 'bytes' | 'unnumbered'> {
  const { log, suite, histories } = manifest;
  const bytes = files.get(MANIFEST_NAME) ?? new Uint8Array();
  return {
    bundleHash: hashText(BUNDLE_HASHES, HASH_OF_SUITE[suite], bytes),
    ...{ origin: log.origin, size: log.size, root: log.root },
    ...{ entries: files.size, histories: histories.length, missing },
  };
}
