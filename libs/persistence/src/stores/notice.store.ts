import type { AnsweredObjection, NoticePage, NoticeStore, Objection } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { IsNull } from 'typeorm';
import {
  noticePageTable,
  objectionAnswerTable,
  objectionTable,
  reopenedTable,
} from '../schema/notice.entities.js';
import type { Session } from '../session.js';
import { inPortions, insertRows, taken, updateRows } from '../statements.js';

/** Public notices as pages, objections, their answers, and what was re-opened. */
export function createNoticeStore(session: Session): NoticeStore {
  const { manager } = session;
  const objections = () => manager.createQueryBuilder(objectionTable, 'o');
  /** Changes a page whose `still` is null; whether there was one. */
  const once = async (
    id: string,
    still: 'endedAt' | 'outcome',
    change: Partial<NoticePage>,
  ): Promise<boolean> =>
    (await updateRows(session, noticePageTable, { id, [still]: IsNull() } as never, change)) === 1;
  const withAnswers = async (rows: readonly Objection[]): Promise<readonly AnsweredObjection[]> => {
    const answers = await inPortions(
      rows.map(({ id }) => id),
      (ids) =>
        manager
          .createQueryBuilder(objectionAnswerTable, 'a')
          .where('a.objectionId IN (:...ids)', { ids })
          .getMany(),
    );
    const byId = new Map(answers.map((answer) => [answer.objectionId, answer]));
    return rows.map((objection) => ({ objection, answer: byId.get(objection.id) ?? null }));
  };

  return {
    insertPage: (page) =>
      insertRows(
        session,
        noticePageTable,
        [page],
        taken('DUPLICATE_NOTICE_PAGE', 'This round has its notice already.'),
      ),
    page: (id) => manager.createQueryBuilder(noticePageTable, 'n').where('n.id = :id', { id }).getOne(),
    pagesOf: (cycleId, unitId) =>
      manager
        .createQueryBuilder(noticePageTable, 'n')
        .where('n.cycleId = :cycleId AND n.unitId = :unitId', { cycleId, unitId })
        .orderBy('n.round')
        .getMany(),
    end: (id, at) => once(id, 'endedAt', { endedAt: at, body: '' }),
    settle: (id, outcome) => once(id, 'outcome', { outcome }),
    insertObjection: (objection) =>
      insertRows(
        session,
        objectionTable,
        [objection],
        taken('DUPLICATE_OBJECTION', 'This objection is recorded already.'),
      ),
    objection: async (id) =>
      (await withAnswers(await objections().where('o.id = :id', { id }).getMany()))[0] ?? null,
    objectionsOf: async (noticeId) =>
      withAnswers(
        await objections()
          .where('o.noticeId = :noticeId', { noticeId })
          .orderBy({ 'o.receivedAt': 'ASC', 'o.id': 'ASC' })
          .getMany(),
      ),
    unanswered: (limit) => {
      const query = objections();
      const answered = query
        .subQuery()
        .select('1')
        .from(objectionAnswerTable, 'a')
        .where('a.objectionId = o.id')
        .getQuery();
      return query
        .innerJoin('notice_page', 'n', 'n.id = o.noticeId AND n.outcome IS NULL')
        .where(`NOT EXISTS ${answered}`)
        .orderBy({ 'o.receivedAt': 'ASC', 'o.id': 'ASC' })
        .limit(limit)
        .getMany();
    },
    insertAnswer: (answer) =>
      insertRows(
        session,
        objectionAnswerTable,
        [answer],
        new Refusal('ALREADY_ANSWERED', 'Somebody has answered this objection already.'),
      ),
    insertReopened: (rows) =>
      insertRows(
        session,
        reopenedTable,
        rows,
        taken('DUPLICATE_REOPENING', 'This round is re-opened already.'),
      ),
    reopened: async (cycleId, unitId, round) =>
      (
        await manager
          .createQueryBuilder(reopenedTable, 'r')
          .where('r.cycleId = :cycleId AND r.unitId = :unitId AND r.round = :round', {
            cycleId,
            unitId,
            round,
          })
          .orderBy('r.appraisalId')
          .getMany()
      ).map(({ appraisalId }) => appraisalId),
  };
}
