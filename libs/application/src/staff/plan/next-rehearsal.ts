/** The run of the next rehearsal of an area and year: one above the highest so far, from `rehearsal-1`. */
export function nextRehearsal(runs: readonly string[]): string {
  const numbers = runs.flatMap((run) => {
    const match = /^rehearsal-(\d+)$/.exec(run);
    return match === null ? [] : [Number(match[1])];
  });
  return `rehearsal-${Math.max(0, ...numbers) + 1}`;
}
