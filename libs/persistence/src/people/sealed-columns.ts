import type { EntitySchema, ObjectLiteral } from 'typeorm';
import type { ApprovalActRow } from '@kaoji/application';
import { dutyReportTable, markTable } from '../schema/appraisal.entities.js';
import { approvalActTable } from '../schema/approval.entities.js';
import { contestEventTable } from '../schema/contest.entities.js';
import { documentTable, planActTable, planTable, talkTable } from '../schema/decision.entities.js';
import { challengeAnswerTable, challengeTable, standDownTable } from '../schema/panel.entities.js';
import { personTable } from '../schema/place.entities.js';
import { acknowledgedTable, contestTable, signatureTable } from '../schema/result.entities.js';

/** Whom a row is about: the row itself, a column that says so, or what a column refers to. */
export type Owner = 'self' | 'person' | 'appraisal' | 'contest' | 'plan';

/** Columns of a table that hold texts about one person. `key` names the row, `owner` the column that leads to the person. */
export type SealedColumns<Row> = {
  readonly table: EntitySchema<Row>;
  readonly columns: readonly (keyof Row & string)[];
  readonly key: readonly (keyof Row & string)[];
  readonly owner: { readonly is: Owner; readonly by: keyof Row & string };
};

function sealedIn<Row extends ObjectLiteral>(
  table: EntitySchema<Row>,
  columns: SealedColumns<Row>['columns'],
  key: SealedColumns<Row>['key'],
  is: Owner,
  by: keyof Row & string,
): SealedColumns<Row> {
  return { table, columns, key, owner: { is, by } };
}

/** A case within the list an act carries: each is about another person. */
export type ActCase = ApprovalActRow['acknowledged'][number] & { readonly actId: string };
export const ACT_CASES: SealedColumns<ActCase> = {
  table: approvalActTable as EntitySchema as EntitySchema<ActCase>,
  columns: ['reason'],
  key: ['actId', 'appraisalId'],
  owner: { is: 'appraisal', by: 'appraisalId' },
};

const SEAT = ['appraisalId', 'part', 'role', 'raterId'] as const;

/** Every text about a person that is stored sealed. What is not, and why, is in docs/erasure.md. */
export const SEALED = {
  people: sealedIn(personTable, ['name', 'phone'], ['id'], 'self', 'id'),
  dutyReports: sealedIn(dutyReportTable, ['text'], ['appraisalId', 'version'], 'appraisal', 'appraisalId'),
  marks: sealedIn(markTable, ['reason'], [...SEAT, 'post', 'version'], 'appraisal', 'appraisalId'),
  signatures: sealedIn(signatureTable, ['opinion'], ['appraisalId'], 'appraisal', 'appraisalId'),
  contests: sealedIn(contestTable, ['grounds'], ['id'], 'appraisal', 'appraisalId'),
  contestEvents: sealedIn(contestEventTable, ['body'], ['contestId', 'seq'], 'contest', 'contestId'),
  acknowledged: sealedIn(
    acknowledgedTable,
    ['reason'],
    ['cycleId', 'unitId', 'round', 'appraisalId'],
    'appraisal',
    'appraisalId',
  ),
  talks: sealedIn(talkTable, ['summary', 'reply'], ['id'], 'appraisal', 'appraisalId'),
  plans: sealedIn(planTable, ['steps'], ['id'], 'person', 'personId'),
  planActs: sealedIn(planActTable, ['note'], ['planId', 'step'], 'plan', 'planId'),
  documents: sealedIn(documentTable, ['reason'], ['id'], 'person', 'personId'),
  standDowns: sealedIn(standDownTable, ['reason'], SEAT, 'appraisal', 'appraisalId'),
  challenges: sealedIn(challengeTable, ['reason'], SEAT, 'appraisal', 'appraisalId'),
  challengeAnswers: sealedIn(challengeAnswerTable, ['reason'], SEAT, 'appraisal', 'appraisalId'),
} as const;
