import { archivePage, type ArchiveDeps } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import type { ArchiveActivities } from '@kaoji/temporal-contract';
import { translateFaults, type ReportFault } from './translate-faults.js';
import { whileBeating } from './while-beating.js';

/** What the steps of the sweep need; `numberLogs` gives the entries numbered in all cycles. */
export type ArchiveActivityDeps = ArchiveDeps & { readonly numberLogs: () => Promise<number> };

/**
 * Steps of the sweep, repeatable: histories lie under their hash, rows by run id. Where no archive is configured
 * (`deps` null) each refuses `ARCHIVE_NOT_CONFIGURED`.
 */
export function createArchiveActivities(
  deps: ArchiveActivityDeps | null,
  report: ReportFault,
): ArchiveActivities {
  const configured = (): ArchiveActivityDeps => {
    if (deps !== null) return deps;
    throw new Refusal('ARCHIVE_NOT_CONFIGURED', 'KAOJI_ARCHIVE names no archive.');
  };
  return {
    archivePage: translateFaults('archivePage', report, async (input) =>
      whileBeating(async () => archivePage(configured(), input)),
    ),
    numberLogs: translateFaults('numberLogs', report, async () =>
      whileBeating(async () => ({ numbered: await configured().numberLogs() })),
    ),
  };
}
