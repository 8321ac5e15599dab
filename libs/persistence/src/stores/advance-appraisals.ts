import type { AppraisalStore } from '@kaoji/application';
import { appraisalTable } from '../schema/appraisal.entities.js';
import type { Session } from '../session.js';

type Changes = Parameters<AppraisalStore['advanceMany']>[0];
type Change = Changes[number]['change'];

/** CASE is searched from its top, so its cost grows with the square of this. */
const ROWS_PER_STATEMENT = 200;

/** The last change of an id wins property by property, as if applied one after the other. */
function merged(changes: Changes): Map<string, Change> {
  const byId = new Map<string, Change>();
  for (const { id, change } of changes) byId.set(id, { ...byId.get(id), ...change });
  return byId;
}

/** Ids whose changes name the same properties: they share statements. */
function alike(byId: ReadonlyMap<string, Change>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, change] of byId) {
    const names = Object.keys(change).sort().join();
    groups.set(names, [...(groups.get(names) ?? []), id]);
  }
  return groups;
}

function updateStatement(
  session: Session,
  ids: readonly string[],
  names: readonly string[],
  byId: ReadonlyMap<string, Change>,
) {
  const { driver } = session.manager.dataSource;
  const metadata = session.manager.dataSource.getMetadata(appraisalTable);
  const values: unknown[] = [];
  const sets = names.map((name) => {
    const column = metadata.columns.find(({ propertyName }) => propertyName === name);
    if (column === undefined) throw new Error(`advanceMany: an appraisal has no '${name}'`);
    const stored = ids.map(
      (id) => driver.preparePersistentValue(byId.get(id)?.[name as keyof Change], column) as unknown,
    );
    const target = driver.escape(column.databaseName);
    if (stored.every((value) => value === stored[0])) {
      values.push(stored[0]);
      return `${target} = ?`;
    }
    stored.forEach((value, position) => values.push(ids[position], value));
    return `${target} = CASE ${driver.escape('id')} ${'WHEN ? THEN ? '.repeat(ids.length)}END`;
  });
  const version = driver.escape('version');
  const places = ids.map(() => '?').join(', ');
  return {
    sql: `UPDATE ${driver.escape('appraisal')} SET ${[...sets, `${version} = ${version} + 1`].join(', ')} WHERE ${driver.escape('id')} IN (${places})`,
    values: [...values, ...ids],
  };
}

/** Changes many appraisals in a few multi-row statements and counts each version on. An unknown id is a bug and throws. */
export async function advanceAppraisals(session: Session, changes: Changes): Promise<void> {
  if (!session.writable) throw new Error('Writing needs a transaction: use `run`, not `read`.');
  const byId = merged(changes);
  for (const [names, ids] of alike(byId)) {
    for (let from = 0; from < ids.length; from += ROWS_PER_STATEMENT) {
      const portion = ids.slice(from, from + ROWS_PER_STATEMENT);
      const { sql, values } = updateStatement(session, portion, names === '' ? [] : names.split(','), byId);
      const runner = session.manager.queryRunner;
      const result = await runner?.query(sql, values, true);
      if (result?.affected !== portion.length) throw new Error('advanceMany: an appraisal does not exist');
    }
  }
}
