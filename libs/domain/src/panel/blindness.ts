/** How far a panel's marking is. */
export type PanelProgress = {
  /** Whether marks may still be given or changed. */
  readonly windowOpen: boolean;
  /** Marks asked for and not given. */
  readonly missing: number;
  readonly seats: number;
};

/** Nobody learns what another member gave until all marks are in or the window has closed. */
export function isBlind({ windowOpen, missing, seats }: PanelProgress): boolean {
  return windowOpen && (missing > 0 || seats === 0);
}

/** Who can still mark reads what others gave only when nothing can be changed any more. */
export function mayCompare(progress: PanelProgress, sitsThere: boolean): boolean {
  return !isBlind(progress) && !(sitsThere && progress.windowOpen);
}
