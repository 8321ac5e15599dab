import { Refusal, compareExact, needsReason, parseExact, type Rulebook } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Appraisal, Instant, MarkRequest, MarkRow } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import { projectMarking } from '../../waiting/marks-wait.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { findAppraisal, type FoundCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { markedPart } from './marked-part.js';
import { requireCollecting } from './require-collecting.js';

export type GiveMarksDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly rulebooks: RulebookShelf;
};
export type GivenMark = {
  readonly appraisalId: string;
  readonly part: string;
  readonly post?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly value: string;
  readonly reason?: string | null | undefined;
  readonly version: number;
};

/**
 * Takes the marks a person was asked for, all of them or none; a correction is a new version. Refuses
 * `MARK_NOT_REQUESTED`, `MARK_OUT_OF_SCALE`, `COLLECTION_NOT_OPEN`, `COLLECTION_CLOSED`, `VERSION_CONFLICT`,
 * `REASON_REQUIRED` where a panel marks very high or very low without one.
 */
export async function giveMarks(
  deps: GiveMarksDeps,
  actor: Actor,
  marks: readonly GivenMark[],
  key: string,
): Promise<{ readonly marked: number }> {
  return deps.transactions.run((stores) =>
    onceFor(stores, actor, { verb: 'mark', key, request: marks }, async () => {
      const reads = noReads();
      const rows = await markRows(deps, actor, stores, marks, reads);
      await stores.marks.append(rows);
      await marksAreGiven(stores, actor, reads, deps.clock.now());
      return { marked: rows.length };
    }),
  );
}

type Target = { readonly appraisal: Appraisal; readonly cycle: FoundCycle };

/** What was read already, for whoever comes row by row: appraisals by id, own requests by cycle. */
export type MarkReads = {
  readonly targets: Map<string, Target>;
  readonly requests: Map<string, readonly MarkRequest[]>;
};
export const noReads = (): MarkReads => ({ targets: new Map(), requests: new Map() });

/** Shows in the rater's inbox what is left of the units they marked in. */
export async function marksAreGiven(
  stores: Stores,
  { accountId }: Actor,
  { targets }: MarkReads,
  at: Instant,
): Promise<void> {
  const units = new Map(
    [...targets.values()].map(({ appraisal }) => [`${appraisal.cycleId}/${appraisal.unitId}`, appraisal]),
  );
  for (const key of [...units.keys()].sort()) {
    const unit = units.get(key);
    if (unit !== undefined) await projectMarking(stores, unit, [accountId], at);
  }
}

/** The rows these marks become. Refuses as `giveMarks` does, but for the version. */
export async function markRows(
  deps: GiveMarksDeps,
  actor: Actor,
  stores: Stores,
  marks: readonly GivenMark[],
  { targets, requests }: MarkReads = noReads(),
): Promise<readonly MarkRow[]> {
  for (const { appraisalId } of marks) {
    if (targets.has(appraisalId)) continue;
    const target = await findAppraisal(stores, appraisalId);
    targets.set(appraisalId, target);
    const { id } = target.cycle;
    if (!requests.has(id)) requests.set(id, await stores.marks.requestsFor(id, actor.accountId));
  }
  const now = deps.clock.now();
  const asked = marks.map((mark) => {
    const target = targets.get(mark.appraisalId);
    if (target === undefined) throw new Error('every mark has its target');
    return { mark, target, request: requestFor(mark, requests.get(target.cycle.id) ?? []) };
  });
  await requireCollecting(
    stores,
    asked.map(({ target }) => target.appraisal),
    now,
  );
  const rows: MarkRow[] = [];
  for (const { mark, target, request } of asked) {
    const rulebook = await deps.rulebooks.take(stores, target.cycle.rulebookHash);
    checkMark(rulebook, target.appraisal, request, mark);
    const { value, version } = mark;
    const { appraisalId, part, post, role, raterId } = request;
    rows.push({
      appraisalId,
      part,
      post,
      role,
      raterId,
      value,
      reason: mark.reason ?? null,
      version,
      markedAt: now,
    });
  }
  return rows;
}

function requestFor(mark: GivenMark, requests: readonly MarkRequest[]): MarkRequest {
  const meant = requests.filter(
    (request) =>
      request.appraisalId === mark.appraisalId &&
      request.part === mark.part &&
      ((mark.post ?? null) === null || request.post === null || request.post === mark.post) &&
      ((mark.role ?? null) === null || request.role === mark.role),
  );
  const [request, another] = meant;
  if (request === undefined) {
    throw new Refusal('MARK_NOT_REQUESTED', 'You were not asked to mark this person for this part.', {
      appraisalId: mark.appraisalId,
      part: mark.part,
    });
  }
  if (another === undefined) return request;
  throw new Refusal(
    'MARK_NOT_REQUESTED',
    'You are asked for several marks here: name the post and the role.',
    {
      appraisalId: mark.appraisalId,
      part: mark.part,
    },
  );
}

function checkMark(rulebook: Rulebook, appraisal: Appraisal, request: MarkRequest, mark: GivenMark): void {
  const part = markedPart(rulebook, appraisal.posts, request);
  if (part === null) throw new Refusal('MARK_NOT_REQUESTED', 'The rulebook asks nobody for this mark.');
  const details = { appraisalId: appraisal.id, part: request.part, max: part.max };
  if (!isOnScale(mark.value, part.max)) {
    throw new Refusal(
      'MARK_OUT_OF_SCALE',
      `A mark for ${request.part} lies between 0 and ${part.max}.`,
      details,
    );
  }
  const bounds = part.panel?.reasonForExtremes;
  if (bounds !== undefined && isBlank(mark.reason) && needsReason(part.panel ?? undefined, mark.value)) {
    throw new Refusal(
      'REASON_REQUIRED',
      `A mark of ${bounds.atLeast} or more, or of ${bounds.atMost} or less, needs a reason.`,
      { ...details, ...bounds },
    );
  }
}

const isBlank = (reason: string | null | undefined): boolean => (reason ?? '').trim() === '';

/** Compares exactly, as decimals. */
export function isOnScale(value: string, max: string): boolean {
  const mark = parseExact(value);
  return compareExact(mark, parseExact('0')) >= 0 && compareExact(mark, parseExact(max)) <= 0;
}
