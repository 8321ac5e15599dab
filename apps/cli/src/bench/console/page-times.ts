/** What one request for a page of a list costs: the time below which 99 of 100 stay, for the first pages and for those far on. */
export type PageTimes = { readonly first: number; readonly further: number };

type Listed = { readonly next: string | null };

/** Reads a list page by page to its end, so often, one request at a time. Milliseconds. */
export async function pageTimes(
  ask: (after: string | null) => Promise<Listed>,
  { rounds, firstPages }: { readonly rounds: number; readonly firstPages: number },
): Promise<PageTimes> {
  const first: number[] = [];
  const further: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let after: string | null = null;
    for (let page = 0; page === 0 || after !== null; page += 1) {
      const from = performance.now();
      ({ next: after } = await ask(after));
      // The first round compiles.
      if (round > 0) (page < firstPages ? first : further).push(performance.now() - from);
    }
  }
  return { first: p99(first), further: p99(further) };
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.99) - 1)] ?? Number.NaN;
}
