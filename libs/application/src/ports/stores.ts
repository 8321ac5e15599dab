import type { AccessLogStore } from './access-log.js';
import type { ApprovalStore } from './approvals.js';
import type { ContestStore, DeliveryStore } from './contests.js';
import type { DocumentStore } from './documents.js';
import type { InboxStore } from './inbox.js';
import type { LedgerStore } from './ledger.js';
import type { PanelStore } from './panels.js';
import type { PlanStore } from './plans.js';
import type { NoticeStore } from './notices.js';
import type * as R from './records.js';
import type { LogStore } from './log.js';
import type { PersonKeyStore } from './person-keys.js';
import type { ArchivedRunStore } from './archived-runs.js';
import type { WaitingStore } from './waiting.js';
import type { BoxStore, InvitationStore, QuestionnaireStore, SurveyStore } from './survey-stores.js';

/** Keyset page: rows after `after`, at most `limit`. */
export type Page = { readonly after: string | null; readonly limit: number };

/** Repositories by intent; all of them belong to one transaction. `insert…` refuses a duplicate with `Refusal('DUPLICATE_…')`. */
export type Stores = {
  readonly places: PlaceStore;
  readonly accounts: AccountStore;
  readonly rulebooks: RulebookStore;
  readonly cycles: CycleStore;
  readonly appraisals: AppraisalStore;
  readonly marks: MarkStore;
  readonly surveys: SurveyStore;
  readonly questionnaires: QuestionnaireStore;
  readonly boxes: BoxStore;
  readonly invitations: InvitationStore;
  readonly results: ResultStore;
  readonly decisions: DecisionStore;
  readonly deliveries: DeliveryStore;
  readonly contests: ContestStore;
  readonly notices: NoticeStore;
  readonly effects: EffectStore;
  readonly approvals: ApprovalStore;
  readonly inbox: InboxStore;
  readonly waiting: WaitingStore;
  readonly documents: DocumentStore;
  readonly ledger: LedgerStore;
  readonly plans: PlanStore;
  readonly panels: PanelStore;
  readonly log: LogStore;
  readonly archivedRuns: ArchivedRunStore;
  readonly accessLog: AccessLogStore;
  readonly personKeys: PersonKeyStore;
};

export type PlaceStore = {
  insertArea(area: R.Area): Promise<void>;
  insertUnits(units: readonly R.Unit[]): Promise<void>;
  insertCommunities(communities: readonly R.Community[]): Promise<void>;
  insertPeople(people: readonly R.Person[]): Promise<void>;
  areas(): Promise<readonly R.Area[]>;
  unitsOf(areaId: string): Promise<readonly R.Unit[]>;
  communitiesOf(unitId: string): Promise<readonly R.Community[]>;
  community(id: string): Promise<R.Community | null>;
  people(ids: readonly string[]): Promise<readonly R.Person[]>;
};

export type AccountStore = {
  insertMany(accounts: readonly R.Account[]): Promise<void>; // refuses DUPLICATE_USERNAME
  byUsername(username: string): Promise<R.Account | null>;
  byId(id: string): Promise<R.Account | null>;
  byIds(ids: readonly string[]): Promise<readonly R.Account[]>;
  /** Enabled accounts whose grant covers the unit: of the unit itself or the whole area; `unitId` null asks for the latter only. */
  holdersOf(role: R.Role, areaId: string, unitId: string | null): Promise<readonly R.Account[]>;
  insertSession(session: R.Session): Promise<void>;
  session(tokenHash: string): Promise<R.Session | null>;
  sessionsOf(accountId: string): Promise<readonly R.Session[]>; // newest first
  deleteSession(tokenHash: string): Promise<void>;
  markSteppedUp(tokenHash: string, at: R.Instant): Promise<void>;
  /** The grants of an account from now on, in place of those it had. */
  setGrants(accountId: string, grants: readonly R.Grant[]): Promise<void>;
  insertLink(link: R.AccountLink): Promise<void>; // refuses DUPLICATE_LINK
  link(issuer: string, subject: string): Promise<R.AccountLink | null>;
  /** Removes at most so many sessions that have ended by the instant. */
  deleteEndedSessions(at: R.Instant, atMost: number): Promise<void>;
};

export type RulebookStore = {
  adopt(rulebook: R.AdoptedRulebook): Promise<'adopted' | 'already'>; // same hash: nothing changes
  byHash(hash: string): Promise<R.AdoptedRulebook | null>;
  list(): Promise<readonly Omit<R.AdoptedRulebook, 'source' | 'body'>[]>;
  pinCalendar(calendar: R.PinnedCalendar): Promise<void>;
  calendar(hash: string): Promise<R.PinnedCalendar | null>;
};

export type CycleStore = {
  insert(cycle: R.Cycle, units: readonly R.CycleUnit[]): Promise<void>; // refuses DUPLICATE_CYCLE (area, year, run)
  byId(id: string): Promise<R.Cycle | null>;
  list(areaId: string | null, page: Page): Promise<readonly R.Cycle[]>;
  runsOf(areaId: string, year: number): Promise<readonly string[]>;
  /** Moves on when the stored version is `expectedVersion`; else refuses VERSION_CONFLICT. */
  advance(
    id: string,
    expectedVersion: number,
    change: Partial<Pick<R.Cycle, 'state' | 'openedAt' | 'closedAt'>>,
  ): Promise<void>;
  insertConsultation(consultation: R.Consultation): Promise<void>;
  consultations(cycleId: string): Promise<readonly R.Consultation[]>;
  insertEarlyClosing(closing: R.EarlyClosing): Promise<void>;
  earlyClosings(cycleId: string): Promise<readonly R.EarlyClosing[]>; // oldest first
  units(cycleId: string): Promise<readonly R.CycleUnit[]>;
  unit(cycleId: string, unitId: string): Promise<R.CycleUnit | null>;
  advanceUnit(
    cycleId: string,
    unitId: string,
    expectedVersion: number,
    change: Partial<Omit<R.CycleUnit, 'cycleId' | 'unitId' | 'version'>>,
  ): Promise<void>;
};

export type AppraisalStore = {
  insertMany(appraisals: readonly R.Appraisal[]): Promise<void>; // refuses DUPLICATE_APPRAISEE (cycle, person)
  byId(id: string): Promise<R.Appraisal | null>;
  byIds(ids: readonly string[]): Promise<readonly R.Appraisal[]>;
  ofUnit(cycleId: string, unitId: string): Promise<readonly R.Appraisal[]>;
  /** How many each unit has; units without any are left out. */
  countByUnit(cycleId: string): Promise<ReadonlyMap<string, number>>;
  ofCycle(cycleId: string, page: Page): Promise<readonly R.Appraisal[]>;
  ofCommunity(cycleId: string, communityId: string): Promise<readonly R.Appraisal[]>;
  ofPerson(personId: string): Promise<readonly R.Appraisal[]>;
  advance(
    id: string,
    expectedVersion: number,
    change: Partial<Omit<R.Appraisal, 'id' | 'cycleId' | 'personId' | 'version'>>,
  ): Promise<void>;
  /** Set by set, in multi-row statements; for the engine, which runs once per unit and stage. */
  advanceMany(
    changes: readonly {
      readonly id: string;
      readonly change: Partial<Omit<R.Appraisal, 'id' | 'cycleId' | 'personId' | 'version'>>;
    }[],
  ): Promise<void>;
  insertDutyReport(report: R.DutyReport): Promise<void>;
  latestDutyReport(appraisalId: string): Promise<R.DutyReport | null>;
};

/** Marks still asked of somebody: all, and how many of them as member of a panel. */
export type OpenMarks = { readonly all: number; readonly inPanels: number };

/** Whoever stood down from a panel for an appraisee (`panels.standDown`) is not asked, and nothing they gave is read. */
export type MarkStore = {
  insertRequests(requests: readonly R.MarkRequest[]): Promise<void>;
  requestsFor(
    cycleId: string,
    raterId: string,
  ): Promise<readonly (R.MarkRequest & { readonly marked: string | null })[]>;
  openRequestsOfUnit(cycleId: string, unitId: string): Promise<readonly R.MarkRequest[]>;
  /** How many marks are still asked of each of these raters (null: of all) in a unit; of nobody who left. */
  openCountsOfUnit(
    cycleId: string,
    unitId: string,
    raterIds: readonly string[] | null,
  ): Promise<ReadonlyMap<string, OpenMarks>>;
  /** Appends; refuses VERSION_CONFLICT when version is not the next one. */
  append(marks: readonly R.MarkRow[]): Promise<void>;
  latestVersion(
    appraisalId: string,
    part: string,
    post: string | null,
    role: string,
    raterId: string,
  ): Promise<number>;
  /** The marks that count (highest versions) of a whole unit. */
  currentOfUnit(cycleId: string, unitId: string): Promise<readonly R.MarkRow[]>;
  appendRoutine(rows: readonly R.RoutineRow[]): Promise<void>;
  currentRoutineOfUnit(cycleId: string, unitId: string): Promise<readonly R.RoutineRow[]>;
  appendAdjustments(rows: readonly R.AdjustmentRow[]): Promise<void>;
  currentAdjustmentsOfUnit(cycleId: string, unitId: string): Promise<readonly R.AdjustmentRow[]>;
  appendEvidence(rows: readonly R.EvidenceRow[]): Promise<void>;
  currentEvidenceOfUnit(cycleId: string, unitId: string): Promise<readonly R.EvidenceRow[]>;
};

export type ResultStore = {
  insertEvidence(rows: readonly R.SealedEvidence[]): Promise<void>;
  evidence(appraisalId: string): Promise<R.SealedEvidence | null>; // latest round
  evidenceOfUnit(cycleId: string, unitId: string, round: number): Promise<readonly R.SealedEvidence[]>;
  insertEvaluations(rows: readonly R.StoredEvaluation[]): Promise<void>;
  evaluation(appraisalId: string): Promise<R.StoredEvaluation | null>; // latest round
  evaluationsOfUnit(cycleId: string, unitId: string, round: number): Promise<readonly R.StoredEvaluation[]>;
  evaluationByHash(appraisalId: string, hash: string): Promise<R.StoredEvaluation | null>;
  insertSealedUnit(row: R.SealedUnit): Promise<void>; // refuses DUPLICATE_SEALED_UNIT
  insertQuotaSheet(sheet: R.StoredQuotaSheet): Promise<void>;
  quotaSheet(cycleId: string, unitId: string): Promise<R.StoredQuotaSheet | null>; // latest round
};

export type DecisionStore = {
  insertDeliberation(row: R.Deliberation): Promise<void>; // refuses DUPLICATE_DELIBERATION (cycle, unit, round)
  deliberations(cycleId: string, unitId: string): Promise<readonly R.Deliberation[]>;
  insertAcknowledged(cases: readonly R.AcknowledgedCase[]): Promise<void>; // refuses DUPLICATE_ACKNOWLEDGEMENT
  /** Of all rounds of a unit. */
  acknowledged(cycleId: string, unitId: string): Promise<readonly R.AcknowledgedCase[]>;
  insertNotice(notice: R.PublicNotice): Promise<void>;
  notices(cycleId: string): Promise<readonly R.PublicNotice[]>;
  noticesOpenAt(at: R.Instant): Promise<readonly R.PublicNotice[]>;
  insertSignature(row: R.Signature): Promise<void>; // refuses DUPLICATE_SIGNATURE
  signature(appraisalId: string): Promise<R.Signature | null>;
  insertContest(row: R.ContestRow): Promise<void>; // refuses DUPLICATE_CONTEST
  contestOf(appraisalId: string): Promise<R.ContestRow | null>;
  appendConsequences(rows: readonly R.ConsequenceRow[]): Promise<void>;
  currentConsequences(appraisalIds: readonly string[]): Promise<readonly R.ConsequenceRow[]>;
  insertReminder(row: R.ReminderRow): Promise<'sent' | 'already'>;
  remindersOf(cycleId: string): Promise<readonly R.ReminderRow[]>;
};

export type EffectStore = {
  /** Runs `work` once per key in this transaction; a second call with the key gives the stored result. */
  once<T>(key: string, work: () => Promise<T>): Promise<T>;
  pushOutbox(row: R.OutboxRow): Promise<void>;
  /** Rows not delivered yet, oldest first, locked for this transaction where the database can. */
  pendingOutbox(limit: number): Promise<readonly R.OutboxRow[]>;
  markDelivered(id: string, at: R.Instant): Promise<void>;
  /** What is not delivered yet: how many, and since when the oldest waits. */
  outboxBacklog(): Promise<{ readonly waiting: number; readonly oldestAt: R.Instant | null }>;
};

/**
 * Opens a transaction (READ COMMITTED), commits on return, rolls back on throw. After a deadlock `work` runs
 * again from its start, so it does nothing but use its stores; a refusal ends the transaction. No transaction
 * opens inside another.
 */
export type Transactions = {
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** For reads that need no transaction. */
  read<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
};
