import type { ArchivedBuild, ArchivedRunStore } from '@kaoji/application';
import { type ArchivedBuildRow, archivedBuildTable, archivedRunTable } from '../schema/archive.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertOnce } from '../statements.js';

/** Archived runs by their run id, and builds by id and suite. */
export function createArchivedRunStore(session: Session): ArchivedRunStore {
  const { manager } = session;
  const runs = () => manager.createQueryBuilder(archivedRunTable, 'r');
  return {
    insert: async (run) => ((await insertOnce(session, archivedRunTable, run)) ? 'archived' : 'already'),
    known: async (runIds) => {
      const found = await inPortions(runIds, (portion) =>
        runs().select(['r.runId']).where('r.runId IN (:...portion)', { portion }).getMany(),
      );
      return new Set(found.map(({ runId }) => runId));
    },
    ofCycle: (cycleId) =>
      runs()
        .where('r.cycleId = :cycleId', { cycleId })
        .orderBy({ 'r.workflowId': 'ASC', 'r.closedAt': 'ASC', 'r.runId': 'ASC' })
        .getMany(),
    ofWorkflow: (workflowId) =>
      runs()
        .where('r.workflowId = :workflowId', { workflowId })
        .orderBy({ 'r.closedAt': 'ASC', 'r.runId': 'ASC' })
        .getMany(),
    failed: () =>
      runs()
        .where('r.verdict = :verdict', { verdict: 'failed' })
        .orderBy({ 'r.archivedAt': 'ASC', 'r.runId': 'ASC' })
        .getMany(),
    insertBuild: async (build) =>
      (await insertOnce(session, archivedBuildTable, rowOf(build))) ? 'archived' : 'already',
    builds: async (buildIds) => {
      const rows = await inPortions(buildIds, (portion) =>
        manager
          .createQueryBuilder(archivedBuildTable, 'b')
          .where('b.buildId IN (:...portion)', { portion })
          .orderBy({ 'b.buildId': 'ASC', 'b.suite': 'ASC' })
          .getMany(),
      );
      return rows.map(buildOf);
    },
  };
}

function rowOf({ bundle, lockFile, recipe, ...build }: ArchivedBuild): ArchivedBuildRow {
  return {
    ...build,
    bundleHash: bundle.hash,
    bundleObject: bundle.objectName,
    bundleSize: bundle.size,
    lockFileHash: lockFile.hash,
    lockFileObject: lockFile.objectName,
    lockFileSize: lockFile.size,
    recipeHash: recipe.hash,
    recipeObject: recipe.objectName,
    recipeSize: recipe.size,
  };
}

function buildOf(row: ArchivedBuildRow): ArchivedBuild {
  return {
    buildId: row.buildId,
    suite: row.suite,
    bundle: { hash: row.bundleHash, objectName: row.bundleObject, size: row.bundleSize },
    lockFile: { hash: row.lockFileHash, objectName: row.lockFileObject, size: row.lockFileSize },
    recipe: { hash: row.recipeHash, objectName: row.recipeObject, size: row.recipeSize },
    archivedAt: row.archivedAt,
  };
}
