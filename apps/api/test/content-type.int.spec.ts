import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint } from '@kaoji/http-contract';
import { startApi, type Person, type TestApi } from './harness/api.js';

let api: TestApi;
let hr: Person;
beforeAll(async () => {
  api = await startApi();
  hr = await api.as('hr');
});
afterAll(() => api.close());

const every: readonly Endpoint[] = Object.values(endpoints);
const withBody = every
  .filter(({ body, consumes }) => body !== null || !consumes.includes('application/json'))
  .map((endpoint) => ({ route: `${endpoint.method} ${endpoint.path}`, endpoint }));

/** Ways by which a body has slipped past a schema elsewhere (Fastify CVE-2025-32442, CVE-2026-25223 and others). */
const TRICKS = [
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json,text/plain',
  'application/json, application/json',
  'application/jsonx',
  'application/json-patch+json',
  'application/vnd.api+json',
  'application/json/x',
  'application/json;charset=utf-16',
  'application/json;charset=utf-7',
  'application/json; boundary=x',
  'application/json;;',
  'application/json;',
  'application/json; charset="utf-8',
  'Application/JSONP',
  'application /json',
  'application/ json',
  'json',
  '/json',
  'application/',
  '*/*',
  'application/*',
  'application/xml',
  'text/json',
  'text/csv+json',
  'application/octet-stream',
  'application/json\u00a0',
  '"application/json"',
];

describe('a content type that is not exactly the one documented', () => {
  it.each(withBody)('is refused with CONTENT_TYPE_UNSUPPORTED by $route', async ({ endpoint }) => {
    const address = endpoint.path.replace(/:\w+/g, 'none');
    for (const type of TRICKS) {
      const { body } = await hr.send(address, {
        method: endpoint.method,
        raw: '{"role":"admin"}',
        headers: { 'content-type': type },
      });
      expect(`${type}: ${String(body['code'])}`).toBe(`${type}: CONTENT_TYPE_UNSUPPORTED`);
      expect(body['status']).toBe(415);
    }
  });

  it('is refused before anything is read, also without signing in', async () => {
    const { status } = await api.stranger.send('/api/cycles', {
      method: 'POST',
      raw: 'x'.repeat(100_000),
      headers: { 'content-type': 'text/plain' },
    });
    expect(status).toBe(415);
  });
});

describe('a body that is not what it should be', () => {
  it.each([
    { what: 'JSON cut off', raw: '{"username":"hr"', code: 'MALFORMED_REQUEST' },
    { what: 'two documents', raw: '{}{}', code: 'MALFORMED_REQUEST' },
    { what: 'a key that reaches for the prototype', raw: '{"__proto__":{"x":1}}', code: 'MALFORMED_REQUEST' },
    { what: 'a constructor', raw: '{"constructor":{"prototype":{"x":1}}}', code: 'MALFORMED_REQUEST' },
    { what: 'nothing', raw: '', code: 'REQUEST_INVALID' },
    { what: 'a text', raw: '"hr"', code: 'REQUEST_INVALID' },
    { what: 'a list', raw: '[]', code: 'REQUEST_INVALID' },
    { what: 'null', raw: 'null', code: 'REQUEST_INVALID' },
    {
      what: 'an object where a text belongs',
      raw: '{"username":{"$ne":""},"password":"x"}',
      code: 'REQUEST_INVALID',
    },
    { what: 'a field more', raw: '{"username":"hr","password":"x","grants":[]}', code: 'REQUEST_INVALID' },
  ])('is refused with $code: $what', async ({ raw, code }) => {
    const { body } = await api.stranger.send('/api/sessions', {
      method: 'POST',
      raw,
      headers: { 'content-type': 'application/json' },
    });
    expect(body).toMatchObject({ status: 400, code });
  });

  it('is refused with BODY_TOO_LARGE beyond 4 MB', async () => {
    const { body } = await api.stranger.send('/api/sessions', {
      method: 'POST',
      raw: `{"username":"${'x'.repeat(4 * 1024 * 1024)}"}`,
      headers: { 'content-type': 'application/json' },
    });
    expect(body).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('tells which field, and repeats nothing of what it said', async () => {
    const { body, text } = await hr.post('/api/cycles', {
      areaId: '<img src=x onerror=alert(1)>',
      year: 'MMXXVI',
    });
    expect(body).toMatchObject({ code: 'REQUEST_INVALID' });
    expect((body['errors'] as { path: string }[]).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['year', 'units']),
    );
    expect(text).not.toContain('onerror');
    expect(text).not.toContain('MMXXVI');
  });
});

describe('every answer', () => {
  it.each(['/health', '/api/me', '/nowhere', '/', '/api/docs', '/%E0%A4%A', '/api/problems/NOT_FOUND'])(
    '%s carries the headers that keep a browser safe, and a request id',
    async (path) => {
      const { headers } = await api.stranger.get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  it('has a request id of its own making, the same in the body', async () => {
    const { headers, body } = await api.stranger.send('/api/me', {
      headers: { 'x-request-id': 'chosen-by-caller' },
    });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(body['requestId']).toBe(headers.get('x-request-id'));
    expect(headers.get('content-type')).toContain('application/problem+json');
  });

  it('says nothing of the software behind it', async () => {
    const { headers } = await api.stranger.get('/health');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
