import type { ApprovalPlan, ApprovalState, ApprovalTask, ApprovalVerb } from '@kaoji/domain/approval';
import type { Acknowledgement, Instant } from './records.js';

/**
 * Where an approval stands, as its flow tells it: the same shape as temporal-contract's. `opening` counts how often
 * a step was opened; `since` is when the open one did.
 */
export type ApprovalStand = Pick<
  ApprovalState,
  'version' | 'status' | 'step' | 'seats' | 'escalated' | 'challenges' | 'recused' | 'returned'
> & {
  readonly opening: number;
  readonly since: Instant;
  readonly remindAt: Instant;
  readonly escalateAt: Instant;
  readonly tasks: readonly ApprovalTask[];
};
export type StepClocks = Readonly<
  Record<string, { readonly remindAt: Instant; readonly escalateAt: Instant }>
>;
/** What an accepted act comes to; `seq` is its place among the acts of its list, from 1. */
export type ActAnswer = ApprovalStand & {
  readonly seq: number;
  /** Of a list this act ended: whose approval completed it, or who ended it otherwise. */
  readonly decidedBy: string | null;
};

/** Append-only: one accepted act, with its text. `source` names the approval, such as `list/<cycle>/<unit>/<round>`. */
export type ApprovalActRow = {
  readonly id: string;
  readonly source: string;
  readonly seq: number;
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly verb: ApprovalVerb;
  readonly step: string;
  readonly actBy: string;
  readonly onBehalfOf: string | null;
  readonly actAt: Instant;
  readonly target: ActTarget;
  readonly listHash: string;
  readonly reason: string | null;
  readonly reasonHash: string | null;
  /** Of an approval: why the result of each uncertain case stands. */
  readonly acknowledged: readonly Acknowledgement[];
};
/** Whom or what an act is about. */
export type ActTarget = {
  readonly to?: readonly string[] | undefined;
  readonly returnTo?: string | undefined;
  readonly appraisals?: readonly string[] | undefined;
  readonly act?: string | undefined;
  readonly seat?: string | undefined;
  readonly batch?: boolean | undefined;
};

/** The latest known stand of one approval; a stand of an older version never replaces a newer one. */
export type ApprovalSnapshot = {
  readonly source: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly round: number;
  readonly listHash: string;
  readonly version: number;
  readonly plan: ApprovalPlan;
  readonly stand: ApprovalStand;
  readonly updatedAt: Instant;
};

/** A standing deputy (代理): acts for somebody between two instants, unless taken back before. */
export type Deputy = {
  readonly id: string;
  readonly principal: string; // account
  readonly deputy: string; // account
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly reason: string | null;
  readonly givenAt: Instant;
  readonly endedAt: Instant | null;
};

export type ApprovalStore = {
  /** Refuses DUPLICATE_ACT. */
  insertAct(row: ApprovalActRow): Promise<void>;
  /** Of all rounds of a unit, in order. */
  actsOf(cycleId: string, unitId: string): Promise<readonly ApprovalActRow[]>;
  act(id: string): Promise<ApprovalActRow | null>;
  /** Opens a snapshot once; a repeat changes nothing. */
  open(snapshot: ApprovalSnapshot): Promise<void>;
  /** Replaces the stand unless a newer one is stored; false when it was. */
  project(source: string, stand: ApprovalStand, at: Instant): Promise<boolean>;
  snapshot(source: string): Promise<ApprovalSnapshot | null>;
  /** Of the latest round of a unit; null before its list was shown. */
  latestOf(cycleId: string, unitId: string): Promise<ApprovalSnapshot | null>;
  insertDeputy(row: Deputy): Promise<void>;
  deputy(id: string): Promise<Deputy | null>;
  /** Takes a deputy back; false when that was done before. */
  endDeputy(id: string, at: Instant): Promise<boolean>;
  /** Given by this person, latest first. */
  deputiesOf(principal: string): Promise<readonly Deputy[]>;
  /** Whom this person may act for at the instant. */
  principalsOf(deputy: string, at: Instant): Promise<readonly Deputy[]>;
};
