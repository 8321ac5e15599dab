import { appraiseeCaseSchema, type AppraiseeCase } from '../../evaluate/unit-case.js';
import type { PersonEvaluation } from '../../evaluate/evaluation.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { hashOfText } from '../../rulebook/content-hash.js';
import type { AuditFinding, AuditPlace } from '../finding.js';
import type { BundleManifest } from '../manifest/manifest.js';
import { recomputeFinding } from './recompute-words.js';
import type { RuleShelf } from './rule-shelf.js';
import type { Stored, StoredRows } from './stored-rows.js';
import { unitFrameSchema, type UnitFrame } from './unit-frame.js';

/** The frame of one round of a unit's list. */
export type SealedFrame = UnitFrame & { readonly sealedAt: number; readonly where: AuditPlace };
export type SealedPerson = {
  readonly appraisalId: string;
  readonly round: number;
  readonly sealedAt: number;
  readonly person: AppraiseeCase;
  readonly where: AuditPlace;
};
export type StoredResult = {
  readonly appraisalId: string;
  readonly round: number;
  readonly hash: string;
  readonly body: string;
  readonly person: PersonEvaluation;
  readonly where: AuditPlace;
};

/** All that was sealed and stored of a cycle, as far as it is in the bundle. */
export type SealedYear = {
  readonly manifest: BundleManifest;
  readonly shelf: RuleShelf;
  readonly rows: StoredRows;
  /** By unit, then round. */
  readonly frames: readonly SealedFrame[];
  readonly evidence: readonly SealedPerson[];
  readonly results: readonly StoredResult[];
};

/** Reads what is sealed; every body must be what it was stored under by hash, and every frame of this cycle. */
export function readSealedYear(
  manifest: BundleManifest,
  shelf: RuleShelf,
  rows: StoredRows,
): { readonly year: SealedYear; readonly findings: readonly AuditFinding[] } {
  const findings: AuditFinding[] = [];
  const frames = rows.frame.flatMap((row): readonly SealedFrame[] => {
    const read = unitFrameSchema.safeParse(bodyOf(row, findings));
    if (!read.success) return unreadable(row.where, findings);
    const frame = read.data;
    const own = frame.unitId === row.unit_id && frame.round === row.round && frame.cycleId === row.cycle_id;
    const ofCycle = frame.cycleId === manifest.cycle.id && frame.year === manifest.cycle.year;
    if (!own || !ofCycle) findings.push(recomputeFinding('FRAME_DIFFERS', row.where, { says: row.unit_id }));
    return [{ ...frame, sealedAt: row.sealed_at, where: row.where }];
  });
  const rules = ({ seed, rulebookHash, calendarHash, clock }: UnitFrame) =>
    canonicalJson([seed, rulebookHash, calendarHash, clock]);
  const said = rows.cycle.find(({ id }) => id === manifest.cycle.id);
  const ofCycle =
    said === undefined
      ? undefined
      : canonicalJson([said.draw_seed, said.rulebook_hash, said.calendar_hash, said.clock]);
  for (const frame of frames) {
    if (rules(frame) === (ofCycle ?? rules(frames[0] ?? frame))) continue;
    findings.push(recomputeFinding('FRAME_DIFFERS', frame.where, { says: frame.unitId }));
  }
  const evidence = rows.evidence.flatMap((row): readonly SealedPerson[] => {
    const read = appraiseeCaseSchema.safeParse(bodyOf(row, findings));
    if (!read.success || read.data.id !== row.appraisal_id) return unreadable(row.where, findings);
    const { appraisal_id: appraisalId, round, sealed_at: sealedAt, where } = row;
    return [{ appraisalId, round, sealedAt, person: read.data, where }];
  });
  const results = rows.evaluation.flatMap((row): readonly StoredResult[] => {
    const person = bodyOf(row, findings) as PersonEvaluation | null;
    if (typeof person !== 'object' || person === null || person.id !== row.appraisal_id) {
      return unreadable(row.where, findings);
    }
    const { appraisal_id: appraisalId, round, hash, body, where } = row;
    return [{ appraisalId, round, hash, body, person, where }];
  });
  frames.sort((a, b) => (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : a.round - b.round));
  return { year: { manifest, shelf, rows, frames, evidence, results }, findings };
}

function unreadable(where: AuditPlace, findings: AuditFinding[]): readonly [] {
  findings.push(recomputeFinding('ROW_UNREADABLE', where));
  return [];
}

function bodyOf(
  { body, hash, where }: Stored<'frame'> | Stored<'evidence'> | Stored<'evaluation'>,
  findings: AuditFinding[],
): unknown {
  if (hashOfText(body) !== hash) findings.push(recomputeFinding('BODY_HASH', where));
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The people of a frame, as sealed for its rounds, in the order the list was composed in. */
export function peopleInFrame(year: SealedYear, frame: UnitFrame): readonly AppraiseeCase[] {
  return frame.units.flatMap(({ id, round }) =>
    year.evidence
      .filter((one) => one.person.unit === id && one.round === round)
      .map(({ person }) => person)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

/** The frame of the last list of a unit. */
export function lastFrame(year: SealedYear, unitId: string): SealedFrame | undefined {
  return year.frames.findLast((frame) => frame.unitId === unitId);
}
