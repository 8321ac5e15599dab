import { Refusal } from '@kaoji/domain';
import type { ApprovalActRow } from '../../ports/approvals.js';
import type { ContestEventRow, DeliveryRow } from '../../ports/contests.js';
import type { LedgerEntry } from '../../ports/ledger.js';
import type { AnsweredObjection, NoticePage } from '../../ports/notices.js';
import type {
  Appraisal,
  ConsequenceRow,
  ContestRow,
  SealedEvidence,
  StoredEvaluation,
} from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { cycleKeyOf } from '../../staff/cycle-key.js';

export type ContestedRecord = { readonly row: ContestRow; readonly events: readonly ContestEventRow[] };

/** Everything on record about one appraisal, as its story needs it. No names: people are told by role. */
export type AppraisalRecord = {
  readonly appraisal: Pick<Appraisal, 'id' | 'unitId'>;
  readonly cycleKey: string;
  readonly rehearsal: boolean;
  readonly evidence: SealedEvidence | null;
  readonly evaluations: readonly StoredEvaluation[]; // by round
  readonly acts: readonly ApprovalActRow[];
  readonly notices: readonly {
    readonly page: Pick<NoticePage, 'id' | 'round' | 'startsAt' | 'endsAt' | 'entries' | 'standing'>;
    readonly objections: readonly AnsweredObjection[];
  }[];
  readonly deliveries: readonly DeliveryRow[];
  readonly contest: ContestedRecord | null;
  readonly consequences: readonly ConsequenceRow[];
  readonly ledger: readonly LedgerEntry[];
  /** What an account is: its roles, or `self` for the appraisee's own. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
};

/** Reads the record of one appraisal in one transaction. Refuses `NOT_FOUND`. */
export async function readAppraisalRecord(stores: Stores, appraisalId: string): Promise<AppraisalRecord> {
  const appraisal = await stores.appraisals.byId(appraisalId);
  const cycle = appraisal === null ? null : await stores.cycles.byId(appraisal.cycleId);
  if (appraisal === null || cycle === null)
    throw new Refusal('NOT_FOUND', `There is no appraisal ${appraisalId} in this database.`);
  const { cycleId, unitId } = appraisal;
  const notices = [];
  for (const page of await stores.notices.pagesOf(cycleId, unitId))
    notices.push({ page, objections: await stores.notices.objectionsOf(page.id) });
  const [row] = await stores.contests.ofAppraisals([appraisalId]);
  const contest = row === undefined ? null : { row, events: await stores.contests.events(row.id) };
  const record = {
    ...{ appraisal, notices, contest },
    ...{ cycleKey: cycleKeyOf(cycle), rehearsal: cycle.run !== 'live' },
    evidence: await stores.results.evidence(appraisalId),
    evaluations: await everyEvaluation(stores, appraisal),
    acts: await stores.approvals.actsOf(cycleId, unitId),
    deliveries: await stores.deliveries.ofAppraisals([appraisalId]),
    consequences: await stores.decisions.currentConsequences([appraisalId]),
    ledger: await stores.ledger.ofAppraisal(appraisalId),
  };
  return { ...record, roles: await rolesIn(stores, appraisal, record) };
}

async function everyEvaluation(stores: Stores, appraisal: Appraisal): Promise<readonly StoredEvaluation[]> {
  const latest = await stores.results.evaluation(appraisal.id);
  const found: StoredEvaluation[] = [];
  for (let round = 1; round <= (latest?.round ?? 0); round += 1) {
    const rows = await stores.results.evaluationsOfUnit(appraisal.cycleId, appraisal.unitId, round);
    found.push(...rows.filter(({ appraisalId }) => appraisalId === appraisal.id));
  }
  return found;
}

type Actors = Pick<AppraisalRecord, 'acts' | 'deliveries' | 'consequences' | 'notices'> & {
  readonly contest: ContestedRecord | null;
};

async function rolesIn(
  stores: Stores,
  { personId }: Appraisal,
  record: Actors,
): Promise<AppraisalRecord['roles']> {
  const ids = [
    ...record.acts.flatMap(({ actBy, onBehalfOf }) => [actBy, onBehalfOf]),
    ...record.deliveries.flatMap(({ deliveredBy, witnesses }) => [deliveredBy, ...witnesses]),
    ...record.consequences.map(({ decidedBy }) => decidedBy),
    ...record.notices.flatMap(({ objections }) => objections.map(({ answer }) => answer?.answeredBy ?? null)),
    ...(record.contest?.events ?? []).map(({ actor }) => actor),
  ];
  const roles = new Map<string, readonly string[]>();
  for (const id of new Set(ids)) {
    const account = id === null ? null : await stores.accounts.byId(id);
    if (account === null) continue;
    const own = account.personId === personId;
    roles.set(account.id, own ? ['self'] : [...new Set(account.grants.map(({ role }) => role))]);
  }
  return roles;
}
