import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cycleKeyOf } from '@kaoji/application/staff';
import { PROBLEMS, PROBLEM_CODES, endpoints, type Endpoint, type ProblemCode } from '@kaoji/http-contract';
import { MESSAGE_REFUSALS, cycleKey } from '@kaoji/temporal-contract';
import { startApi, type TestApi } from './harness/api.js';

const PAGES = new URL('../../../docs/problems/', import.meta.url);
const TESTS = new URL('./', import.meta.url);
const pageOf = (code: ProblemCode): string => readFileSync(new URL(`${code}.md`, PAGES), 'utf8');

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('problem codes', () => {
  it('have a page each, and no page is left of a code that went', () => {
    const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual([...PROBLEM_CODES].sort());
  });

  it.each(PROBLEM_CODES)('%s is explained in Chinese first, then in English, with what to do', (code) => {
    const page = pageOf(code);
    const { status, title } = PROBLEMS[code];
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    expect(page).toContain(`\`${status}\``);
    expect(page.indexOf(title.zh)).toBeGreaterThan(0);
    expect(page.indexOf(title.en)).toBeGreaterThan(page.indexOf(title.zh));
    expect(page).toMatch(/怎么办：.+[\s\S]*What to do: .+/);
  });

  it.each(PROBLEM_CODES)('%s is shown where its problem documents point to', async (code) => {
    const { status, headers, text } = await api.stranger.get(`/api/problems/${code}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain(`<h1>${code}</h1>`);
  });

  it('that nobody knows have no page, and lead to no file', async () => {
    for (const path of ['NOPE', '..%2f..%2fREADME', '__proto__', 'constructor', '%00']) {
      expect((await api.stranger.get(`/api/problems/${path}`)).body).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('cover every refusal of a workflow', () => {
    for (const code of [
      ...MESSAGE_REFUSALS,
      'WORKFLOW_CLOSED',
      'TEMPORAL_UNAVAILABLE',
      'DATABASE_UNAVAILABLE',
    ]) {
      expect(PROBLEM_CODES).toContain(code);
    }
  });

  it('are each given by a route or by every route, and named by a test over HTTP', () => {
    const every: readonly Endpoint[] = Object.values(endpoints);
    const ofRoutes = every.flatMap(({ refusals }) => refusals);
    const tests = readdirSync(TESTS)
      .filter((name) => name.endsWith('.int.spec.ts') && !name.startsWith('problems.'))
      .map((name) => readFileSync(new URL(name, TESTS), 'utf8'))
      .join('\n');
    const unnamed = PROBLEM_CODES.filter((code) => !new RegExp(`\\b${code}\\b`).test(tests));
    expect(unnamed).toEqual([]);
    const general: readonly ProblemCode[] = [
      'MALFORMED_REQUEST',
      'REQUEST_INVALID',
      'IDEMPOTENCY_KEY_MISSING',
      'IDEMPOTENCY_KEY_REUSED',
      'NOT_SIGNED_IN',
      'CSRF_TOKEN_WRONG',
      'CONTENT_TYPE_UNSUPPORTED',
      'BODY_TOO_LARGE',
      'INTERNAL',
      'DATABASE_UNAVAILABLE',
      'TEMPORAL_UNAVAILABLE',
    ];
    expect(PROBLEM_CODES.filter((code) => !ofRoutes.includes(code) && !general.includes(code))).toEqual([]);
  });
});

describe('the key of a cycle', () => {
  it('is the same text for the people and for the workflows', () => {
    for (const run of ['live', 'rehearsal-3']) {
      expect(cycleKeyOf({ year: 2026, areaId: 'a', run })).toBe(cycleKey(2026, 'a', run));
    }
  });
});
