import type { CivilDate } from '../calendar/civil-date.js';
import type { LocalText } from '../rulebook/schema/text.js';

/** The law that binds the end of somebody's work, by category of person. */
export type LegalCategory = 'contract' | 'elected' | 'public_institution' | 'civil_servant';

/** The paragraphs of Labour Contract Law Art 42 under which nobody may be dismissed by Art 40 or 41. */
export const PROTECTIONS = [
  'occupational_hazard', // (1) no leaving check-up after hazardous work, or suspected occupational disease
  'work_injury', // (2) occupational disease or work injury, ability to work lost in part or whole
  'medical_period', // (3) illness or injury not from work, within the medical period
  'maternity', // (4) pregnancy, maternity, nursing
  'near_retirement', // (5) fifteen years running in the unit and under five to retirement
  'other_law', // (6) other laws and administrative regulations
] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** A document on record, as a gate looks at it. Dates are those of the document, not of its registration. */
export type GateDocument = {
  readonly id: string;
  readonly record: string; // the rulebook's record code
  readonly issuedOn: CivilDate;
  /** How a record with two lawful forms was met, such as `notice` or `month_pay`. */
  readonly form: string | null;
  /** Set where the document proves a protected period. */
  readonly protection: { readonly paragraph: Protection; readonly until: CivilDate | null } | null;
};

/** A year whose result was the lowest grade, proven: of an own recorded appraisal, or imported with its source. */
export type ProvenFailure = { readonly year: number; readonly provenOn: CivilDate };

/** What is known of a person on the day somebody wants to decide. Nothing of it is typed in by who decides. */
export type GateCase = {
  readonly legal: LegalCategory;
  readonly year: number;
  readonly today: CivilDate;
  /** When this year's result reached the person (null: not yet). */
  readonly deliveredOn: CivilDate | null;
  /** The window to contest has ended, or the contest is decided. */
  readonly contestOver: boolean;
  readonly failures: readonly ProvenFailure[];
  readonly documents: readonly GateDocument[];
};

/** What somebody wants to confirm. `requires` are the records of the rulebook's gate for this category. */
export type GateDemand = {
  readonly effect: string;
  readonly title: LocalText;
  readonly requires: readonly { readonly record: string; readonly title: LocalText }[];
};
