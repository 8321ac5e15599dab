import { Refusal } from '@kaoji/domain';

/** What went wrong, whichever driver says it. */
export type Fault =
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'check' }
  | { readonly kind: 'refused'; readonly code: TriggerCode }
  | { readonly kind: 'retry' }
  | { readonly kind: 'lost'; readonly code: string }
  | { readonly kind: 'other'; readonly code: string };

/** Codes our triggers raise, with the sentence for people. */
const TRIGGERS = {
  APPEND_ONLY:
    'This record is append-only: it is neither changed nor removed; a correction is a new version.',
  LEDGER_REHEARSAL: 'A rehearsal never reaches the entitlement ledger.',
  LEDGER_REVERSAL: 'Only an entry of the same appraisal that stands is reversed, once.',
  LEDGER_MISMATCH: 'The ledger entry does not belong to this appraisal, cycle and person.',
  BALLOT_REFUSED: 'No open campaign takes an answer of this link.',
  NOTICE_OVER: 'The period of this notice is over.',
  CYCLE_IDENTITY: 'The run, area, year, rulebook, calendar and draw seed of a cycle never change.',
} as const;
type TriggerCode = keyof typeof TRIGGERS;

/** Deadlock, lock wait timeout, and a snapshot another transaction overtook (MariaDB 11.6 and later). */
const MYSQL_RETRY = new Set([1213, 1205, 1020]);
/** A CHECK that failed, on MariaDB and on MySQL; mysql2 only knows the latter's names. */
const MYSQL_CHECK = new Set([4025, 3819]);
const MYSQL_REFERENCE = new Set([1216, 1217, 1451, 1452]);
/** Too many connections, shutdown, server gone, access or database missing. */
const MYSQL_LOST = new Set([1040, 1044, 1045, 1049, 1053, 1129, 1130, 1203, 1226, 1927, 2006, 2013]);
const LOST_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'POOL_CLOSED',
  'SQLITE_CANTOPEN',
  'SQLITE_NOTADB',
  'SQLITE_CORRUPT',
  'SQLITE_FULL',
  'SQLITE_READONLY_DBMOVED',
]);
/** What libsql, mysql2 and TypeORM say without a code. */
const LOST_SENTENCES =
  /connection is not open|closed state|Pool is closed|Unable to open connection|[Cc]onnection is not established/;

type DriverError = { readonly code?: unknown; readonly errno?: unknown; readonly message?: unknown };

/** TypeORM wraps what the driver threw and copies its properties; the original is under `driverError`. */
function driverError(thrown: unknown): DriverError {
  if (thrown === null || typeof thrown !== 'object') return {};
  const inner = (thrown as { driverError?: unknown }).driverError;
  return inner !== null && typeof inner === 'object' ? inner : thrown;
}

/** The error number of MariaDB or MySQL; null for anything else. */
export function mysqlErrorNumber(thrown: unknown): number | null {
  const { errno } = driverError(thrown);
  return typeof errno === 'number' && errno > 0 ? errno : null;
}

/** Sorts anything thrown by a driver into what the caller can do about it. */
export function faultOf(thrown: unknown): Fault {
  const error = driverError(thrown);
  const number = mysqlErrorNumber(thrown);
  const code = typeof error.code === 'string' ? error.code : '';
  const message = typeof error.message === 'string' ? error.message : '';
  if (number === 1062 || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE') {
    return { kind: 'duplicate' };
  }
  // SQLite reports its own RESTRICT as if it were a trigger.
  if (
    code === 'SQLITE_CONSTRAINT_FOREIGNKEY' ||
    message === 'FOREIGN KEY constraint failed' ||
    MYSQL_REFERENCE.has(number ?? 0)
  ) {
    return { kind: 'reference' };
  }
  if (code === 'SQLITE_CONSTRAINT_CHECK' || MYSQL_CHECK.has(number ?? 0)) return { kind: 'check' };
  if (number === 1644 || code === 'SQLITE_CONSTRAINT_TRIGGER') {
    const trigger = message as TriggerCode;
    if (message in TRIGGERS) return { kind: 'refused', code: trigger };
  }
  if (MYSQL_RETRY.has(number ?? 0) || code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return { kind: 'retry' };
  }
  if (
    LOST_CODES.has(code) ||
    MYSQL_LOST.has(number ?? 0) ||
    code.startsWith('SQLITE_IOERR') ||
    LOST_SENTENCES.test(message)
  ) {
    return { kind: 'lost', code: code === '' ? 'CLOSED' : code };
  }
  return { kind: 'other', code: code === '' ? 'UNKNOWN' : code };
}

/** Told by its looks: an error of a Node built-in is no `instanceof Error` inside Jest. */
function fromDriver(thrown: unknown): boolean {
  const name = (thrown as { name?: unknown } | null)?.name;
  return (
    name === 'QueryFailedError' ||
    name === 'SqliteError' ||
    mysqlErrorNumber(thrown) !== null ||
    faultOf(thrown).kind !== 'other'
  );
}

const unavailable = (driverCode: string): Refusal =>
  new Refusal('DATABASE_UNAVAILABLE', 'The database does not answer; try again later.', {
    reason: 'lost',
    driverCode,
  });

/** Like `withoutDriverError`, for opening: there the file system's faults are the database's too. */
export function withoutOpeningError(thrown: unknown): unknown {
  const { syscall, code } = (thrown ?? {}) as { syscall?: unknown; code?: unknown };
  return typeof syscall === 'string' ? unavailable(String(code)) : withoutDriverError(thrown);
}

/**
 * What leaves this library instead of a driver's error, which carries the statement's values (names, phones)
 * in its properties and messages. Our own refusals and bugs in `work` pass unchanged.
 */
export function withoutDriverError(thrown: unknown): unknown {
  if (thrown instanceof Refusal || !fromDriver(thrown)) return thrown;
  const fault = faultOf(thrown);
  switch (fault.kind) {
    case 'refused':
      return new Refusal(fault.code, TRIGGERS[fault.code]);
    case 'reference':
      return new Refusal(
        'REFERENCE_MISSING',
        'A record this one refers to does not exist, or is still referred to.',
      );
    case 'duplicate':
      return new Refusal('DUPLICATE_RECORD', 'A record with this key exists already.');
    case 'retry':
      return new Refusal('DATABASE_UNAVAILABLE', 'The database stayed locked by other work; try again.', {
        reason: 'busy',
      });
    case 'lost':
      return unavailable(fault.code);
    case 'check':
      return statementFailed('CHECK', thrown);
    case 'other':
      return statementFailed(fault.code, thrown);
  }
}

function statementFailed(code: string, thrown: unknown): Error {
  const { query } = thrown as { query?: unknown };
  const table = /(?:INTO|UPDATE|FROM|TABLE|ON) [`"](\w+)[`"]/.exec(
    typeof query === 'string' ? query : '',
  )?.[1];
  return new Error(`Database statement failed: ${code}${table === undefined ? '' : ` on ${table}`}`);
}
