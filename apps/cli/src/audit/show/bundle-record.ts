import type { AppraisalRecord } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import type { BundleFile, BundleRow } from './bundle-file.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The record of one appraisal from the stored rows of a bundle. Nobody's roles are in one, so whoever acted is staff;
 * what the bundle leaves out of it (others' acts, sealed marks) is simply not told. Refuses `NOT_FOUND`.
 */
export function bundleRecord({ manifest, rows }: BundleFile, appraisalId: string): AppraisalRecord {
  const under = (prefix: string) => rows.filter(({ ref }) => ref.startsWith(prefix)).map(fields);
  const own = (prefix: string) => under(`${prefix}/${appraisalId}/`);
  const key = manifest.cycle.key;
  const known = manifest.histories.some(
    ({ workflowId }) => workflowId === `cycle/${key}/appraisal/${appraisalId}`,
  );
  const evaluations = own('evaluation').toSorted(byNumber('round'));
  if (!known && evaluations.length === 0) {
    throw new Refusal('NOT_FOUND', `There is no appraisal ${appraisalId} in this bundle.`);
  }
  const contest = under('contest/').find((row) => row['appraisalId'] === appraisalId);
  const contestId = String(contest?.['id']);
  const [person] = under(`recorded/${appraisalId}`);
  const unitId = String(person?.['unitId'] ?? unitIn(rows, appraisalId) ?? '');
  const seals = rows.filter(({ ref }) => ref.startsWith(`${appraisalId}/`)).map(fields);
  const evidence = seals
    .filter((row) => 'sealedAt' in row && 'body' in row)
    .toSorted(byNumber('round'))
    .at(-1);
  const record = {
    appraisal: { id: appraisalId, unitId },
    ...{ cycleKey: key, rehearsal: manifest.cycle.run !== 'live' },
    evidence: evidence ?? null,
    evaluations,
    acts: rows
      .map(fields)
      .filter((row) => 'verb' in row && 'listHash' in row && row['unitId'] === unitId)
      .toSorted(byNumber('actAt')),
    notices: under('page/')
      .filter((row) => row['unitId'] === unitId)
      .map((page) => ({ page, objections: [] })),
    deliveries: own('delivery').toSorted(byNumber('deliveredAt')),
    contest:
      contest === undefined
        ? null
        : { row: contest, events: under(`contest-event/${contestId}/`).toSorted(byNumber('seq')) },
    consequences: latest(own('consequence')),
    ledger: rows.map(fields).filter((row) => 'effectiveOn' in row && row['appraisalId'] === appraisalId),
    roles: new Map<string, readonly string[]>(),
  };
  // The bundle's hashes hold: its rows are what a store of ours wrote.
  return record as unknown as AppraisalRecord;
}

/** Columns as a store gives them: camel case, JSON read, flags as such, whole numbers as numbers. */
function fields({ value }: BundleRow): Json {
  return Object.fromEntries(
    Object.entries(value).map(([column, stored]) => {
      const name = column.replace(/_[a-z]/g, (letter) => letter.charAt(1).toUpperCase());
      return [name, valueOf(name, stored)];
    }),
  );
}

const FLAGS = new Set(['adverse', 'signed']);
const WHOLE = /^(?:round|seq|version|.*At|contestUntil)$/;
/** Text that is kept as text, though it is JSON: an evaluation and evidence are read where they are used. */
const KEPT = new Set(['grounds', 'reason']);

/** Personal text is sealed to its person; a bundle has the cipher text, which the log vouches for. */
const SEALED = /^s\d+:[a-z]+:/;
const SEALED_WORDS = '〔封存 / sealed〕';

function valueOf(name: string, stored: unknown): unknown {
  if (FLAGS.has(name)) return Number(stored) === 1;
  if (stored !== null && WHOLE.test(name)) return Number(stored);
  if (typeof stored === 'string' && SEALED.test(stored)) return SEALED_WORDS;
  if (typeof stored !== 'string' || KEPT.has(name) || !/^[[{]/.test(stored)) return stored;
  const parsed = unsealed(JSON.parse(stored)) as Json;
  // Evidence and evaluations: their hash is over this very text.
  return name === 'body' && !('kind' in parsed) ? stored : parsed;
}

function unsealed(value: unknown): unknown {
  if (typeof value === 'string') return SEALED.test(value) ? SEALED_WORDS : value;
  if (Array.isArray(value)) return value.map(unsealed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, unsealed(part)]));
}

const byNumber =
  (field: string) =>
  (a: Json, b: Json): number =>
    Number(a[field]) - Number(b[field]);

/** Of each rule the newest version. */
function latest(rows: readonly Json[]): readonly Json[] {
  return [...new Map(rows.toSorted(byNumber('version')).map((row) => [row['rule'], row])).values()];
}

function unitIn(rows: readonly BundleRow[], appraisalId: string): unknown {
  const evaluation = rows.find(({ ref }) => ref.startsWith(`evaluation/${appraisalId}/`));
  const body = evaluation?.value['body'];
  return typeof body === 'string' ? (JSON.parse(body) as Json)['unit'] : null;
}
