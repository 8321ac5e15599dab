import type { ArchiveDeps, Stores } from '@kaoji/application';

/** After so many objects, after so many committed transactions, or at the so-manyth row within one. */
export type KillPoint = { readonly puts?: number; readonly transactions?: number; readonly rows?: number };

/** What a sweep has that dies at a point: nothing after it happens, and what was not committed never did. */
export function killedAt(deps: ArchiveDeps, point: KillPoint): ArchiveDeps {
  const done = { puts: 0, transactions: 0, rows: 0 };
  const count = (what: keyof typeof done): void => {
    done[what] += 1;
    if (done[what] === point[what]) throw new Error('killed');
  };
  const { archive, transactions } = deps;
  return {
    ...deps,
    archive: {
      ...archive,
      put: async (name, bytes) => {
        const told = await archive.put(name, bytes);
        count('puts');
        return told;
      },
    },
    transactions: {
      read: (work) => transactions.read(work),
      run: async (work) => {
        if (point.transactions === 0) throw new Error('killed');
        const told = await transactions.run(async (stores) =>
          work(countingRows(stores, () => count('rows'))),
        );
        count('transactions');
        return told;
      },
    },
  };
}

function countingRows(stores: Stores, count: () => void): Stores {
  const { archivedRuns } = stores;
  return {
    ...stores,
    archivedRuns: {
      ...archivedRuns,
      insert: async (run) => {
        count();
        return archivedRuns.insert(run);
      },
    },
  };
}
