import { deadlineAfter } from '../../calendar/deadline.js';
import { calendarHash, type Calendar } from '../../calendar/calendar.js';
import { evaluateUnit } from '../../evaluate/evaluate-unit.js';
import { listIdentity } from '../../evaluate/list-identity.js';
import type { AppraiseeCase, UnitCase } from '../../evaluate/unit-case.js';
import { entriesToShow } from '../../notice/notice-entries.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { contentHash, hashOf } from '../../rulebook/content-hash.js';
import type { Rulebook } from '../../rulebook/schema/rulebook.js';
import type { BundleManifest } from '../manifest/manifest.js';
import type { UnitFrame } from '../recompute/unit-frame.js';
import type { BundleFiles } from './seeded-bundle.js';

/** Rows as they are stored, by the entry they are lines of; edit them and write the bundle again. */
export type DecidedRows = Readonly<Record<'evidence' | 'result' | 'decision' | 'act' | 'notice', Row[]>>;
type Row = Record<string, unknown>;
export type DecidedYear = {
  readonly rows: DecidedRows;
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
  readonly year: number;
};

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 12, 2); // a Monday morning in China

/** One unit decided from beginning to end as the engine would: sealed, listed, shown, written, delivered, decided. */
export function decidedYear(rulebook: Rulebook, unitCase: UnitCase, calendar: Calendar): DecidedYear {
  const [unit] = unitCase.units;
  if (unit === undefined) throw new Error('a case without a unit');
  const hashes = { rulebookHash: contentHash(rulebook), calendarHash: calendarHash(calendar) };
  const clock = { kind: 'calendar' } as const;
  const frame: UnitFrame = {
    format: 'kaoji-frame/1',
    ...{
      cycleId: 'c1',
      unitId: unit.id,
      round: 1,
      year: unitCase.year,
      seed: unitCase.seed,
      ...hashes,
      clock,
    },
    units: unitCase.units.map((one) => ({ ...one, round: 1 })),
  };
  const { people, quota } = evaluateUnit(rulebook, unitCase, { hash: hashes.rulebookHash });
  const due = (startAt: number, workingDays: number) =>
    deadlineAfter({ startAt, workingDays, clock, calendar });
  const { notice, signature, contest } = rulebook.process;
  const noticeEnd = due(START, notice.workingDays);
  const writtenAt = noticeEnd + DAY;
  const own = { cycle_id: 'c1', unit_id: unit.id, round: 1 };
  const told = people.filter(({ final }) => final.status !== 'held');
  const { entries, standing } = entriesToShow(
    people.map(({ id, final }) => ({ id, grade: final.grade })),
    notice.grades,
    null,
  );
  const rows: DecidedRows = {
    evidence: [
      { ...own, ...stored(frame), sealed_at: START - DAY },
      ...unitCase.appraisees.map((person: AppraiseeCase) => ({
        appraisal_id: person.id,
        round: 1,
        ...stored(person),
        sealed_at: START - DAY,
      })),
    ],
    result: [
      ...people.map((person) => ({ appraisal_id: person.id, round: 1, ...stored(person) })),
      ...quota.filter((sheet) => sheet.unit === unit.id).map((sheet) => ({ ...own, ...stored(sheet) })),
      ...told.map((person) => ({
        ...{ appraisal_id: person.id, document: 'result', result_hash: hashOf(person), approved_by: 'h1' },
        ...{ written_at: writtenAt, due_at: due(writtenAt, signature.workingDays) },
      })),
      ...told.map(({ id, final }) => {
        const days = contest.results.includes(final.grade ?? final.status)
          ? contest.workingDays
          : contest.othersWorkingDays;
        return {
          ...{ appraisal_id: id, document: 'result', way: 'received', delivered_by: 'h1', witnesses: '[]' },
          ...{ reference: null, delivered_at: writtenAt, contest_until: due(writtenAt, days) },
        };
      }),
    ],
    decision: people.flatMap(({ id, consequences }) =>
      consequences.map(({ rule, clause, effect, params, adverse, force, gate }) => ({
        ...{
          appraisal_id: id,
          rule,
          clause,
          effect,
          params: canonicalJson(params),
          adverse: adverse ? 1 : 0,
          force,
        },
        ...{ gate: canonicalJson(gate?.requires.map(({ record }) => record) ?? []), gate_records: '[]' },
        ...{ state: 'proposed', decided_by: null, decided_at: null, version: 1 },
      })),
    ),
    act: [{ id: 'act-1', ...own, verb: 'approve', list_hash: listIdentity(people), act_at: START - 1 }],
    notice: [
      {
        ...{ id: 'n1', ...own, entries: canonicalJson(entries), standing: canonicalJson(standing) },
        ...{ public_key: 'k', starts_at: START, ends_at: noticeEnd },
      },
    ],
  };
  return { rows, rulebook, calendar, year: unitCase.year };
}

function stored(value: unknown): { readonly hash: string; readonly body: string } {
  return { hash: hashOf(value), body: canonicalJson(value) };
}

/** The rows as a bundle, without a log: what decides is all there. */
export function decidedBundle(
  { rows, rulebook, calendar, year }: DecidedYear,
  scope: BundleManifest['scope'] = { kind: 'whole' },
): { readonly files: BundleFiles; readonly manifest: BundleManifest } {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = new Map([
    ['rulebook.json', bytes(canonicalJson(rulebook))],
    ['calendar.json', bytes(canonicalJson(calendar))],
  ]);
  const entries: BundleManifest['entries'] = [
    { name: 'rulebook.json', kind: 'rulebook', form: 'file', hash: NONE, size: 0 },
    { name: 'calendar.json', kind: 'calendar', form: 'file', hash: NONE, size: 0 },
  ];
  for (const [kind, lines] of Object.entries(rows) as [keyof DecidedRows, Row[]][]) {
    const name = `${kind}.jsonl`;
    const text = lines.map((value, at) => `${canonicalJson({ ref: `${kind}/${at}`, value })}\n`).join('');
    files.set(name, bytes(text));
    entries.push({ name, kind, form: 'lines', hash: NONE, size: 0 });
  }
  const manifest: BundleManifest = {
    format: 'kaoji-audit/1',
    suite: 'intl',
    cycle: { id: 'c1', key: '2025/demo', area: 'demo', year, run: 'live' },
    scope,
    log: { origin: 'kaoji/c1', size: 0, root: NONE, head: 'head' },
    ...{ entries, histories: [], builds: [], absent: [] },
  };
  return { files, manifest };
}

const NONE = `sha256:${'0'.repeat(64)}`;
