import type { StandDownCause } from '@kaoji/domain';
import type { Instant } from './records.js';

/** Those who mark one part in one role throughout a unit; named once, its members append-only. */
export type Panel = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly part: string;
  readonly role: string;
  readonly members: readonly string[]; // accounts, in the order they are seated
  readonly namedBy: string;
  readonly namedAt: Instant;
};

/** Append-only: a member who does not mark one appraisee. Their marks for them, earlier ones too, never count. */
export type StandDownRow = {
  readonly appraisalId: string;
  readonly part: string;
  readonly role: string;
  readonly raterId: string;
  readonly cause: StandDownCause;
  readonly reason: string | null;
  readonly replacedBy: string | null; // account; null: the seat is empty
  readonly decidedBy: string | null; // account; null: the system, from its records
  readonly decidedAt: Instant;
};

/** Append-only: what ties an account to an appraisee. Relatives recorded for contests (`kin`) are read with these. */
export type InterestRow = {
  readonly personId: string;
  readonly accountId: string;
  readonly kind: 'relative' | 'competing';
  readonly declaredBy: string;
  readonly declaredAt: Instant;
};

/** Append-only: an appraisee asks that a member stand aside; the superior's answer is a row of its own. */
export type ChallengeRow = {
  readonly appraisalId: string;
  readonly part: string;
  readonly role: string;
  readonly raterId: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
};
export type ChallengeAnswerRow = {
  readonly appraisalId: string;
  readonly part: string;
  readonly role: string;
  readonly raterId: string;
  readonly verdict: 'granted' | 'refused';
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
};

export type PanelStore = {
  insert(panels: readonly Panel[]): Promise<void>; // refuses DUPLICATE_PANEL (cycle, unit, part, role)
  byId(id: string): Promise<Panel | null>;
  ofCycle(cycleId: string): Promise<readonly Panel[]>;
  standDown(rows: readonly StandDownRow[]): Promise<void>; // refuses PANEL_NOT_SEATED when they stood down before
  stoodDown(cycleId: string): Promise<readonly StandDownRow[]>;
  declare(rows: readonly InterestRow[]): Promise<void>; // refuses nothing: the same again is the same
  /** Declared interests and recorded relatives of these people. */
  interests(
    personIds: readonly string[],
  ): Promise<readonly Pick<InterestRow, 'personId' | 'accountId' | 'kind'>[]>;
  /** Who counted points for or against these appraisals, or heard a contest of theirs. */
  partTaken(
    appraisalIds: readonly string[],
  ): Promise<readonly { readonly appraisalId: string; readonly accountId: string }[]>;
  /** Everybody asked to mark this in a unit, and whether they did; of nobody who stood down or whose appraisee left. */
  seats(panel: Pick<Panel, 'cycleId' | 'unitId' | 'part' | 'role'>): Promise<readonly PanelSeat[]>;
  challenge(row: ChallengeRow): Promise<void>; // refuses DUPLICATE_CHALLENGE
  challenges(
    appraisalIds: readonly string[],
  ): Promise<readonly (ChallengeRow & { readonly answer: ChallengeAnswerRow | null })[]>;
  answerChallenge(row: ChallengeAnswerRow): Promise<void>; // refuses CHALLENGE_ANSWERED
};

export type PanelSeat = {
  readonly appraisalId: string;
  readonly post: string | null;
  readonly raterId: string;
  readonly marked: boolean;
};
