import { expect } from '@jest/globals';
import exceljs from 'exceljs';
import { startApi, type Person, type TestApi } from './api.js';
import { COMMUNITY, UNIT } from './places.js';
import { ROSTER_HEADER, draftCycle } from './year.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Fault = {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly messageZh: string;
};
export type Refused = { readonly status: number; readonly code: string; readonly errors?: readonly Fault[] };

export const row = (over: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string> = {
    personRef: 'person-1',
    name: '',
    phone: '',
    unit: UNIT,
    community: COMMUNITY,
    posts: 'grid_worker',
    category: 'contract',
    earlier: '',
    ...over,
  };
  return ROSTER_HEADER.split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
};
export const csv = (...rows: readonly string[]): string => [ROSTER_HEADER, ...rows].join('\n');

export async function workbook(lines: readonly (readonly unknown[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new exceljs.Workbook();
  book.addWorksheet('名册').addRows(lines.map((line) => [...line]) as unknown[][]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const upload = (hr: Person, raw: string | Uint8Array<ArrayBuffer>, type: string, to: string) =>
  hr.upload<Refused & { imported?: number }>(`/api/cycles/${to}/roster`, type, raw);

/** HR with a cycle in draft, and nobody on its roster yet. */
export type Rostering = {
  readonly api: TestApi;
  readonly hr: Person;
  readonly cycleId: string;
  /** Sends a file as the roster of a cycle: of the draft, unless another is named. */
  send(raw: string | Uint8Array<ArrayBuffer>, type?: string, to?: string): ReturnType<typeof upload>;
  /** How many are on the roster of a cycle: of the draft, unless another is named. */
  onRoster(of?: string): Promise<number>;
  /** Refused with this body, and not a row or a person written. */
  refused(work: () => Promise<{ body: Refused }>): Promise<Refused>;
  close(): Promise<void>;
};

export async function startRostering(): Promise<Rostering> {
  const api = await startApi();
  const hr = await api.as('hr');
  const cycleId = await draftCycle(hr);
  const onRoster = async (of = cycleId): Promise<number> =>
    (await hr.get<{ items: unknown[] }>(`/api/cycles/${of}/appraisals`)).body.items.length;
  const countPeople = async (): Promise<number> =>
    Number(
      (
        await api.database.transactions.read(({ places }) =>
          places.people(['person-1', 'person-2', 'person-3']),
        )
      ).length,
    );
  return {
    api,
    hr,
    cycleId,
    send: (raw, type = 'text/csv', to = cycleId) => upload(hr, raw, type, to),
    onRoster,
    refused: async (work) => {
      const peopleBefore = await countPeople();
      const { body } = await work();
      expect(await onRoster()).toBe(0);
      expect(await countPeople()).toBe(peopleBefore);
      return body;
    },
    close: () => api.close(),
  };
}
