import { entriesToShow, type NoticeEntries } from '../../notice/notice-entries.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import type { AuditFinding } from '../finding.js';
import type { ListAgain } from './recompute-lists.js';
import { recomputeFinding } from './recompute-words.js';
import { lastFrame, type SealedYear, type StoredResult } from './sealed-year.js';

/**
 * Every written result is an evaluation on record, that of a list the one of its last round; what was recorded at the end
 * is what was written last.
 */
export function compareWritten(year: SealedYear): readonly AuditFinding[] {
  const { rows, results } = year;
  const byHash = new Map(results.map((one) => [`${one.appraisalId} ${one.hash}`, one]));
  const findings: AuditFinding[] = [];
  const latest = new Map<string, StoredResult>();
  for (const row of [...rows.written].sort((a, b) => a.written_at - b.written_at)) {
    const { appraisal_id: id, document, result_hash: hash, where } = row;
    const result = byHash.get(`${id} ${hash}`);
    const list = result === undefined ? undefined : lastFrame(year, result.person.unit);
    const otherRound = document === 'result' && list !== undefined && result?.round !== list.round;
    if (result === undefined || otherRound) {
      findings.push(recomputeFinding('RESULT_DIFFERS', where, { says: `${id} ${document} ${hash}` }));
    } else latest.set(id, result);
  }
  for (const { id, result_hash: hash, final_grade: grade, final_status: status, where } of rows.recorded) {
    const result = latest.get(id);
    if (result === undefined) continue;
    const { final } = result.person;
    if (result.hash === hash && final.grade === grade && final.status === status) continue;
    const should = final.grade ?? final.status;
    const says = {
      zh: `${id} 记录为 ${grade ?? status ?? '—'}，应为 ${should}`,
      en: `${id}: on record ${grade ?? status ?? '—'}, should be ${should}`,
    };
    findings.push(recomputeFinding('RESULT_DIFFERS', where, { says, clause: final.clause }));
  }
  return findings;
}

/** Each notice shows exactly who the list of its round proposes for a grade that needs one, and was not shown before. */
export function compareNotices(year: SealedYear, lists: readonly ListAgain[]): readonly AuditFinding[] {
  const findings: AuditFinding[] = [];
  const previous = new Map<string, NoticeEntries>();
  for (const page of [...year.rows.page].sort((a, b) => a.round - b.round)) {
    const earlier = previous.get(page.unit_id) ?? null;
    previous.set(page.unit_id, page);
    const list = lists.find(({ frame }) => frame.unitId === page.unit_id && frame.round === page.round);
    const rule = year.shelf.rulebooks.get(list?.frame.rulebookHash ?? '')?.process.notice;
    if (list === undefined || rule === undefined) continue;
    // Whoever left before the notice is not on it, and is on no record that was written later either.
    const stayed = new Set([...page.entries, ...page.standing].map(({ appraisalId }) => appraisalId));
    const wrote = new Set(year.rows.written.map(({ appraisal_id: id }) => id));
    const people = list.people
      .filter(({ id }) => stayed.has(id) || wrote.has(id))
      .map(({ id, final }) => ({ id, grade: final.grade }));
    const again = entriesToShow(people, rule.grades, earlier);
    if (listed(again.entries) === listed(page.entries) && listed(again.standing) === listed(page.standing))
      continue;
    const says = {
      zh: `${page.unit_id} 公示 ${listed(page.entries)}，应为 ${listed(again.entries)}`,
      en: `${page.unit_id}: shown ${listed(page.entries)}, should be ${listed(again.entries)}`,
    };
    findings.push(recomputeFinding('NOTICE_DIFFERS', page.where, { says, clause: rule.clause }));
  }
  return findings;
}

function listed(entries: NoticeEntries['entries']): string {
  return canonicalJson(entries.map(({ appraisalId, grade }) => `${appraisalId} ${grade}`).sort());
}
