export { testDatabases, withDatabase } from './testing/test-databases.js';
export type { TestDatabase, TestDatabaseKind } from './testing/test-databases.js';
export {
  accountRecord,
  appraisalRecord,
  campaignRecord,
  consequenceRecord,
  cycleRecord,
  cycleUnitRecord,
  markRecord,
} from './testing/records.js';
export { outcomeOf } from './testing/outcome.js';
export { seedPlaces, seedUnit } from './testing/seed.js';
export type { SeededUnit } from './testing/seed.js';
