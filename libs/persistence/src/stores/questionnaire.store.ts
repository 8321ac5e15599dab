import type { QuestionnaireStore } from '@kaoji/application';
import { cycleQuestionnaireTable, questionnaireTable } from '../schema/survey.entities.js';
import type { Session } from '../session.js';
import { insertOnce, upsertRows } from '../statements.js';

/** More than any service adopts in ten years. */
const LISTED = 100;

/** Adopted questionnaires by their content hash, and which one a cycle asks. */
export function createQuestionnaireStore(session: Session): QuestionnaireStore {
  const { manager } = session;
  return {
    adopt: async (questionnaire) =>
      (await insertOnce(session, questionnaireTable, questionnaire)) ? 'adopted' : 'already',
    byHash: (hash) =>
      manager.createQueryBuilder(questionnaireTable, 'q').where('q.hash = :hash', { hash }).getOne(),
    latest: () =>
      manager
        .createQueryBuilder(questionnaireTable, 'q')
        .orderBy({ 'q.adoptedAt': 'DESC', 'q.hash': 'ASC' })
        .take(LISTED)
        .getMany(),
    ofCycle: async (cycleId) => {
      const chosen = await manager
        .createQueryBuilder(cycleQuestionnaireTable, 'q')
        .where('q.cycleId = :cycleId', { cycleId })
        .getOne();
      return chosen?.questionnaireHash ?? null;
    },
    chooseForCycle: (cycleId, questionnaireHash) =>
      upsertRows(session, cycleQuestionnaireTable, [{ cycleId, questionnaireHash }], {
        key: ['cycleId'],
        to: 'replace',
      }),
  };
}
