import type { Instant } from '../ports/records.js';
import { inboxTaskId } from '../inbox-task-id.js';
import type { OpenMarks, Stores } from '../ports/stores.js';
import { findCycleUnit } from '../staff/find.js';
import { waitingTask } from './waiting-task.js';

type UnitOf = { readonly cycleId: string; readonly unitId: string };

/** All tasks of raters of one unit begin so; each rater is a source, so that two who mark at once do not wait for each other. */
export const markingOf = ({ cycleId, unitId }: UnitOf): string => `marking/${cycleId}/${unitId}/`;

/**
 * Keeps true how many marks of a unit these raters (null: all) still have to give: to be called in the transaction of whatever
 * changes that. Outside the collection nothing waits; what a returned list corrects waits for those who submit it. A few statements, however many raters.
 */
export async function projectMarking(
  stores: Stores,
  unit: UnitOf,
  raterIds: readonly string[] | null,
  at: Instant,
): Promise<void> {
  const { cycleId, unitId } = unit;
  const beginning = markingOf(unit);
  const raters = raterIds ?? (await everyRater(stores, unit));
  await stores.inbox.projectNext(
    raters.map((raterId) => beginning + raterId),
    async () => {
      // Read once it is our turn: a mark given meanwhile, or a collection ended, counts.
      const { state, round, collectionClosesAt } = await findCycleUnit(stores, cycleId, unitId);
      const open =
        state === 'collecting' && round === 0
          ? await stores.marks.openCountsOfUnit(cycleId, unitId, raterIds)
          : new Map();
      return new Map(
        [...(open as ReadonlyMap<string, OpenMarks>)].map(([accountId, { all, inPanels }]) => {
          const source = beginning + accountId;
          const task = (kind: 'marking' | 'panel_marking', count: number) =>
            waitingTask({
              ...{ accountId, kind, source, cycleId, unitId, verbs: ['mark'], count },
              ...{ since: at, dueAt: collectionClosesAt, ifNothing: 'counts_as_missing' },
              ...(kind === 'panel_marking' ? { id: inboxTaskId(source, accountId, kind) } : {}),
            });
          const alone = all - inPanels;
          return [
            source,
            [
              ...(alone > 0 ? [task('marking', alone)] : []),
              ...(inPanels > 0 ? [task('panel_marking', inPanels)] : []),
            ],
          ];
        }),
      );
    },
    at,
  );
}

async function everyRater(stores: Stores, unit: UnitOf): Promise<readonly string[]> {
  const { state } = await findCycleUnit(stores, unit.cycleId, unit.unitId);
  const asked =
    state === 'collecting' ? await stores.marks.openCountsOfUnit(unit.cycleId, unit.unitId, null) : new Map();
  const told = await stores.inbox.ofSources(markingOf(unit));
  return [
    ...new Set([
      ...(asked as ReadonlyMap<string, OpenMarks>).keys(),
      ...told.map(({ accountId }) => accountId),
    ]),
  ];
}
