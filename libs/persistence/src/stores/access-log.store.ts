import type { AccessLogStore } from '@kaoji/application';
import { accessTable } from '../schema/access.entities.js';
import type { Session } from '../session.js';
import { insertRows, taken } from '../statements.js';

/** Who looked at what. */
export function createAccessLogStore(session: Session): AccessLogStore {
  return {
    append: (rows) =>
      insertRows(session, accessTable, rows, taken('DUPLICATE_ACCESS', 'This look is on record already.')),
    page: (cycleId, { subject, after, limit }) => {
      const rows = session.manager
        .createQueryBuilder(accessTable, 'l')
        .where('l.cycleId = :cycleId', { cycleId })
        .orderBy('l.id', 'DESC')
        .limit(limit);
      if (subject !== null) rows.andWhere('l.subject = :subject', { subject });
      if (after !== null) rows.andWhere('l.id < :after', { after });
      return rows.getMany();
    },
  };
}
