import { EntitySchema } from 'typeorm';
import type { Dialect } from '../migrations/ddl.js';
import * as appraisals from './appraisal.entities.js';
import * as approvals from './approval.entities.js';
import * as access from './access.entities.js';
import * as archive from './archive.entities.js';
import * as boxes from './box.entities.js';
import { sealedName } from './columns.js';
import type { Column } from './columns.js';
import * as contests from './contest.entities.js';
import * as cycles from './cycle.entities.js';
import * as decisions from './decision.entities.js';
import * as inbox from './inbox.entities.js';
import * as logs from './log.entities.js';
import * as notices from './notice.entities.js';
import * as panels from './panel.entities.js';
import * as places from './place.entities.js';
import * as residents from './resident.entities.js';
import * as results from './result.entities.js';
import * as surveys from './survey.entities.js';

const FILES = [
  places,
  cycles,
  appraisals,
  surveys,
  boxes,
  residents,
  notices,
  results,
  approvals,
  inbox,
  contests,
  decisions,
  panels,
  logs,
  archive,
  access,
];
const TABLES: readonly EntitySchema[] = FILES.flatMap((file) =>
  Object.values(file).filter((value): value is EntitySchema => value instanceof EntitySchema),
);

/** SQLite knows one text type, without a limit, and enforces no length; there is no other difference. */
const inSqlite = (column: Column): Column => {
  if (column.type === 'mediumtext') return { ...column, type: 'text' };
  return column.length === sealedName().length ? { ...column, length: '255' } : column;
};

/** The one set of tables, as the database at hand spells their types. */
export function entitiesFor(dialect: Dialect): EntitySchema[] {
  if (dialect === 'mysql') return [...TABLES];
  return TABLES.map(({ options }) => {
    const columns = Object.entries(options.columns as Record<string, Column>).map(([property, column]) => [
      property,
      inSqlite(column),
    ]);
    return new EntitySchema({ ...options, columns: Object.fromEntries(columns) as Record<string, Column> });
  });
}
