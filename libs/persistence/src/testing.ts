export { dropUser, testDatabases, withDatabase } from './testing/test-databases.js';
export type { TestDatabase, TestDatabaseKind } from './testing/test-databases.js';
export {
  accountRecord,
  appraisalRecord,
  boxRecord,
  campaignRecord,
  consequenceRecord,
  cycleRecord,
  cycleUnitRecord,
  documentRecord,
  envelopeRecord,
  importedGradeRecord,
  inboxTaskRecord,
  invitationRecord,
  ledgerRecord,
  linkRecord,
  markRecord,
  noticePageRecord,
  objectionRecord,
} from './testing/records.js';
export { archivedBuildRecord, archivedRunRecord } from './testing/archive-records.js';
export { fillBox } from './testing/fill-box.js';
export { outcomeOf } from './testing/outcome.js';
export { rowCounts } from './testing/row-counts.js';
export { seedPlaces, seedUnit } from './testing/seed.js';
export type { SeededUnit } from './testing/seed.js';
export { openUsualIntake } from './testing/usual-intake.js';
export type { UsualIntake } from './testing/usual-intake.js';
export {
  LIST_SOURCE,
  actRecord,
  deputyRecord,
  snapshotRecord,
  standRecord,
} from './testing/approval-records.js';
export { standInSealer } from './testing/stand-in-sealer.js';
