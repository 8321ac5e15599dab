import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placesAndAccounts } from './0001-places-and-accounts.js';
import { rulebooksAndCycles } from './0002-rulebooks-and-cycles.js';
import { appraisalsAndMarks } from './0003-appraisals-and-marks.js';
import { surveys } from './0004-surveys.js';
import { resultsAndDecisions } from './0005-results-and-decisions.js';
import { effects } from './0006-effects.js';
import { partEvidence } from './0007-part-evidence.js';
import { surveyPrivacy } from './0008-survey-privacy.js';
import { surveyBoxes } from './0009-survey-boxes.js';
import { surveyResidents } from './0010-survey-residents.js';
import { acknowledgedCases } from './0011-acknowledged-cases.js';
import { approvals } from './0012-approvals.js';
import { inbox } from './0013-inbox.js';
import { objections } from './0014-objections.js';
import { deliveriesAndContests } from './0015-deliveries-and-contests.js';
import { decisions } from './0016-decisions.js';
import { panels } from './0017-panels.js';
import { auditLog } from './0018-audit-log.js';
import { archive } from './0019-archive.js';
import { accessLog } from './0020-access-log.js';
import { personKeys } from './0021-person-keys.js';
import { sealedUnits } from './0022-sealed-units.js';
import { cycleBoard } from './0023-cycle-board.js';
import { signInProofs } from './0024-sign-in.js';
import { mysqlErrorNumber } from '../driver-faults.js';
import type { Dialect, Migration } from './ddl.js';

/** In order of history: only ever appended to. */
const MIGRATIONS: readonly Migration[] = [
  placesAndAccounts,
  rulebooksAndCycles,
  appraisalsAndMarks,
  surveys,
  resultsAndDecisions,
  effects,
  partEvidence,
  surveyPrivacy,
  surveyBoxes,
  surveyResidents,
  acknowledgedCases,
  approvals,
  inbox,
  objections,
  deliveriesAndContests,
  decisions,
  panels,
  auditLog,
  archive,
  accessLog,
  personKeys,
  sealedUnits,
  cycleBoard,
  signInProofs,
];

/** TypeORM orders migrations by the 13 digits their names end in; here they are position, not time. */
const FIRST_POSITION = 1_700_000_000_000;
const STEPS_PER_MIGRATION = 1000;

/** Table, column, index or trigger is there already: the process died between the statement and the note that it ran. */
const ALREADY_DONE = new Set([1050, 1060, 1061, 1359]);

type MigrationClass = new () => MigrationInterface;

function stepMigration(sql: string, name: string): MigrationClass {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      try {
        await runner.query(sql);
      } catch (fault) {
        if (!ALREADY_DONE.has(mysqlErrorNumber(fault) ?? 0)) throw fault;
      }
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Migrations go forward only: write the next one.'));
    }
  };
}

/** Every step as a TypeORM migration of its own, named `<migration>/<step>-<position>`. */
export function migrationsFor(dialect: Dialect): MigrationClass[] {
  return MIGRATIONS.flatMap((migration, m) =>
    migration.steps.flatMap((step, s) => {
      const sql = step.sql[dialect];
      const position = FIRST_POSITION + m * STEPS_PER_MIGRATION + s;
      return sql === undefined ? [] : [stepMigration(sql, `${migration.name}/${step.name}-${position}`)];
    }),
  );
}
