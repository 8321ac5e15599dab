import type { Grant } from '@kaoji/domain/rights';
import type { ClockPolicy } from './clock-policy.js';

/** Instants are epoch milliseconds (UTC). Ids are opaque text without personal data. Decimals are ExactText. */
export type Instant = number;

export type Area = { readonly id: string; readonly name: string };
export type Unit = { readonly id: string; readonly areaId: string; readonly name: string };
export type Community = { readonly id: string; readonly unitId: string; readonly name: string };

/** The only place where names and phones live. */
export type Person = { readonly id: string; readonly name: string; readonly phone: string | null };

export { ROLES } from '@kaoji/domain/rights';
export type { Grant, Role } from '@kaoji/domain/rights';
export type Account = {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly personId: string | null;
  readonly grants: readonly Grant[];
  readonly disabled: boolean;
};
export type Session = {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly csrfHash: string | null; // null for bearer tokens
  readonly kind: 'cookie' | 'bearer';
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When the person last proved again who they are; null: at the sign-in. */
  readonly steppedUpAt: Instant | null;
};
/** An account that signs in at an identity provider: there it is this subject. */
export type AccountLink = {
  readonly issuer: string;
  readonly subject: string;
  readonly accountId: string;
  readonly linkedAt: Instant;
};

export type AdoptedRulebook = {
  readonly hash: string;
  readonly rulebookId: string;
  readonly rulebookVersion: string;
  readonly source: string; // the YAML text as adopted
  readonly body: string; // canonical JSON
  readonly adoptedBy: string;
  readonly adoptedAt: Instant;
};
export type PinnedCalendar = { readonly hash: string; readonly calendarId: string; readonly body: string };

export type CycleState = 'draft' | 'consulted' | 'published' | 'open' | 'closed';
export type Cycle = {
  readonly id: string;
  /** `live`, or `rehearsal-<n>`; unique with area and year. */
  readonly run: string;
  readonly areaId: string;
  readonly year: number;
  readonly rulebookHash: string;
  readonly calendarHash: string;
  readonly clock: ClockPolicy;
  readonly drawSeed: string;
  readonly state: CycleState;
  readonly version: number; // optimistic
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
};
export type Consultation = {
  readonly cycleId: string;
  readonly heldOn: string; // civil date
  readonly form: 'staff_congress' | 'meeting' | 'written';
  readonly summary: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};

/** One quota unit within a cycle. */
export type CycleUnitState =
  'planned' | 'collecting' | 'composed' | 'deliberating' | 'notice' | 'notified' | 'finished';
export type CycleUnit = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly state: CycleUnitState;
  readonly facts: Readonly<Record<string, boolean | string | number>>;
  readonly headcount: number | null;
  readonly pool: string | null;
  readonly collectionClosesAt: Instant | null;
  readonly round: number; // how often the list was composed
  readonly noticeEndsAt: Instant | null;
  readonly version: number;
};

/** HR ended the collection of a unit before its date. */
export type EarlyClosing = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly reason: string; // of the unit, about nobody
  readonly closedBy: string;
  readonly closedAt: Instant;
};

export type AppraisalStatus =
  | 'planned'
  | 'open'
  | 'sealed'
  | 'graded'
  | 'held'
  | 'contested'
  | 'awaiting_confirmation'
  | 'recorded'
  | 'left';
/** One appraisee in one cycle. `facts` are the rulebook's declared person facts; never names or phones. */
export type Appraisal = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly communityId: string;
  readonly personId: string;
  readonly posts: readonly string[];
  readonly category: string;
  readonly facts: Readonly<Record<string, boolean | string | number>>;
  readonly punishments: readonly {
    readonly kind: string;
    readonly year: number;
    readonly linkedToDuty: boolean;
  }[];
  readonly earlier: readonly { readonly year: number; readonly result: string }[];
  readonly status: AppraisalStatus;
  readonly eligibility: string | null;
  readonly composite: string | null;
  readonly provisionalGrade: string | null;
  readonly finalStatus: string | null; // graded | comment_only | ungraded | held | undecided
  readonly finalGrade: string | null;
  readonly decidedRule: string | null;
  readonly decidedClause: string | null;
  readonly evidenceHash: string | null;
  readonly resultHash: string | null;
  readonly notifiedAt: Instant | null;
  readonly contestUntil: Instant | null;
  readonly joinedLate: boolean;
  readonly version: number;
};

/** Append-only: a changed mark is a new version; the highest version counts. */
export type MarkRow = {
  readonly appraisalId: string;
  readonly part: string;
  readonly post: string | null;
  readonly role: string;
  readonly raterId: string; // account id
  readonly value: string;
  readonly reason: string | null;
  readonly version: number;
  readonly markedAt: Instant;
};
export type RoutineRow = {
  readonly appraisalId: string;
  readonly period: string;
  readonly value: string;
  readonly version: number;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};
export type AdjustmentRow = {
  readonly appraisalId: string;
  readonly item: string;
  readonly times: number;
  readonly evidence: readonly string[];
  readonly version: number;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};
/** What is on record for one part of somebody's sheet: ids of records kept elsewhere. An empty list takes them back. */
export type EvidenceRow = {
  readonly appraisalId: string;
  readonly part: string;
  readonly evidence: readonly string[];
  readonly version: number;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};
export type DutyReport = {
  readonly appraisalId: string;
  readonly text: string;
  readonly version: number;
  readonly submittedAt: Instant;
};

/** Who is asked to mark whom for what. Done when a mark of that rater exists. */
export type MarkRequest = {
  readonly appraisalId: string;
  readonly part: string;
  readonly post: string | null;
  readonly role: string;
  readonly raterId: string;
};

export type SealedEvidence = {
  readonly appraisalId: string;
  readonly round: number;
  readonly hash: string;
  readonly body: string;
  readonly sealedAt: Instant;
};
/** What a unit's list was decided from besides the evidence about its people: `body` is a `UnitFrame`. */
export type SealedUnit = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly hash: string;
  readonly body: string;
  readonly sealedAt: Instant;
};
export type StoredEvaluation = {
  readonly appraisalId: string;
  readonly round: number;
  readonly hash: string;
  readonly body: string;
};
export type StoredQuotaSheet = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly hash: string;
  readonly body: string;
};

/** Append-only: what a named person decided on a unit's list. */
export type Deliberation = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly verdict: 'approve' | 'return';
  readonly listHash: string; // the exact list that was decided on
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
};
/** An uncertain case somebody had in view, with why its result stands. */
export type Acknowledgement = { readonly appraisalId: string; readonly reason: string };
/** Append-only: whoever approved a list had this uncertain case in view, and says why its result stands. */
export type AcknowledgedCase = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly appraisalId: string;
  readonly reason: string;
  readonly acknowledgedBy: string;
};
export type PublicNotice = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly entries: readonly { readonly appraisalId: string; readonly grade: string }[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};
export type Signature = {
  readonly appraisalId: string;
  readonly signed: boolean;
  readonly opinion: string | null;
  readonly signedAt: Instant;
};
export type ContestRow = {
  readonly id: string;
  readonly appraisalId: string;
  readonly grounds: string;
  readonly filedAt: Instant;
};

export type ConsequenceState = 'proposed' | 'confirmed' | 'frozen' | 'refused';
/** Append-only by version. */
export type ConsequenceRow = {
  readonly appraisalId: string;
  readonly rule: string;
  readonly clause: string | null;
  readonly effect: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly adverse: boolean;
  readonly force: 'confirm' | 'may' | 'inform';
  readonly gate: readonly string[]; // records that must exist
  readonly gateRecords: readonly string[]; // what opened it: ids of registered documents, `system` for what the system knows
  readonly state: ConsequenceState;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly version: number;
};
export type ReminderRow = {
  readonly key: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly kind: 'remind' | 'escalate';
  readonly stage: string;
  readonly recipients: number;
  readonly sentAt: Instant;
};
/** A row and a Temporal start or message that must agree: written in one transaction, delivered by the relay. */
export type OutboxRow = {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly createdAt: Instant;
  readonly deliveredAt: Instant | null;
};
