import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@kaoji/domain';
import { QueryFailedError } from 'typeorm';
import { faultOf, withoutDriverError } from './driver-faults.js';

const thrown = (properties: object): QueryFailedError =>
  new QueryFailedError(
    'INSERT INTO `person` (`name`) VALUES (?)',
    ['示范人员'],
    Object.assign(new Error(), { message: '' }, properties),
  );

describe('faultOf', () => {
  it.each([
    [{ errno: 1062, code: 'ER_DUP_ENTRY' }, 'duplicate'],
    [{ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' }, 'duplicate'],
    [{ code: 'SQLITE_CONSTRAINT_UNIQUE' }, 'duplicate'],
    [{ errno: 1452, code: 'ER_NO_REFERENCED_ROW_2' }, 'reference'],
    [{ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }, 'reference'],
    [{ errno: 1644, code: 'ER_SIGNAL_EXCEPTION', message: 'APPEND_ONLY' }, 'refused'],
    [{ code: 'SQLITE_CONSTRAINT_TRIGGER', message: 'LEDGER_REHEARSAL' }, 'refused'],
    [{ errno: 1213, code: 'ER_LOCK_DEADLOCK' }, 'retry'],
    [{ errno: 1205, code: 'ER_LOCK_WAIT_TIMEOUT' }, 'retry'],
    [{ errno: 1020, code: 'ER_CHECKREAD' }, 'retry'],
    [{ code: 'SQLITE_BUSY' }, 'retry'],
    [{ code: 'SQLITE_BUSY_SNAPSHOT' }, 'retry'],
    [{ code: 'ECONNREFUSED' }, 'lost'],
    [{ code: 'PROTOCOL_CONNECTION_LOST' }, 'lost'],
    [{ errno: 1045, code: 'ER_ACCESS_DENIED_ERROR' }, 'lost'],
    [{ code: 'SQLITE_IOERR_READ' }, 'lost'],
    [{ errno: 1064, code: 'ER_PARSE_ERROR' }, 'other'],
    [{ code: 'SQLITE_CONSTRAINT_CHECK' }, 'check'],
    [{ errno: 4025, code: 'ER_INNODB_AUTOEXTEND_SIZE_OUT_OF_RANGE' }, 'check'],
    [{ code: 'SQLITE_CONSTRAINT_TRIGGER', message: 'FOREIGN KEY constraint failed' }, 'reference'],
  ])('takes %j for %s', (properties, kind) => {
    expect(faultOf(thrown(properties)).kind).toBe(kind);
  });
});

describe('withoutDriverError', () => {
  it('lets no value of the statement out', () => {
    const out = withoutDriverError(
      thrown({ errno: 1406, code: 'ER_DATA_TOO_LONG', message: "'示范人员' too long" }),
    );
    expect(out).toBeInstanceOf(Error);
    expect((out as Error).message).toBe('Database statement failed: ER_DATA_TOO_LONG on person');
    expect(Object.values(out as object)).toEqual([]);
  });

  it('leaves a refusal and a bug of the caller as they are', () => {
    const refusal = new Refusal('VERSION_CONFLICT', 'read it again');
    const bug = new TypeError('x is undefined');
    expect([withoutDriverError(refusal), withoutDriverError(bug)]).toEqual([refusal, bug]);
  });
});
