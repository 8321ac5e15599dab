/** One fault of a case: what kind, where (`appraisees.3.marks.17`), and a sentence. */
export type CaseError = { readonly code: string; readonly path: string; readonly message: string };

/** Collects faults below one place of the case. */
export type Report = (code: string, path: string, message: string) => void;
