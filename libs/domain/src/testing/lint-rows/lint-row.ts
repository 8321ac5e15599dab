import type { LintCode } from '../../rulebook/lint/codes.js';
import type { Edit } from '../edit-rulebook.js';

/** A fault put into the national rulebook and everything lint must then find. */
export type LintRow = {
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** Each finding: its code, a text of the line it points at, and the clause. */
  readonly finds: readonly (readonly [code: LintCode, at: string, clause: string | null])[];
};
