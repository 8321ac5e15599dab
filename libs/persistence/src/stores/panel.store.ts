import type { ChallengeAnswerRow, PanelStore } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { SEALED } from '../people/sealed-columns.js';
import { insertSealed, openRows } from '../people/seal-rows.js';
import {
  adjustmentTable,
  appraisalTable,
  markRequestTable,
  markTable,
} from '../schema/appraisal.entities.js';
import { contestEventTable, kinTable } from '../schema/contest.entities.js';
import {
  challengeAnswerTable,
  challengeTable,
  interestTable,
  panelTable,
  standDownTable,
} from '../schema/panel.entities.js';
import { contestTable } from '../schema/result.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertOnce, insertRows, taken } from '../statements.js';

type Seat = { appraisalId: string; part: string; role: string; raterId: string };
const SAME_SEAT = ['appraisalId', 'part', 'role', 'raterId'] as const;
const same = (a: string, b: string): string =>
  SAME_SEAT.map((property) => `${a}.${property} = ${b}.${property}`).join(' AND ');
const keyOf = (seat: Seat): string => JSON.stringify(SAME_SEAT.map((property) => seat[property]));

/** Panels, who stood down in them, what ties people to appraisees, and what appraisees asked. */
export function createPanelStore(session: Session): PanelStore {
  const { manager } = session;
  return {
    insert: (panels) =>
      insertRows(session, panelTable, panels, taken('DUPLICATE_PANEL', 'This panel is named already.')),
    byId: (panelId) =>
      manager.createQueryBuilder(panelTable, 'p').where('p.id = :panelId', { panelId }).getOne(),
    ofCycle: (cycleId) =>
      manager
        .createQueryBuilder(panelTable, 'p')
        .where('p.cycleId = :cycleId', { cycleId })
        .orderBy({ 'p.unitId': 'ASC', 'p.part': 'ASC', 'p.role': 'ASC' })
        .getMany(),
    standDown: (rows) =>
      insertSealed(
        session,
        SEALED.standDowns,
        rows,
        new Refusal('PANEL_NOT_SEATED', 'This member stood down for this person before.'),
      ),
    stoodDown: async (cycleId) => {
      const rows = await manager
        .createQueryBuilder(standDownTable, 'd')
        .innerJoin(appraisalTable.options.name, 'a', 'a.id = d.appraisalId')
        .where('a.cycleId = :cycleId', { cycleId })
        .orderBy({ 'd.decidedAt': 'ASC', 'd.appraisalId': 'ASC', 'd.part': 'ASC', 'd.raterId': 'ASC' })
        .getMany();
      return openRows(session, SEALED.standDowns, rows);
    },
    declare: async (rows) => {
      for (const row of rows) await insertOnce(session, interestTable, row);
    },
    interests: async (personIds) => {
      const declared = await inPortions(personIds, (portion) =>
        manager
          .createQueryBuilder(interestTable, 'i')
          .where('i.personId IN (:...portion)', { portion })
          .getMany(),
      );
      const kin = await inPortions(personIds, (portion) =>
        manager.createQueryBuilder(kinTable, 'k').where('k.personId IN (:...portion)', { portion }).getMany(),
      );
      return [
        ...declared.map(({ personId, accountId, kind }) => ({ personId, accountId, kind })),
        ...kin.map(({ personId, accountId }) => ({ personId, accountId, kind: 'relative' as const })),
      ];
    },
    partTaken: async (appraisalIds) => {
      const counted = await inPortions(appraisalIds, (portion) =>
        manager
          .createQueryBuilder(adjustmentTable, 'j')
          .where('j.appraisalId IN (:...portion)', { portion })
          .getMany(),
      );
      const heard = await inPortions(appraisalIds, (portion) =>
        manager
          .createQueryBuilder(contestEventTable, 'e')
          .innerJoin(contestTable.options.name, 'c', 'c.id = e.contestId')
          .select('c.appraisalId', 'appraisalId')
          .addSelect('e.actor', 'accountId')
          .distinct(true)
          .where('c.appraisalId IN (:...portion) AND e.actor IS NOT NULL', { portion })
          .getRawMany<{ appraisalId: string; accountId: string }>(),
      );
      return [
        ...counted.map(({ appraisalId, recordedBy }) => ({ appraisalId, accountId: recordedBy })),
        ...heard,
      ];
    },
    seats: async ({ cycleId, unitId, part, role }) => {
      const asked = manager
        .createQueryBuilder(markRequestTable, 'r')
        .innerJoin(appraisalTable.options.name, 'a', 'a.id = r.appraisalId')
        .leftJoin(markTable.options.name, 'm', `${same('m', 'r')} AND m.post = r.post AND m.version = 1`)
        .addSelect('m.version', 'given')
        .where('a.cycleId = :cycleId AND a.unitId = :unitId', { cycleId, unitId })
        .andWhere("r.part = :part AND r.role = :role AND a.status <> 'left'", { part, role })
        .orderBy({ 'r.appraisalId': 'ASC', 'r.post': 'ASC', 'r.raterId': 'ASC' });
      const stoodDown = asked.subQuery().select('1').from(standDownTable, 'd').where(same('d', 'r'));
      const { entities, raw } = await asked
        .andWhere(`NOT EXISTS ${stoodDown.getQuery()}`)
        .getRawAndEntities<{ given: unknown }>();
      return entities.map(({ appraisalId, post, raterId }, position) => {
        const given = raw[position]?.given ?? null;
        return { appraisalId, post, raterId, marked: given !== null };
      });
    },
    challenge: (row) =>
      insertSealed(
        session,
        SEALED.challenges,
        [row],
        taken('DUPLICATE_CHALLENGE', 'You asked this before: the answer is on its way, or given.'),
      ),
    challenges: async (appraisalIds) => {
      const rows = await inPortions(appraisalIds, (portion) =>
        manager
          .createQueryBuilder(challengeTable, 'c')
          .where('c.appraisalId IN (:...portion)', { portion })
          .orderBy({ 'c.askedAt': 'ASC', 'c.raterId': 'ASC' })
          .getMany(),
      );
      const asked = await openRows(session, SEALED.challenges, rows);
      const answerRows = await inPortions(appraisalIds, (portion) =>
        manager
          .createQueryBuilder(challengeAnswerTable, 'w')
          .where('w.appraisalId IN (:...portion)', { portion })
          .getMany(),
      );
      const answers = await openRows(session, SEALED.challengeAnswers, answerRows);
      const answerTo = new Map<string, ChallengeAnswerRow>(answers.map((row) => [keyOf(row), row]));
      return asked.map((row) => ({ ...row, answer: answerTo.get(keyOf(row)) ?? null }));
    },
    answerChallenge: (row) =>
      insertSealed(
        session,
        SEALED.challengeAnswers,
        [row],
        new Refusal('CHALLENGE_ANSWERED', 'This was answered before.'),
      ),
  };
}
