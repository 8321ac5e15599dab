import { Refusal } from '@kaoji/domain';
import type { Appraisal } from '../../ports/records.js';
import type { Actor } from '../../staff/access/actor.js';
import { demand } from '../../staff/access/permissions.js';
import { demandOwn } from '../../staff/collect/own-evidence.js';
import { findAppraisal, findCycle, type FoundCycle } from '../../staff/find.js';
import { buildBundle } from './build-bundle.js';
import type { Bundle, BundleScope } from './bundle-material.js';
import { needsRow, ownLeaves } from './own-leaves.js';
import { readFiles, readLog, type ExportDeps, type LogContents } from './read-material.js';

/** `missing`: leaves whose bytes or rows are gone; whoever verifies is told each of them. */
export type ExportedBundle = Bundle & { readonly missing: number };

/**
 * The bundle of a whole cycle, as far as its latest signed head. What was changed or lost since is exported as it is: to
 * find it is the verifier's work. Refuses `NOT_FOUND`, `BUNDLE_NOT_READY`.
 */
export async function exportCycle(deps: ExportDeps, cycleId: string): Promise<ExportedBundle> {
  const log = await deps.transactions.read(async (stores) =>
    readLog(stores, await findCycle(stores, cycleId)),
  );
  return bundleOf(deps, log, { kind: 'whole' });
}

/**
 * The bundle of one appraisal: what is about it alone, and the rules, with proofs that its leaves lie under the root of
 * the whole cycle; nothing of others. Refuses `NOT_FOUND`, `BUNDLE_NOT_READY`.
 */
export async function exportAppraisal(deps: ExportDeps, appraisalId: string): Promise<ExportedBundle> {
  const { log, appraisal, cycle } = await deps.transactions.read(async (stores) => {
    const found = await findAppraisal(stores, appraisalId);
    return { ...found, log: await readLog(stores, found.cycle, (entry) => needsRow(entry, { appraisalId })) };
  });
  return bundleOf(deps, log, scopeOf(log, appraisal, cycle));
}

/** What a service may have been given: an archive, or none. */
type ServiceDeps = Omit<ExportDeps, 'archive'> & { readonly archive: ExportDeps['archive'] | null };

/** As `exportCycle`, for an auditor of the area. Refuses also `FORBIDDEN`, `ARCHIVE_NOT_CONFIGURED`. */
export async function auditBundleOfCycle(
  deps: ServiceDeps,
  actor: Actor,
  cycleId: string,
): Promise<ExportedBundle> {
  const { areaId } = await deps.transactions.read(async (stores) => findCycle(stores, cycleId));
  demand(actor, 'audit.history', { areaId, unitId: 'whole_area' });
  return exportCycle(withArchive(deps), cycleId);
}

/**
 * As `exportAppraisal`, for the person it is about, once it is recorded: until then something may be decided that they
 * have not been told. Refuses also `FORBIDDEN`, `ARCHIVE_NOT_CONFIGURED`.
 */
export async function auditBundleOfAppraisal(
  deps: ServiceDeps,
  actor: Actor,
  appraisalId: string,
): Promise<ExportedBundle> {
  const { appraisal, cycle } = await deps.transactions.read(async (stores) =>
    findAppraisal(stores, appraisalId),
  );
  demandOwn(actor, appraisal, cycle.areaId);
  if (appraisal.status !== 'recorded') {
    throw new Refusal('BUNDLE_NOT_READY', 'There is a bundle once this appraisal is recorded.');
  }
  return exportAppraisal(withArchive(deps), appraisalId);
}

function withArchive({ archive, ...deps }: ServiceDeps): ExportDeps {
  if (archive !== null) return { ...deps, archive };
  throw new Refusal(
    'ARCHIVE_NOT_CONFIGURED',
    'This installation keeps no archive: KAOJI_ARCHIVE names none.',
  );
}

function scopeOf(log: LogContents, appraisal: Appraisal, cycle: FoundCycle): BundleScope {
  const { id: appraisalId, personId, unitId } = appraisal;
  // The same text as temporal-contract's `appraisalWorkflowId`.
  const workflowId = `cycle/${cycle.key}/appraisal/${appraisalId}`;
  const leaves = ownLeaves(
    log.items,
    { appraisalId, personId, unitId, workflowId },
    (leaf) => log.runs.get(leaf)?.buildId,
  );
  return { kind: 'appraisal', appraisal: appraisalId, leaves };
}

async function bundleOf(deps: ExportDeps, log: LogContents, scope: BundleScope): Promise<ExportedBundle> {
  const chosen =
    scope.kind === 'whole' ? log.items : log.items.filter(({ leaf }) => scope.leaves.get(leaf) === 'with');
  const files = await readFiles(deps, chosen, log.runs);
  const missing = chosen.filter(({ leaf, value }) => value === null && !files.bodies.has(leaf)).length;
  return { ...buildBundle({ ...log, ...files }, scope, deps.suites), missing };
}
