import type { ContestEvent } from '@kaoji/domain';
import type { ContestRow, Instant } from './records.js';

/** What is delivered: the written result, the one graded after a hold, and the outcomes of a contest. */
export const DOCUMENTS = ['result', 'later_result', 'review', 'appeal'] as const;
export type DeliveredDocument = (typeof DOCUMENTS)[number];
export const DELIVERY_WAYS = [
  'received', // the appraisee says so
  'signed', // signing is receiving
  'handed_over', // by named staff
  'refused_witnessed', // the appraisee will not take it; two named persons saw that
  'posted', // with a reference
] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

/** Append-only: what was written to somebody, and by whose decision it stands. Unwritten, nothing is delivered. */
export type WrittenResult = {
  readonly appraisalId: string;
  readonly document: DeliveredDocument;
  readonly resultHash: string;
  readonly approvedBy: string; // account: whoever completed the list's approval, graded later, or decided the contest
  readonly writtenAt: Instant;
  readonly dueAt: Instant; // until when it should have reached them
};

/** Append-only, once per appraisal and document: from here the time to contest or appeal counts. */
export type DeliveryRow = {
  readonly appraisalId: string;
  readonly document: DeliveredDocument;
  readonly way: DeliveryWay;
  readonly deliveredBy: string; // account: the appraisee's own, or of named staff
  readonly witnesses: readonly string[]; // accounts
  readonly reference: string | null; // of what was posted
  readonly deliveredAt: Instant;
  readonly contestUntil: Instant | null;
};

export type DeliveryStore = {
  write(rows: readonly WrittenResult[]): Promise<void>; // refuses DUPLICATE_RESULT
  writtenTo(appraisalIds: readonly string[]): Promise<readonly WrittenResult[]>;
  insert(rows: readonly DeliveryRow[]): Promise<void>; // refuses DUPLICATE_DELIVERY
  ofAppraisals(appraisalIds: readonly string[]): Promise<readonly DeliveryRow[]>;
};

/** Append-only: `seq` counts the events of a contest from 1, so that of two at once one is told VERSION_CONFLICT. */
export type ContestEventRow = {
  readonly contestId: string;
  readonly seq: number;
  readonly actor: string | null; // account; null: the flow itself
  readonly happenedAt: Instant;
  readonly body: ContestEvent;
};

/** Append-only: this account belongs to a relative of the person, who stands aside in their matters. */
export type KinRow = {
  readonly personId: string;
  readonly accountId: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};

export type ContestStore = {
  byId(contestId: string): Promise<ContestRow | null>;
  ofAppraisals(appraisalIds: readonly string[]): Promise<readonly ContestRow[]>;
  append(row: ContestEventRow): Promise<void>; // refuses VERSION_CONFLICT
  events(contestId: string): Promise<readonly ContestEventRow[]>; // in order
  recordKin(row: KinRow): Promise<'recorded' | 'already'>;
  kinOf(personId: string): Promise<readonly KinRow[]>;
};
