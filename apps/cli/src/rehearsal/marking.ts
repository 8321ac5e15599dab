import type { MarkingItem } from '@kaoji/http-contract';
import type { DemoPerson } from '../demo/demo-person.js';
import { seededInteger } from '../demo/seeded.js';
import { atOnce } from './at-once.js';
import type { Rehearsal } from './rehearsal-context.js';

const BATCH = 200;

/**
 * Everyone who is asked to mark does so from their own list, in batches. `skips` names those who stay
 * away (a missing rater); gives how many marks were made.
 */
export async function everyoneMarks(
  rehearsal: Rehearsal,
  cycleId: string,
  personOf: ReadonlyMap<string, DemoPerson>,
  skips: (username: string, person: DemoPerson) => boolean,
): Promise<number> {
  const raters = rehearsal.accounts.filter((account) =>
    account.grants.some((grant) => ['panel_member', 'supervisor', 'superior', 'peer'].includes(grant.role)),
  );
  const counts = await atOnce(4, raters, async (rater) => {
    const session = await rehearsal.session(rater.username);
    const { items } = await session.get<{ items: MarkingItem[] }>(`/api/cycles/${cycleId}/marking`);
    const marks = items.flatMap((item) => {
      const person = personOf.get(item.appraisalId);
      if (person === undefined || item.marked !== null || skips(rater.username, person)) return [];
      const value = markFor(rehearsal.seed, person, item, rater.username);
      return [
        {
          appraisalId: item.appraisalId,
          part: item.part,
          post: item.post,
          value,
          reason: reasonFor(value),
          version: 1,
        },
      ];
    });
    for (let at = 0; at < marks.length; at += BATCH)
      await session.post('/api/marks', { marks: marks.slice(at, at + BATCH) });
    return marks.length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A mark around the person's level, on the part's scale. */
function markFor(seed: string, person: DemoPerson, item: MarkingItem, rater: string): string {
  const stray = seededInteger(seed, `${person.id}/${item.part}/${rater}`, -person.spread, person.spread);
  const outOf100 = Math.max(0, Math.min(100, person.level + stray));
  return item.max === '100' ? String(outOf100) : String(Math.round((outOf100 * Number(item.max)) / 100));
}

/** Top and bottom marks carry a reason. */
function reasonFor(value: string): string | null {
  const mark = Number(value);
  if (mark >= 95) return '演示：实绩突出，有记录佐证。';
  return mark < 60 ? '演示：多项任务未完成，有记录佐证。' : null;
}
