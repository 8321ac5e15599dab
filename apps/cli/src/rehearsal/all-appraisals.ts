import type { AppraisalItem } from '@kaoji/http-contract';
import type { ApiSession } from './api-session.js';

/** Every appraisal of the cycle, page by page. */
export async function allAppraisals(
  hr: Pick<ApiSession, 'get'>,
  cycleId: string,
): Promise<readonly AppraisalItem[]> {
  const found: AppraisalItem[] = [];
  let after = '';
  for (;;) {
    const page = await hr.get<{ items: AppraisalItem[]; next: string | null }>(
      `/api/cycles/${cycleId}/appraisals?limit=200${after}`,
    );
    found.push(...page.items);
    if (page.next === null) return found;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}
