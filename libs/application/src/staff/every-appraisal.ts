import type { Appraisal } from '../ports/records.js';
import type { Stores } from '../ports/stores.js';

const PAGE = 500;

/** All appraisals of a cycle, page by page. */
export async function everyAppraisal(stores: Stores, cycleId: string): Promise<readonly Appraisal[]> {
  const all: Appraisal[] = [];
  for (let after: string | null = null; ;) {
    const page: readonly Appraisal[] = await stores.appraisals.ofCycle(cycleId, { after, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
    after = page.at(-1)?.id ?? null;
  }
}
