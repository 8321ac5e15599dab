/** Carried from one run of the sweep to the next (continue-as-new); absent in the first. */
export type SweepInput = { readonly carried?: { readonly page: string; readonly swept: SweptCount } };
/** Counts, no ids: `left` are closed runs that could not be archived now. */
export type SweptCount = { readonly archived: number; readonly failed: number; readonly left: number };
export type SweepResult = SweptCount & { readonly numbered: number };

export type ArchiveActivities = {
  /** Archives closed runs from a page of the server's list on; repeatable, by content and run id. */
  archivePage(input: {
    readonly page: string | null;
  }): Promise<SweptCount & { readonly next: string | null }>;
  /** Numbers what each cycle's log does not hold yet, and signs its head; repeatable. Gives the entries numbered. */
  numberLogs(): Promise<{ readonly numbered: number }>;
};
