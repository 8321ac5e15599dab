import { calendarHash, parseCalendar, type Calendar } from '../../calendar/calendar.js';
import { Refusal } from '../../refusal.js';
import { contentHash } from '../../rulebook/content-hash.js';
import { rulebookSchema, type Rulebook } from '../../rulebook/schema/rulebook.js';
import type { BundleReader } from '../bundle-reader.js';
import { readOrFind } from '../check/read-manifest.js';
import type { AuditFinding } from '../finding.js';
import type { BundleManifest } from '../manifest/manifest.js';
import { recomputeFinding } from './recompute-words.js';

/** The rulebooks and calendars in a bundle, by their own hash. */
export type RuleShelf = {
  readonly rulebooks: ReadonlyMap<string, Rulebook>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly findings: readonly AuditFinding[];
};

export function ruleShelf(reader: BundleReader, manifest: BundleManifest): RuleShelf {
  const rulebooks = new Map<string, Rulebook>();
  const calendars = new Map<string, Calendar>();
  const findings: AuditFinding[] = [];
  for (const { name, kind } of manifest.entries) {
    if ((kind !== 'rulebook' && kind !== 'calendar') || !reader.names.includes(name)) continue;
    const bytes = readOrFind(reader, name);
    if (!(bytes instanceof Uint8Array)) continue; // said by the check of entries
    const value = jsonOf(bytes);
    if (kind === 'rulebook') {
      const read = rulebookSchema.safeParse(value);
      if (read.success) rulebooks.set(contentHash(read.data), read.data);
      else findings.push(recomputeFinding('RULEBOOK_UNREADABLE', { entry: name }));
    } else {
      const calendar = calendarOf(value);
      if (calendar === null) findings.push(recomputeFinding('CALENDAR_UNREADABLE', { entry: name }));
      else calendars.set(calendarHash(calendar), calendar);
    }
  }
  return { rulebooks, calendars, findings };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function calendarOf(value: unknown): Calendar | null {
  try {
    return parseCalendar(value);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
