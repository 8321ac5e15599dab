import type { MarkingItem } from '@kaoji/http-contract';
import { startApi, type Answer, type Person, type TestApi } from './api.js';
import { UNIT, type Name } from './places.js';
import { collectingCycle } from './year.js';

export const PART = 'political_quality.panel';
export type Refused = {
  readonly status: number;
  readonly code: string;
  readonly errors?: { row: number; code: string }[];
};
export type Collecting = Awaited<ReturnType<typeof collectingCycle>>;

export const mark = (appraisalId: string, value: string, over: Record<string, unknown> = {}) => ({
  appraisalId,
  part: PART,
  value,
  version: 1,
  ...over,
});

const stored = ({ database }: TestApi, cycleId: string) =>
  database.transactions.read(({ marks }) => marks.currentOfUnit(cycleId, UNIT));

/** HR, and the people who give marks. */
export type Marking = {
  readonly api: TestApi;
  readonly hr: Person;
  /** A collecting cycle in which the panel member and the others are asked by their roles. */
  asked(): Promise<Collecting>;
  /** What somebody is asked to mark. */
  marking(name: Name, cycle: Collecting): Promise<readonly MarkingItem[]>;
  give(name: Name, ...marks: readonly unknown[]): Promise<Answer<Refused>>;
  /** The marks of the unit that count. */
  stored(cycleId: string): ReturnType<typeof stored>;
  close(): Promise<void>;
};

export async function startMarking(): Promise<Marking> {
  const api = await startApi();
  const hr = await api.as('hr');
  return {
    api,
    hr,
    asked: async () => {
      const cycle = await collectingCycle(api);
      await hr.post(`/api/cycles/${cycle.cycleId}/mark-requests/default`);
      return cycle;
    },
    marking: async (name, { cycleId }) =>
      (await (await api.as(name)).get<{ items: MarkingItem[] }>(`/api/cycles/${cycleId}/marking`)).body.items,
    give: async (name, ...marks) => (await api.as(name)).post<Refused>('/api/marks', { marks }),
    stored: (cycleId) => stored(api, cycleId),
    close: () => api.close(),
  };
}
