import { z } from 'zod';
import type { BundleReader } from '../bundle-reader.js';
import { readCanonicalLines } from '../canonical-bytes.js';
import { itemLines } from '../check/item-lines.js';
import { itemLineSchema } from '../check/log-lines.js';
import { readOrFind } from '../check/read-manifest.js';
import { finding, type AuditFinding, type AuditPlace } from '../finding.js';
import { ENTRY_KINDS } from '../manifest/entry-kinds.js';
import type { BundleManifest } from '../manifest/manifest.js';
import { recomputeFinding } from './recompute-words.js';

/** A count or an instant, which one database gives as a number and another as digits. */
const whole = z.union([z.int(), z.string().regex(/^\d{1,15}$/)]).transform(Number);
const text = z.string();
const maybe = text.nullable();
const json = text.transform((value, context): unknown => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'is no JSON' });
    return z.NEVER;
  }
});

/**
 * The tables a decision is made again from, by the columns that tell a row of one from a row of any other: an item says
 * of what kind it is, not of which table. The first table all of whose columns a row has is its table.
 */
const TABLES = {
  frame: z.object({ cycle_id: text, unit_id: text, round: whole, hash: text, body: text, sealed_at: whole }),
  evidence: z.object({ appraisal_id: text, round: whole, hash: text, body: text, sealed_at: whole }),
  sheet: z.object({ cycle_id: text, unit_id: text, round: whole, hash: text, body: text }),
  evaluation: z.object({ appraisal_id: text, round: whole, hash: text, body: text }),
  written: z.object({
    appraisal_id: text,
    document: text,
    result_hash: text,
    written_at: whole,
    due_at: whole,
  }),
  delivery: z.object({
    appraisal_id: text,
    document: text,
    way: text,
    delivered_at: whole,
    contest_until: whole.nullable(),
  }),
  consequence: z.object({
    appraisal_id: text,
    rule: text,
    clause: maybe,
    effect: text,
    params: json.pipe(z.record(z.string(), z.unknown())),
    adverse: whole,
    force: text,
    gate: json.pipe(z.array(text)),
    state: text,
    decided_at: whole.nullable(),
    version: whole,
  }),
  ledger: z.object({
    key: text,
    appraisal_id: text,
    rule: text,
    effect: text,
    params: json.pipe(z.record(z.string(), z.unknown())),
    effective_on: text,
    reverses: maybe,
  }),
  act: z.object({ unit_id: text, round: whole, verb: text, list_hash: text, act_at: whole }),
  deliberation: z.object({ unit_id: text, round: whole, verdict: text, list_hash: text, decided_at: whole }),
  page: z.object({
    id: text,
    unit_id: text,
    round: whole,
    entries: json.pipe(z.array(z.object({ appraisalId: text, grade: text }))),
    standing: json.pipe(z.array(z.object({ appraisalId: text, grade: text }))),
    starts_at: whole,
    ends_at: whole,
  }),
  pageEnd: z.object({ id: text, ended_at: whole, outcome: text }),
  objection: z.object({ id: text, notice_id: text, received_at: whole, channel: text }),
  contest: z.object({ id: text, appraisal_id: text, filed_at: whole }),
  contestEvent: z.object({ contest_id: text, seq: whole, happened_at: whole, body: text }),
  count: z.object({
    campaign_id: text,
    hash: text,
    body: text,
    counted_at: whole,
    confirmed_at: whole.nullable(),
  }),
  cycle: z.object({
    id: text,
    run: text,
    year: whole,
    rulebook_hash: text,
    calendar_hash: text,
    clock: json,
    draw_seed: text,
  }),
  recorded: z.object({
    id: text,
    unit_id: text,
    eligibility: maybe,
    final_status: maybe,
    final_grade: maybe,
    result_hash: maybe,
  }),
} as const;
type Tables = typeof TABLES;
export type StoredTable = keyof Tables;

/** A row with where it stands in the bundle; `row` has every column, also those no decision needs. */
export type Stored<T extends StoredTable> = z.infer<Tables[T]> & {
  readonly where: AuditPlace;
  readonly row: Readonly<Record<string, unknown>>;
};
export type StoredRows = { readonly [T in StoredTable]: readonly Stored<T>[] };

const COLUMNS = (Object.keys(TABLES) as StoredTable[]).map(
  (table) => [table, Object.keys(TABLES[table].shape)] as const,
);

function tableOf(row: Readonly<Record<string, unknown>>): StoredTable | null {
  const found = COLUMNS.find(([, columns]) => columns.every((column) => Object.hasOwn(row, column)));
  return found?.[0] ?? null;
}

/** The rows of a bundle's lines, table by table. A row of a known table that cannot be read is a finding. */
export function storedRows(
  reader: BundleReader,
  manifest: BundleManifest,
): { readonly rows: StoredRows; readonly findings: readonly AuditFinding[] } {
  const rows = Object.fromEntries(Object.keys(TABLES).map((table) => [table, [] as unknown[]]));
  const findings: AuditFinding[] = [];
  for (const entry of manifest.entries) {
    if (entry.form !== 'lines' || !reader.names.includes(entry.name)) continue;
    const bytes = readOrFind(reader, entry.name);
    if (!(bytes instanceof Uint8Array)) continue; // said by the check of entries
    for (const [at, line] of readCanonicalLines(bytes).entries()) {
      // The check of items holds values against their leaves by their bytes; whether they can be read is said here.
      if (line === null && ENTRY_KINDS[entry.kind] !== null && itemLines(bytes)[at] != null) {
        findings.push(finding('ITEM_UNREADABLE', { entry: entry.name, line: at + 1 }));
      }
      const item = itemLineSchema.safeParse(line?.value);
      const value = item.success ? item.data.value : null;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      const row = value as Readonly<Record<string, unknown>>;
      const table = tableOf(row);
      if (table === null) continue;
      const leaf = item.data?.leaf;
      const where = { entry: entry.name, line: at + 1, ...(leaf === undefined ? {} : { leaf }) };
      const read = TABLES[table].safeParse(row);
      if (read.success) rows[table]?.push({ ...read.data, where, row });
      else findings.push(recomputeFinding('ROW_UNREADABLE', where, { says: issueOf(read.error) }));
    }
  }
  return { rows: rows as unknown as StoredRows, findings };
}

function issueOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`.trim();
}
