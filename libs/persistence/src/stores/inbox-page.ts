import type { InboxFilter, InboxTask, Page, Whose } from '@kaoji/application';
import type { SelectQueryBuilder } from 'typeorm';
import { inboxTaskTable } from '../schema/inbox.entities.js';
import type { InboxTaskRow } from '../schema/inbox.entities.js';
import type { Session } from '../session.js';

type Rows = SelectQueryBuilder<InboxTaskRow>;

/** A row without what only the table needs. */
export function taskOf({ dueOrder: _order, closedAt: _closed, ...task }: InboxTaskRow): InboxTask {
  return task;
}

/** Where the page after this row begins. */
export const cursorOf = ({ dueOrder, id }: InboxTaskRow): string => `${dueOrder}.${id}`;

/** Where a cursor points to; one nobody gave out points to the beginning. */
export function placeOf(cursor: string): { readonly order: number; readonly id: string } {
  const [order = '', id = ''] = cursor.split('.', 2);
  return /^\d{1,16}$/.test(order) ? { order: Number(order), id } : { order: -1, id: '' };
}

/** The open tasks of one account; parameters carry its number, so that several fit into one statement. */
function openOf(rows: Rows, alias: string, number: number, whose: Whose, filter: InboxFilter): Rows {
  const account = { [`account${number}`]: whose.accountId };
  rows.where(`${alias}.accountId = :account${number} AND ${alias}.closedAt IS NULL`, account);
  if (whose.kinds !== null)
    rows.andWhere(`${alias}.kind IN (:...kinds${number})`, { [`kinds${number}`]: whose.kinds });
  if (filter.kind !== undefined) rows.andWhere(`${alias}.kind = :kind`, { kind: filter.kind });
  if (filter.cycleId !== undefined) rows.andWhere(`${alias}.cycleId = :cycle`, { cycle: filter.cycleId });
  if (filter.unitId !== undefined) rows.andWhere(`${alias}.unitId = :unit`, { unit: filter.unitId });
  if (filter.overdueAt !== undefined)
    rows.andWhere(`${alias}.dueOrder < :overdue`, { overdue: filter.overdueAt });
  return rows;
}

/**
 * A page of what waits for these accounts, in one statement: from each account's index the first so many, of all those the first so many. Sorting by one
 * index is possible for one account only, and sorting all that waits for all of them would cost as much as reading it.
 */
export async function openPage(
  session: Session,
  everybody: readonly Whose[],
  filter: InboxFilter,
  { after, limit }: Page,
): Promise<readonly (InboxTask & { readonly cursor: string })[]> {
  const whose = everybody.filter(({ kinds }) => kinds === null || kinds.length > 0);
  if (whose.length === 0) return [];
  const page = session.manager.createQueryBuilder(inboxTaskTable, 't');
  const firsts = whose.map((one, number) => {
    const alias = `t${number}`;
    const rows = page.subQuery().select(`${alias}.id`, 'id').from(inboxTaskTable, alias) as Rows;
    openOf(rows, alias, number, one, filter);
    if (after !== null) {
      const { order, id } = placeOf(after);
      // The first half is what the index can jump to; the second leaves out what was shown of the same instant.
      rows.andWhere(`${alias}.dueOrder >= :order`, { order });
      rows.andWhere(`(${alias}.dueOrder > :order OR ${alias}.id > :id)`, { order, id });
    }
    rows.orderBy({ [`${alias}.dueOrder`]: 'ASC', [`${alias}.id`]: 'ASC' }).limit(limit);
    page.setParameters(rows.getParameters());
    return `SELECT * FROM ${rows.getQuery()} f${number}`;
  });
  const rows = await page
    .innerJoin(`(${firsts.join(' UNION ALL ')})`, 'p', 'p.id = t.id')
    .orderBy({ 't.dueOrder': 'ASC', 't.id': 'ASC' })
    .limit(limit)
    .getMany();
  return rows.map((row) => ({ ...taskOf(row), cursor: cursorOf(row) }));
}
