import { checkDerivation } from '../../derivation/check-derivation.js';
import type { BundleReader } from '../bundle-reader.js';
import type { AuditFinding } from '../finding.js';
import type { BundleManifest } from '../manifest/manifest.js';
import { notChecked, type NotChecked } from '../not-checked.js';
import { checkDeadlines } from './check-deadlines.js';
import { compareCounts } from './compare-counts.js';
import { compareConsequences } from './recompute-consequences.js';
import { recomputeLater } from './recompute-later.js';
import { recomputeLists } from './recompute-lists.js';
import { compareNotices, compareWritten } from './recompute-results.js';
import { RECOMPUTE_CODES, recomputeFinding, type RecomputeCode } from './recompute-words.js';
import { ruleShelf } from './rule-shelf.js';
import { readSealedYear, type SealedYear } from './sealed-year.js';
import { storedRows } from './stored-rows.js';

/** What deciding everything again gave. */
export type Recomputed = {
  readonly findings: readonly AuditFinding[]; // causes before their effects
  readonly lists: number; // unit lists evaluated again
  readonly people: number; // results computed again
  readonly deadlines: number; // rows held against the calendar
  readonly notChecked: readonly NotChecked[];
};

/**
 * Decides everything in a bundle again from what is sealed in it: every list from its evidence under its rulebook, then
 * quota, draw, grades after a hold, contests, notices, written results, consequences, ledger, intervals and deadlines.
 * Pure. In the bundle of one appraisal the others are absent: there every step of the derivation is computed again from
 * the steps below it, and what depends on others is named as not checked.
 */
export function recomputeBundle(reader: BundleReader, manifest: BundleManifest): Recomputed {
  const shelf = ruleShelf(reader, manifest);
  const stored = storedRows(reader, manifest);
  const { year, findings: unread } = readSealedYear(manifest, shelf, stored.rows);
  const found = [...shelf.findings, ...stored.findings, ...unread];
  if (manifest.scope.kind === 'appraisal') return ofOne(year, found);
  const { lists, findings: listed } = recomputeLists(year);
  const later = recomputeLater(year, lists);
  const people = [...lists.flatMap((list) => list.people), ...later.people];
  const findings = [
    ...found,
    ...compareCounts(year),
    ...listed,
    ...later.findings,
    ...compareNotices(year, lists),
    ...compareWritten(year),
    ...compareConsequences(year, people),
    ...checkDeadlines(year),
  ];
  return {
    findings: byCause(findings),
    lists: lists.length,
    people: people.length,
    deadlines: deadlinesIn(year),
    notChecked: leftOpen(year, later.open),
  };
}

function ofOne(year: SealedYear, found: readonly AuditFinding[]): Recomputed {
  const steps = year.results.flatMap(({ person, where, appraisalId }): readonly AuditFinding[] => {
    if (person.derivation === undefined) return [];
    const check = derivationHolds(person.derivation);
    if (check === null) return [];
    return [recomputeFinding('EVALUATION_DIFFERS', where, { says: `${appraisalId} ${check}` })];
  });
  const people = year.results.map(({ person }) => person);
  const findings = [
    ...found,
    ...steps,
    ...compareWritten(year),
    ...compareConsequences(year, people),
    ...checkDeadlines(year),
  ];
  return {
    findings: byCause(findings),
    lists: 0,
    people: people.length,
    deadlines: deadlinesIn(year),
    notChecked: [notChecked('RECOMPUTE_OTHERS')],
  };
}

/** What the first step says that does not follow from those below it; null where all do. */
function derivationHolds(root: Parameters<typeof checkDerivation>[0]): string | null {
  try {
    const check = checkDerivation(root);
    return check.ok ? null : `${check.what}: ${check.found} ≠ ${check.expected}`;
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable'; // no tree at all
  }
}

function deadlinesIn({ rows }: SealedYear): number {
  return rows.page.length + rows.written.length + rows.delivery.length;
}

function leftOpen({ frames, results, rows }: SealedYear, later: number): readonly NotChecked[] {
  const framed = new Set(frames.map(({ unitId, round }) => `${unitId}/${round}`));
  const withoutFrame = results.filter(({ person }) => !frames.some(({ unitId }) => unitId === person.unit));
  const sheets = rows.sheet.filter((row) => !framed.has(`${row.unit_id}/${row.round}`));
  const open = Math.max(withoutFrame.length, sheets.length);
  return [
    ...(open > 0 ? [notChecked('RECOMPUTE_UNFRAMED', [], open)] : []),
    ...(later > 0 ? [notChecked('RECOMPUTE_LATER', [], later)] : []),
    ...(rows.count.length > 0 ? [notChecked('BALLOTS', [], rows.count.length)] : []),
  ];
}

function byCause(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  const rank = new Map<string, number>(RECOMPUTE_CODES.map((code: RecomputeCode, at) => [code, at]));
  return [...findings].sort((a, b) => (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0));
}
