import { deadlineAfter } from '../../calendar/deadline.js';
import { civilDateOf } from '../../calendar/civil-date.js';
import type { Calendar } from '../../calendar/calendar.js';
import { Refusal } from '../../refusal.js';
import type { Rulebook } from '../../rulebook/schema/rulebook.js';
import type { AuditFinding, AuditPlace } from '../finding.js';
import { recomputeFinding } from './recompute-words.js';
import type { SealedFrame, SealedYear } from './sealed-year.js';

type Rules = { readonly rulebook: Rulebook; readonly calendar: Calendar; readonly frame: SealedFrame };
type Due = {
  readonly where: AuditPlace;
  readonly who: string;
  readonly from: number;
  readonly workingDays: number;
  readonly due: number;
  readonly clause: string | undefined;
};

/**
 * Every deadline by the calendar, and what happened against it: a notice is shown for its whole period, no result is
 * written before it is over, each has its days to be contested, objections and contests come in time, and what hurts
 * takes effect only when the time to contest is over.
 */
export function checkDeadlines(year: SealedYear): readonly AuditFinding[] {
  const [frame] = year.frames;
  const rulebook = year.shelf.rulebooks.get(frame?.rulebookHash ?? '');
  const calendar = year.shelf.calendars.get(frame?.calendarHash ?? '');
  if (frame === undefined || rulebook === undefined) return [];
  if (calendar === undefined) {
    return [recomputeFinding('RULES_MISSING', frame.where, { says: frame.calendarHash })];
  }
  const rules = { rulebook, calendar, frame };
  return [
    ...dueDates(year, rulebook).flatMap((due) => compareDue(rules, due)),
    ...noticeOrder(year, rules),
    ...contestOrder(year, rules),
  ];
}

function dueDates({ rows, results }: SealedYear, { process }: Rulebook): readonly Due[] {
  const { notice, signature, contest } = process;
  const grades = new Map(
    results.map(({ appraisalId, hash, person: { final } }) => [
      `${appraisalId} ${hash}`,
      final?.grade ?? final?.status,
    ]),
  );
  const written = new Map(
    rows.written.map((row) => [
      `${row.appraisal_id} ${row.document}`,
      `${row.appraisal_id} ${row.result_hash}`,
    ]),
  );
  return [
    ...rows.page.map((row): Due => {
      const { workingDays, clause } = notice;
      return {
        where: row.where,
        who: row.unit_id,
        from: row.starts_at,
        workingDays,
        due: row.ends_at,
        clause,
      };
    }),
    ...rows.written.map((row): Due => {
      const { workingDays, clause } = signature;
      const { where, appraisal_id: who, written_at: from, due_at: due } = row;
      return { where, who, from, workingDays, due, clause };
    }),
    ...rows.delivery.flatMap((row): readonly Due[] => {
      const { where, appraisal_id: who, delivered_at: from, contest_until: due, document } = row;
      if (due === null) return [];
      const { clause } = contest;
      if (document === 'review') {
        const workingDays = contest.appeal?.fileWithinWorkingDays;
        return workingDays === undefined ? [] : [{ where, who, from, workingDays, due, clause }];
      }
      const result = grades.get(written.get(`${who} ${document}`) ?? '');
      if (result === undefined) return [];
      const workingDays = contest.results.includes(result) ? contest.workingDays : contest.othersWorkingDays;
      return [{ where, who, from, workingDays, due, clause }];
    }),
  ];
}

function compareDue({ calendar, frame }: Rules, one: Due): readonly AuditFinding[] {
  const { where, who, from, workingDays, due, clause } = one;
  let again: number;
  try {
    again = deadlineAfter({ startAt: from, workingDays, clock: frame.clock, calendar });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [recomputeFinding('DEADLINE_DIFFERS', where, { says: `${who}: ${error.message}`, clause })];
  }
  if (again === due) return [];
  const says = {
    zh: `${who} 记录为 ${instant(due)}，${workingDays} 个工作日应到 ${instant(again)}`,
    en: `${who}: on record ${instant(due)}, ${workingDays} working days end ${instant(again)}`,
  };
  return [recomputeFinding('DEADLINE_DIFFERS', where, { says, clause })];
}

function instant(at: number): string {
  try {
    const day = civilDateOf(at, 'Asia/Shanghai');
    const ofDay = (at + 8 * 3_600_000) % 86_400_000;
    const two = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0');
    const clock = `${two(ofDay / 3_600_000)}:${two((ofDay / 60_000) % 60)}:${two((ofDay / 1000) % 60)}`;
    return `${day} ${clock}.${two(ofDay % 1000, 3)}`;
  } catch {
    return String(at);
  }
}

function noticeOrder({ rows, results }: SealedYear, { rulebook }: Rules): readonly AuditFinding[] {
  const { clause } = rulebook.process.notice;
  const findings: AuditFinding[] = [];
  const lastEnd = new Map<string, number>();
  for (const page of rows.page) {
    lastEnd.set(page.unit_id, Math.max(lastEnd.get(page.unit_id) ?? 0, page.ends_at));
    const end = rows.pageEnd.find(({ id }) => id === page.id);
    if (end !== undefined && end.ended_at < page.ends_at) {
      const says = `${page.unit_id} ${instant(end.ended_at)} < ${instant(page.ends_at)}`;
      findings.push(recomputeFinding('TOO_EARLY', end.where, { says, clause }));
    }
    for (const objection of rows.objection.filter((row) => row.notice_id === page.id)) {
      const { received_at: at, where } = objection;
      if (at < page.starts_at) {
        findings.push(recomputeFinding('TOO_EARLY', where, { says: instant(at), clause }));
      } else if (end !== undefined && at > end.ended_at) {
        findings.push(recomputeFinding('TOO_LATE', where, { says: instant(at), clause }));
      }
    }
  }
  const unitOf = new Map(results.map(({ appraisalId, person }) => [appraisalId, person.unit]));
  for (const { appraisal_id: id, document, written_at: at, where } of rows.written) {
    const until = document === 'result' ? lastEnd.get(unitOf.get(id) ?? '') : undefined;
    if (until === undefined || at >= until) continue;
    const says = {
      zh: `${id} 的结果在公示期满前写出`,
      en: `the result of ${id} was written before its notice was over`,
    };
    findings.push(recomputeFinding('TOO_EARLY', where, { says, clause }));
  }
  return findings;
}

function contestOrder({ rows }: SealedYear, { rulebook }: Rules): readonly AuditFinding[] {
  const { clause } = rulebook.process.contest;
  const findings: AuditFinding[] = [];
  const until = new Map<string, number>();
  for (const { appraisal_id: id, document, delivered_at: at, contest_until: end, where } of rows.delivery) {
    const written = rows.written.find((row) => row.appraisal_id === id && row.document === document);
    if (written !== undefined && at < written.written_at) {
      findings.push(recomputeFinding('TOO_EARLY', where, { says: id, clause }));
    }
    if (end !== null && (document === 'result' || document === 'later_result')) until.set(id, end);
  }
  const contested = new Set(rows.contest.map((row) => row.appraisal_id));
  for (const { appraisal_id: id, filed_at: at, where } of rows.contest) {
    if (at <= (until.get(id) ?? Infinity)) continue;
    const says = `${id} ${instant(at)} > ${instant(until.get(id) ?? 0)}`;
    findings.push(recomputeFinding('TOO_LATE', where, { says, clause }));
  }
  for (const row of rows.consequence) {
    const { appraisal_id: id, adverse, force, state, decided_at: at, where } = row;
    const end = until.get(id);
    const hurts = adverse === 1 && force === 'confirm' && state === 'confirmed';
    if (!hurts || at === null || end === undefined || contested.has(id) || at >= end) continue;
    const says = {
      zh: `${id} ${row.rule} 在复核期满前确认`,
      en: `${id} ${row.rule} was confirmed before the time to contest was over`,
    };
    findings.push(recomputeFinding('TOO_EARLY', where, { says, clause: row.clause ?? clause }));
  }
  return findings;
}
