import type { SurveyLog } from './survey-log.js';

export type RequestCounts = {
  count(method: string, route: string, status: number): void;
  /** Writes one line and begins anew; writes nothing when nothing came. */
  flush(): void;
};

type Count = { readonly method: string; readonly route: string; readonly status: number; count: number };

/** Requests as counts in memory. Routes are patterns and methods a few: the counts stay small. */
export function createRequestCounts(log: SurveyLog): RequestCounts {
  const counts = new Map<string, Count>();
  return {
    count(method, route, status) {
      const key = `${method} ${route} ${status}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { method, route, status, count: 1 });
      else known.count += 1;
    },
    flush() {
      if (counts.size === 0) return;
      const sorted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
      log({ event: 'requests', counts: sorted.map(([, count]) => count) });
      counts.clear();
    },
  };
}
