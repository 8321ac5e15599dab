import type { RulebookStore } from '@kaoji/application';
import { calendarTable, rulebookTable } from '../schema/cycle.entities.js';
import type { Session } from '../session.js';
import { insertOnce } from '../statements.js';

/** Adopted rulebooks and pinned calendars, by their content hash. */
export function createRulebookStore(session: Session): RulebookStore {
  const { manager } = session;
  return {
    adopt: async (rulebook) => ((await insertOnce(session, rulebookTable, rulebook)) ? 'adopted' : 'already'),
    byHash: (hash) =>
      manager.createQueryBuilder(rulebookTable, 'r').where('r.hash = :hash', { hash }).getOne(),
    list: () =>
      manager
        .createQueryBuilder(rulebookTable, 'r')
        .select(['r.hash', 'r.rulebookId', 'r.rulebookVersion', 'r.adoptedBy', 'r.adoptedAt'])
        .orderBy({ 'r.rulebookId': 'ASC', 'r.adoptedAt': 'ASC', 'r.hash': 'ASC' })
        .getMany(),
    pinCalendar: async (calendar) => {
      await insertOnce(session, calendarTable, calendar);
    },
    calendar: (hash) =>
      manager.createQueryBuilder(calendarTable, 'c').where('c.hash = :hash', { hash }).getOne(),
  };
}
