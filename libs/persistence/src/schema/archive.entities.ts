import type { ArchivedRun, SuiteId } from '@kaoji/application';
import { code, count, hash, id, instant, json, key, optional, primary, state, text } from './columns.js';
import { defineTable, reference } from './define-table.js';

/** An archived build as it lies in the database: a build that several areas use is there once per suite. */
export type ArchivedBuildRow = {
  readonly buildId: string;
  readonly suite: SuiteId;
  readonly bundleHash: string;
  readonly bundleObject: string;
  readonly bundleSize: number;
  readonly lockFileHash: string;
  readonly lockFileObject: string;
  readonly lockFileSize: number;
  readonly recipeHash: string;
  readonly recipeObject: string;
  readonly recipeSize: number;
  readonly archivedAt: number;
};

export const archivedBuildTable = defineTable<ArchivedBuildRow>(
  'archived_build',
  {
    buildId: primary(id()),
    suite: primary(state()),
    bundleHash: hash(),
    bundleObject: key(),
    bundleSize: count(),
    lockFileHash: hash(),
    lockFileObject: key(),
    lockFileSize: count(),
    recipeHash: hash(),
    recipeObject: key(),
    recipeSize: count(),
    archivedAt: instant(),
  },
  { checks: ['suite'] },
);

export const archivedRunTable = defineTable<ArchivedRun>(
  'archived_run',
  {
    runId: primary(id()),
    cycleId: id(),
    workflowId: key(),
    firstRunId: id(),
    continuedFrom: optional(id()),
    workflowType: code(),
    deployment: optional(code()),
    buildId: id(),
    sdkVersion: code(),
    nodeVersion: code(),
    serverVersion: code(),
    codecKeyIds: json(),
    closeStatus: state(),
    eventCount: count(),
    suite: state(),
    hash: hash(),
    size: count(),
    objectName: key(),
    closedAt: instant(),
    archivedAt: instant(),
    verdict: state(),
    fault: optional(text()),
  },
  {
    indexes: {
      idx_archived_run_cycle: ['cycleId', 'runId'],
      idx_archived_run_workflow: ['workflowId', 'closedAt'],
      idx_archived_run_verdict: ['verdict', 'archivedAt'],
    },
    checks: ['suite', 'verdict'],
    references: [reference('cycle', ['cycleId'], 'cycle')],
  },
);
