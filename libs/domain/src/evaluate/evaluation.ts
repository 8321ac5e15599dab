import type { DerivationNode, ExactText } from '../derivation/node.js';
import type { LocalText } from '../rulebook/schema/text.js';

/** Whether a person takes part, and how. */
export type EligibilityOutcome = 'graded' | 'comment_only' | 'ungraded' | 'held';

/** Where a person stands at the end: a grade, or one of the reasons there is none. */
export type ResultStatus = EligibilityOutcome | 'undecided';

/** What decided a result, in order of precedence: hold > exclusion > veto > band > quota. */
export type DecidedBy = 'hold' | 'exclusion' | 'veto' | 'discipline' | 'band' | 'quota' | 'people';

export type Decision = {
  readonly status: ResultStatus;
  readonly grade: string | null; // null unless status is `graded`
  readonly by: DecidedBy;
  readonly rule: string;
  readonly clause: string | null;
  readonly why: LocalText;
};

export type ProposedConsequence = {
  readonly rule: string;
  readonly clause: string | null;
  readonly title: LocalText;
  readonly effect: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly adverse: boolean;
  readonly force: 'confirm' | 'may' | 'inform';
  readonly gate: {
    readonly rule: string;
    readonly title: LocalText;
    readonly requires: readonly { record: string; title: LocalText }[];
  } | null;
};

/**
 * Why the grade is only proposed and named people must decide about this person. `survey_near_line`: within the
 * interval of the satisfaction rate the grade before the quota is not the same.
 */
export type NeedsPeople = 'survey_near_line';

/** Something a person must look at; it decides nothing. */
export type Flag = { readonly code: string; readonly why: LocalText };

/** Where someone stands relative to the last seat, for each person within one step of the line. */
export type LineReason = {
  readonly rank: number; // 1-based, after tie-breaks
  readonly seats: number;
  readonly side: 'in' | 'out';
  readonly decidedBy: 'composite' | string; // the tie-break rule that separated this person from the neighbour across the line
  readonly why: LocalText;
};

export type PersonEvaluation = {
  readonly id: string;
  readonly unit: string;
  readonly eligibility: Decision;
  readonly dimensions: Readonly<Record<string, ExactText | null>>;
  readonly composite: ExactText | null;
  readonly provisional: Decision; // before the quota
  readonly final: Decision; // after it
  readonly line: LineReason | null;
  readonly flags: readonly Flag[];
  /** Empty where the grade may be approved with the list; else each reason must be answered by name. */
  readonly needsPeople: readonly NeedsPeople[];
  readonly consequences: readonly ProposedConsequence[];
  /** The contract-term appraisal, when it is due this year. */
  readonly term: {
    readonly result: string;
    readonly rule: string;
    readonly clause: string | null;
    readonly consequences: readonly ProposedConsequence[];
  } | null;
  /** Absent when the engine runs with derivations off. */
  readonly derivation?: DerivationNode;
};

export type QuotaSheet = {
  readonly unit: string;
  readonly base: number;
  readonly baseKind: 'should_appraise' | 'took_part' | 'headcount';
  readonly cap: ExactText;
  readonly capRule: string;
  readonly capClause: string | null;
  readonly exactSeats: ExactText; // base x cap
  readonly rounding: string;
  readonly seats: number;
  readonly pool: string | null;
  readonly candidates: number;
  readonly awarded: readonly string[]; // appraisee ids in rank order
  readonly displaced: readonly string[]; // candidates without a seat, in rank order
  readonly drawSeed: string | null; // set when a draw was needed
  readonly toPeople: LocalText | null; // set when the rulebook leaves it to people; nobody is awarded then
};

export type Evaluation = {
  readonly format: 'kaoji-evaluation/1';
  readonly rulebook: { readonly id: string; readonly version: string; readonly hash: string };
  readonly year: number;
  readonly people: readonly PersonEvaluation[];
  readonly quota: readonly QuotaSheet[];
};
