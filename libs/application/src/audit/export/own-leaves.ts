import type { LoggedItem } from '../../ports/log.js';
import type { LeafShown } from './bundle-material.js';

/** One appraisal and what its leaves are known by. */
export type AppraisalIds = {
  readonly appraisalId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly workflowId: string; // of the appraisal's own flow
};

type Row = Readonly<Record<string, unknown>>;

/**
 * The leaves a bundle of one appraisal tells of. `with`: the rules, the calendar, what the cycle is, what was told of
 * the unit, the builds, and rows about this appraisal or person alone. `sealed`: their evidence, which holds blind
 * marks. `redacted`: what decided their result together with others' (the list's acts and notices, the quota sheet, what
 * a contest touched), by hash. Every other leaf is about others and is not told of.
 */
export function ownLeaves(
  items: readonly LoggedItem[],
  ids: AppraisalIds,
  buildIdOf: (leaf: number) => string | undefined,
): ReadonlyMap<number, LeafShown> {
  const owner = { ...ids, contests: idsOf(items, 'contest/', ids), plans: idsOf(items, 'plan/', ids) };
  const shown = new Map<number, LeafShown>();
  const builds = new Set<string>();
  for (const item of items) {
    const how = shownAs(item, owner);
    if (how === null) continue;
    shown.set(item.leaf, how);
    if (item.kind === 'archived_history' && how === 'with') builds.add(buildIdOf(item.leaf) ?? '');
  }
  for (const { kind, ref, leaf } of items) {
    if (kind === 'workflow_bundle' && builds.has(ref)) shown.set(leaf, 'with');
  }
  return shown;
}

const ABOUT_MANY = /^(?:cycle|unit|quota|deliberation)\//;
const BY_OWN_ID = /^(?:contest|contest-event|plan|plan-act|talk|refused)\//;

/** Whether it takes the row to tell how a leaf appears; the bulk of a log says whose it is by its id. */
export function needsRow(
  { kind, ref }: Pick<LoggedItem, 'kind' | 'ref'>,
  { appraisalId }: Pick<AppraisalIds, 'appraisalId'>,
): boolean {
  switch (kind) {
    case 'archived_history':
    case 'workflow_bundle':
    case 'objection':
    case 'survey_count':
    case 'access':
      return false;
    case 'evidence_seal':
    case 'result':
    case 'decision':
      return ref.includes(appraisalId) || ABOUT_MANY.test(ref) || BY_OWN_ID.test(ref);
    default:
      return true;
  }
}

type Owner = AppraisalIds & { readonly contests: ReadonlySet<string>; readonly plans: ReadonlySet<string> };

function shownAs(item: LoggedItem, owner: Owner): LeafShown | null {
  switch (item.kind) {
    case 'rulebook':
    case 'calendar':
    case 'questionnaire':
    case 'key_change':
      return 'with';
    case 'archived_history':
      return historyShown(item, owner);
    case 'evidence_seal':
    case 'result':
    case 'decision':
    case 'document':
    case 'ledger_entry':
    case 'erasure':
      return rowShown(item, owner);
    case 'approval_act':
    case 'notice':
      return ofUnit(item, owner) ? 'redacted' : null;
    default:
      return null; // objections, residents' counts and looks are about others
  }
}

/** The flow of the appraisal; of its contests, which say whom they touched, the hash. */
function historyShown({ ref }: LoggedItem, { workflowId, contests }: Owner): LeafShown | null {
  if (ref.startsWith(`${workflowId}/`)) return 'with';
  return [...contests].some((contest) => ref.includes(`/contest/${contest}/`)) ? 'redacted' : null;
}

function rowShown(item: LoggedItem, owner: Owner): LeafShown | null {
  const { kind, ref } = item;
  if (kind === 'decision' && ref.startsWith('cycle/')) return 'with';
  if (ofUnit(item, owner)) {
    if (kind === 'evidence_seal' && ref.startsWith('unit/')) return 'with';
    if (ref.startsWith('quota/') || ref.startsWith('deliberation/')) return 'redacted';
  }
  if (!isOwn(item, owner)) return null;
  if ('rater_id' in rowOf(item)) return null; // even its id names who sits on a blind panel
  if (kind === 'evidence_seal') return 'sealed';
  return namesOthers(item) ? 'redacted' : 'with';
}

function isOwn(item: LoggedItem, { appraisalId, personId, contests, plans }: Owner): boolean {
  const row = rowOf(item);
  const recorded = item.kind === 'result' && item.ref === `recorded/${appraisalId}`;
  if (recorded || row['appraisal_id'] === appraisalId) return true;
  if (contests.has(String(row['contest_id'])) || plans.has(String(row['plan_id']))) return true;
  const aboutNoAppraisal = row['appraisal_id'] === null || row['appraisal_id'] === undefined;
  return aboutNoAppraisal && row['person_id'] === personId;
}

/** What a contest touched or whom it kept out is told to nobody who contests; nor is what cannot be read. */
function namesOthers(item: LoggedItem): boolean {
  if (!item.ref.startsWith('contest-event/')) return false;
  try {
    const { touched = [], excluded = [] } = JSON.parse(String(rowOf(item)['body'])) as {
      readonly touched?: readonly unknown[];
      readonly excluded?: readonly unknown[];
    };
    return touched.length + excluded.length > 0;
  } catch {
    return true; // somebody changed the row since
  }
}

const ofUnit = (item: LoggedItem, { unitId }: Owner): boolean => rowOf(item)['unit_id'] === unitId;

function rowOf({ value }: LoggedItem): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}

/** Ids of rows of a table that are about the appraisal. */
function idsOf(
  items: readonly LoggedItem[],
  prefix: string,
  { appraisalId }: AppraisalIds,
): ReadonlySet<string> {
  const mine = items.filter(
    (item) =>
      item.kind === 'decision' && item.ref.startsWith(prefix) && rowOf(item)['appraisal_id'] === appraisalId,
  );
  return new Set(mine.map(({ ref }) => ref.slice(prefix.length)));
}
