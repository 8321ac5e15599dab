import type { ArchivedBuild, ArchivedRun } from '@kaoji/application';

/** A run of a flow of the seeded cycle that was replayed and archived. */
export function archivedRunRecord(change: Partial<ArchivedRun> = {}): ArchivedRun {
  return {
    ...{ workflowId: 'cycle/2026/area-1/appraisal/appraisal-0', runId: 'run-1', firstRunId: 'run-1' },
    ...{ continuedFrom: null, workflowType: 'appraisal', deployment: 'kaoji', buildId: 'build-1' },
    ...{ sdkVersion: '1.24.0', nodeVersion: '20.20.2', serverVersion: '1.29.1', codecKeyIds: [] },
    ...{ closeStatus: 'completed', eventCount: 31, cycleId: 'cycle-1', suite: 'intl' },
    ...{ hash: 'sha256:h', size: 1_150, objectName: 'sha256/h/h', closedAt: 1, archivedAt: 2 },
    ...{ verdict: 'replayed', fault: null },
    ...change,
  };
}

export function archivedBuildRecord(change: Partial<ArchivedBuild> = {}): ArchivedBuild {
  const file = (name: string) => ({ hash: `sha256:${name}`, objectName: `sha256/${name}`, size: 7 });
  return {
    ...{ buildId: 'build-1', suite: 'intl', archivedAt: 1 },
    ...{ bundle: file('bundle'), lockFile: file('lock'), recipe: file('recipe') },
    ...change,
  };
}
