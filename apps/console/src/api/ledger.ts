import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';

/** Somebody's entitlement ledger, and where it stands on a day; today, where none is named. */
export const ledgerQuery = (personRef: string, at?: string) =>
  queryOptions({
    queryKey: ['ledger', personRef, at ?? 'today'],
    queryFn: () =>
      answerOf(
        api.GET('/api/people/{personRef}/ledger', {
          params: { path: { personRef }, query: asked({ at }) },
        }),
      ),
  });
export type Ledger = Awaited<ReturnType<NonNullable<ReturnType<typeof ledgerQuery>['queryFn']>>>;

/** Every export for payroll of an area. */
export const payrollExportsQuery = (areaId: string) =>
  queryOptions({
    queryKey: ['payroll', areaId],
    queryFn: () => answerOf(api.GET('/api/areas/{areaId}/payroll-exports', { params: { path: { areaId } } })),
  });

/** The areas of my roles. */
export const areasQuery = queryOptions({
  queryKey: ['areas'],
  queryFn: () => answerOf(api.GET('/api/areas')),
});

export type PayrollPeriod = { readonly areaId: string; readonly from: string; readonly to: string };
/** The file for payroll; each asking is kept on record. Refuses `PERIOD_INVALID`. */
export async function exportPayroll(format: 'csv' | 'xlsx', body: PayrollPeriod): Promise<Blob> {
  const asked =
    format === 'csv'
      ? api.POST('/api/payroll-exports/csv', { body, parseAs: 'blob' })
      : api.POST('/api/payroll-exports/xlsx', { body, parseAs: 'blob' });
  return (await asked).data as unknown as Blob;
}

/** Destroys the key of a person. Refuses `ERASURE_NOT_CONFIRMED`, `ERASURE_TOO_EARLY`, `PERSON_KEY_GONE`. */
export const erasePerson = (personRef: string, body: { readonly name: string; readonly clause: string }) =>
  answerOf(api.POST('/api/people/{personRef}/erasure', { params: { path: { personRef } }, body }));
