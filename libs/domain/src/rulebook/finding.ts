/** What lint says of a rulebook: where, which clause, what is wrong and what to do. */
export type Finding = {
  readonly code: string; // LINT_WEIGHTS_NOT_100, ...
  readonly line: number; // 1-based, in the YAML file; 0 when it cannot be placed
  readonly path: string; // dimensions.0.sheets.0.parts
  readonly rule: string | null;
  readonly clause: string | null;
  readonly message: string; // English
  readonly messageZh: string;
};
