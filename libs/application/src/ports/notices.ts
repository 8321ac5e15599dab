import type { LocalText, NoticeEntry } from '@kaoji/domain';
import type { LogRoot } from './log.js';
import type { Instant } from './records.js';

/** The least that a public notice shows (PIPL Art 6): nothing here says more than the page. */
export type NoticeBody = {
  readonly year: number;
  readonly area: string;
  readonly unit: string;
  readonly rehearsal: boolean;
  readonly clause: string | null;
  readonly workingDays: number;
  /** Whether an objection may be made without a name. */
  readonly anonymous: boolean;
  readonly entries: readonly {
    readonly appraisalId: string;
    readonly name: string;
    readonly community: string | null;
    readonly gradeTitle: LocalText;
  }[];
  /** Surveys whose count is confirmed: what is published of them anyway. */
  readonly surveys: readonly {
    readonly community: string;
    readonly received: number;
    readonly valid: number;
    readonly issued: number;
    /** Those of the community: shares with their intervals; null: too few to show. */
    readonly questions: readonly {
      readonly title: LocalText;
      readonly answered: number | null;
      readonly satisfied: {
        readonly count: number;
        readonly rate: string;
        readonly low: string;
        readonly high: string;
      } | null;
    }[];
    readonly root: string;
    readonly countHash: string;
    readonly chart: { readonly zh: string; readonly en: string }; // SVG, nobody's own rates
  }[];
  /** The page's own address, and a picture of it (SVG) for whoever prints the page. */
  readonly address: string;
  readonly code: string;
  /** The signed root of the log when the notice was made: what was decided before cannot be changed unseen. Absent on older pages. */
  readonly log?: LogRoot | null;
};

/**
 * A notice as the public page shows it. `body` is JSON of `NoticeBody`, and empty once the period is over: no name is left. The database
 * refuses an end before `endsAt`.
 */
export type NoticePage = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly body: string;
  /** Who is shown here, and who was shown in an earlier round and still stands. */
  readonly entries: readonly NoticeEntry[];
  readonly standing: readonly NoticeEntry[];
  /** Objections are sealed to it. */
  readonly publicKey: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: 'final' | 'reopened' | null;
};

/** Append-only. `sealed` holds the text and whatever the objector says of themself, and is opened by staff alone. */
export type Objection = {
  readonly id: string;
  readonly noticeId: string;
  readonly about: string | null; // an appraisal that is shown; null: the list or its seats
  readonly sealed: string;
  readonly receivedAt: Instant;
  readonly channel: 'link' | 'in_person';
  readonly recordedBy: string | null; // account, of one made in person
};
export type ObjectionText = {
  readonly text: string;
  readonly name: string | null;
  readonly contact: string | null;
};

/** Append-only: an objection is answered once, by a named person, with a reason. */
export type ObjectionAnswer = {
  readonly objectionId: string;
  readonly verdict: 'upheld' | 'dismissed';
  readonly reason: string;
  /** Whose evidence an upheld one re-opens. */
  readonly touch: 'evidence' | 'quota_line' | null;
  readonly touched: readonly string[];
  readonly answeredBy: string;
  readonly answeredAt: Instant;
};
export type AnsweredObjection = { readonly objection: Objection; readonly answer: ObjectionAnswer | null };

/** Append-only: what may be corrected after this round; no row of a round: everything. */
export type ReopenedAppraisal = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly appraisalId: string;
};

export type NoticeStore = {
  insertPage(page: NoticePage): Promise<void>; // refuses DUPLICATE_NOTICE_PAGE (cycle, unit, round)
  page(id: string): Promise<NoticePage | null>;
  /** By round. */
  pagesOf(cycleId: string, unitId: string): Promise<readonly NoticePage[]>;
  /** The period is over: its names go, and the database takes no objection any more. False when that was done before. */
  end(id: string, at: Instant): Promise<boolean>;
  /** What came of it, once. */
  settle(id: string, outcome: 'final' | 'reopened'): Promise<boolean>;
  /** Refuses DUPLICATE_OBJECTION and, once the notice has ended, NOTICE_OVER. */
  insertObjection(objection: Objection): Promise<void>;
  objection(id: string): Promise<AnsweredObjection | null>;
  objectionsOf(noticeId: string): Promise<readonly AnsweredObjection[]>;
  /** Of notices nothing has come of yet: without an answer, oldest first. */
  unanswered(limit: number): Promise<readonly Objection[]>;
  insertAnswer(answer: ObjectionAnswer): Promise<void>; // refuses ALREADY_ANSWERED
  insertReopened(rows: readonly ReopenedAppraisal[]): Promise<void>;
  reopened(cycleId: string, unitId: string, round: number): Promise<readonly string[]>;
};

/** A notice as the public side may read it. */
export type PublicNoticePage = Pick<
  NoticePage,
  'id' | 'body' | 'publicKey' | 'startsAt' | 'endsAt' | 'endedAt'
>;
export type NoticeReads = { notice(id: string): Promise<PublicNoticePage | null> };
/** `accepted` also for the same objection again; `over` once the notice has ended. */
export type ObjectionIntake = {
  object(
    objection: Pick<Objection, 'id' | 'noticeId' | 'about' | 'sealed' | 'receivedAt'>,
  ): Promise<'accepted' | 'over'>;
};

/** One signed link per notice, always the same, verified without a read. */
export type NoticeLinks = {
  of(noticeId: string): string;
  /** The notice; null for a link nobody here made. */
  verify(token: string): string | null;
};
/** Seals to a notice's key; whoever seals cannot open. */
export type ObjectionSealer = {
  seal(publicKey: string, noticeId: string, text: ObjectionText): Promise<string>;
};
/** The private halves are derived from the keys for contacts, which the public side has none of. */
export type ObjectionKeys = {
  publicKeyOf(noticeId: string): Promise<string>;
  /** Refuses OBJECTION_SEALED_WRONG. */
  open(notice: Pick<NoticePage, 'id' | 'publicKey'>, sealed: string): Promise<ObjectionText>;
};
/** What a notice is made with. */
export type NoticeMaking = {
  readonly noticeLinks: NoticeLinks;
  readonly objectionKeys: ObjectionKeys;
  /** A QR code of an address, as SVG. */
  qrCode(address: string): string;
  /** Where residents answer, no slash at the end. */
  readonly surveyOrigin: string;
};
