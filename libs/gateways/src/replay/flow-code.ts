import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveStore, FlowCode, Transactions } from '@kaoji/application';

export type FlowCodePlaces = {
  /** A folder of `<build id>.js`, as the processes run them. */
  readonly folder?: string | undefined;
  readonly archive?: {
    readonly store: Pick<ArchiveStore, 'get'>;
    readonly transactions: Transactions;
  } | null;
};

/** The code of a build: from the archive, where it stays, else from the folder of those that run. */
export function createFlowCode({ folder, archive }: FlowCodePlaces): FlowCode {
  return {
    async of(buildId) {
      const archived = archive == null ? null : await fromArchive(archive, buildId);
      if (archived !== null) return archived;
      // A build id names a file; nothing else may.
      if (folder === undefined || !/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(buildId)) return null;
      return readFile(join(folder, `${buildId}.js`), 'utf8').catch(() => null);
    },
  };
}

async function fromArchive(
  { store, transactions }: NonNullable<FlowCodePlaces['archive']>,
  buildId: string,
): Promise<string | null> {
  const [build] = await transactions.read(async (stores) => stores.archivedRuns.builds([buildId]));
  const bytes = build === undefined ? null : await store.get(build.bundle.objectName);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
