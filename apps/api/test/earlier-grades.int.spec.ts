import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Answer, type Person, type TestApi } from './harness/api.js';
import { AREA, COMMUNITY, UNIT, accountId } from './harness/places.js';
import { adoptNational, draftCycle, ROSTER_HEADER, rosteredCycle, setStage } from './harness/year.js';

let api: TestApi;
let hr: Person;
beforeAll(async () => {
  api = await startApi();
  hr = await api.as('hr');
  // Everybody of 2026 was found incompetent here.
  const { cycleId } = await rosteredCycle(api, { clock: { kind: 'calendar' } });
  const appraisals = { status: 'recorded', finalStatus: 'graded', finalGrade: 'incompetent' } as const;
  await setStage(api, cycleId, { appraisals });
});
afterAll(() => api.close());

type Refused = { status: number; code: string; errors?: { path: string; code: string }[] };
const codeOf = ({ body }: Answer<unknown>): string => {
  const { status, code } = body as Refused;
  return `${status} ${code}`;
};

async function importGrades(...rows: readonly string[]): Promise<Answer<Refused & { imported?: number }>> {
  const query = new URLSearchParams({ area: AREA, rulebook: await adoptNational(hr) });
  const header = 'personRef,year,result,reference,provenOn,corrects';
  return hr.upload(`/api/earlier-grades?${query.toString()}`, 'text/csv', [header, ...rows].join('\n'));
}

describe('results of earlier years', () => {
  it('are imported once, each with its document', async () => {
    const row = 'person-2,2024,合格,演示通报2号,2025-01-20,';
    expect((await importGrades(row)).body).toEqual({ imported: 1 });
    expect((await importGrades(row)).body).toEqual({ imported: 0 });
  });

  it.each([
    ['another document that says otherwise', 'person-2,2024,优秀,演示通报3号,,', 'EARLIER_DISAGREES'],
    ['what was recorded here', 'person-1,2026,competent,演示通报3号,,', 'EARLIER_DISAGREES'],
    ['a result of no rulebook', 'person-2,2023,fine,演示通报1号,,', 'EARLIER_RESULT_UNKNOWN'],
    ['no document', 'person-2,2023,合格,,,', 'CELL_EMPTY'],
    ['nobody', 'person-9,2023,合格,演示通报1号,,', 'PERSON_UNKNOWN'],
    ['a document of tomorrow', 'person-2,2023,合格,演示通报1号,2099-01-01,', 'DATE_INVALID'],
  ])('with %s are refused, and nothing is imported', async (_what, row, code) => {
    const refused = await importGrades('person-2,2022,合格,演示通报0号,,', row);
    expect(codeOf(refused)).toBe('422 GRADES_INVALID');
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ code, path: expect.stringMatching(/^3\./) }),
    ]);
    const known = await api.database.transactions.read(({ documents }) => documents.importedOf(['person-2']));
    expect(known.map(({ year }) => year)).toEqual([2024]);
  });

  it('are corrected by a row that names the document it corrects; both stay', async () => {
    expect((await importGrades('person-2,2024,优秀,演示更正1号,,演示通报2号')).body).toEqual({ imported: 1 });
    const [known] = await api.database.transactions.read(({ documents }) =>
      documents.importedOf(['person-2']),
    );
    expect(known).toMatchObject({ result: 'excellent', version: 2, importedBy: accountId('hr') });
  });

  it('fill in the roster of the next year, and where they disagree with a row nothing is chosen', async () => {
    const next = await draftCycle(hr, { year: 2027 });
    const rowOf = (earlier: string): string =>
      `person-1,,,${UNIT},${COMMUNITY},grid_worker,contract,${earlier}`;
    const roster = (earlier: string) =>
      hr.upload<Refused>(
        `/api/cycles/${next}/roster`,
        'text/csv',
        [ROSTER_HEADER, rowOf(earlier)].join('\n'),
      );
    const refused = await roster('2026=competent');
    expect(codeOf(refused)).toBe('422 ROSTER_INVALID');
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ path: '2.earlier', code: 'EARLIER_DISAGREES' }),
    ]);
    expect((await roster('2025=competent')).status).toBe(200);
    const rows = await api.database.transactions.read(({ appraisals }) => appraisals.ofPerson('person-1'));
    expect(rows.find((row) => row.cycleId === next)?.earlier).toEqual([
      { year: 2025, result: 'competent' },
      { year: 2026, result: 'incompetent' },
    ]);
  });
});
