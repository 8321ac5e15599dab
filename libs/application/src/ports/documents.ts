import type { CivilDate, Protection } from '@kaoji/domain';
import type { Instant } from './records.js';

/**
 * A document on record: what a gate asks for, or what proves a protected period. Append-only; one registered
 * by mistake is taken back by a row of its own that names it.
 */
export type RegisteredDocument = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly personId: string | null; // null: about the unit
  readonly appraisalId: string | null; // null: about the person, whichever year
  readonly record: string;
  readonly reference: string;
  readonly issuedOn: CivilDate;
  readonly contentHash: string | null; // sha-256 of the file, where there is one
  readonly form: string | null;
  readonly paragraph: Protection | null;
  readonly until: CivilDate | null;
  readonly withdraws: string | null;
  readonly reason: string | null; // of a withdrawal
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};

/** Append-only: somebody wanted what a gate did not let through. */
export type RefusedAttempt = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly appraisalId: string;
  readonly rules: readonly string[];
  /** What was missing, or which law stood before it. */
  readonly missing: readonly { readonly rule: string; readonly record: string }[];
  readonly code: string;
  readonly attemptedBy: string;
  readonly attemptedAt: Instant;
};

/** Append-only by version: a result of an earlier year, from a document. */
export type ImportedGrade = {
  readonly personId: string;
  readonly year: number;
  readonly version: number;
  readonly result: string;
  readonly reference: string;
  readonly provenOn: CivilDate | null;
  readonly importedBy: string;
  readonly importedAt: Instant;
};

/** A result recorded here, in a live cycle. */
export type RecordedGrade = {
  readonly personId: string;
  readonly appraisalId: string;
  readonly year: number;
  readonly result: string;
  readonly notifiedAt: Instant | null;
};

/** About whom: documents of the unit, of a person in any year, of an appraisal. */
export type DocumentsAbout = {
  readonly cycleId: string;
  readonly unitId: string;
  readonly personIds: readonly string[];
};

export type DocumentStore = {
  insert(document: RegisteredDocument): Promise<void>; // refuses DUPLICATE_DOCUMENT (withdrawn before)
  byId(id: string): Promise<RegisteredDocument | null>;
  /** What stands (withdrawn ones left out) of this cycle and of live ones: a rehearsal's papers open no live gate. */
  about(about: DocumentsAbout): Promise<readonly RegisteredDocument[]>;
  insertAttempt(attempt: RefusedAttempt): Promise<void>;
  attemptsOf(cycleId: string, unitId: string): Promise<readonly RefusedAttempt[]>;
  insertImported(grades: readonly ImportedGrade[]): Promise<void>; // refuses VERSION_CONFLICT (imported meanwhile)
  recordedOf(personIds: readonly string[]): Promise<readonly RecordedGrade[]>;
  /** The newest version of each year. */
  importedOf(personIds: readonly string[]): Promise<readonly ImportedGrade[]>;
};
