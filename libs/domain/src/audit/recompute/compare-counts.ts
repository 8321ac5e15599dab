import type { CampaignCount } from '../../survey/count/campaign-count.js';
import { wilson } from '../../survey/count/wilson.js';
import { exact, formatExact } from '../../exact/exact.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import { hashOfText } from '../../rulebook/content-hash.js';
import type { AuditFinding } from '../finding.js';
import { recomputeFinding } from './recompute-words.js';
import type { SealedYear } from './sealed-year.js';
import type { Stored } from './stored-rows.js';

/**
 * Survey numbers in the evidence are those of a count a person confirmed before, and the intervals of the count come out
 * of its own numbers. Who was drawn cannot be drawn again: the list of residents is gone when a campaign closes.
 */
export function compareCounts({ rows, evidence, manifest }: SealedYear): readonly AuditFinding[] {
  const findings: AuditFinding[] = [];
  const counts = new Map(rows.count.map((row) => [row.hash, { row, count: countOf(row, findings) }]));
  for (const { count, row } of counts.values()) {
    if (count !== null) findings.push(...compareIntervals(count, row));
  }
  const whole = manifest.scope.kind === 'whole' && manifest.absent.length === 0;
  for (const { person, sealedAt, where } of evidence) {
    const survey = person.survey;
    if (survey?.count === undefined) continue;
    const found = counts.get(survey.count);
    if (found === undefined) {
      if (whole) findings.push(recomputeFinding('COUNT_MISSING', where, { says: person.id }));
      continue;
    }
    const { confirmed_at: confirmedAt } = found.row;
    if (confirmedAt === null || confirmedAt > sealedAt) {
      findings.push(recomputeFinding('COUNT_UNCONFIRMED', where, { says: person.id }));
    }
    const counted = found.count?.people.find(({ appraisalId }) => appraisalId === person.id);
    const { valid, satisfied, ordinary, assisted = 0 } = survey;
    const said = counted && [counted.valid, counted.satisfied, counted.ordinary, counted.assisted];
    if (
      found.count === null ||
      canonicalJson(said ?? null) === canonicalJson([valid, satisfied, ordinary, assisted])
    ) {
      continue;
    }
    const says = `${person.id} ${[valid, satisfied, ordinary, assisted].join('/')} ≠ ${said?.join('/') ?? '—'}`;
    findings.push(recomputeFinding('COUNT_DIFFERS', where, { says }));
  }
  return findings;
}

function countOf(row: Stored<'count'>, findings: AuditFinding[]): CampaignCount | null {
  if (hashOfText(row.body) !== row.hash) findings.push(recomputeFinding('BODY_HASH', row.where));
  try {
    const count = JSON.parse(row.body) as CampaignCount;
    return Array.isArray(count.people) ? count : null;
  } catch {
    findings.push(recomputeFinding('ROW_UNREADABLE', row.where));
    return null;
  }
}

function compareIntervals(
  { people, response }: CampaignCount,
  row: Stored<'count'>,
): readonly AuditFinding[] {
  return people.flatMap(({ appraisalId, valid, satisfied, estimate }) => {
    const interval = intervalOf(satisfied, valid, response?.population ?? null);
    if (canonicalJson(interval) === canonicalJson(estimate)) return [];
    const says = `${appraisalId} ${satisfied}/${valid}: ${estimate?.low ?? '—'}–${estimate?.high ?? '—'} ≠ ${interval?.low ?? '—'}–${interval?.high ?? '—'}`;
    return [recomputeFinding('INTERVAL_DIFFERS', row.where, { says })];
  });
}

function intervalOf(satisfied: number, valid: number, population: number | null) {
  try {
    const interval = wilson({ satisfied, valid, population });
    return interval === null
      ? null
      : { rate: formatExact(exact(BigInt(satisfied), BigInt(valid))), ...interval };
  } catch {
    return null; // numbers no count can have
  }
}
