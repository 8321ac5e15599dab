import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../harness/api.js';
import { consoleFolder } from '../harness/console.js';

const FROM_CONSOLE = (script: string): string =>
  fileURLToPath(new URL(`../../../console/build/${script}`, import.meta.url));
const run = (script: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, [FROM_CONSOLE(script), ...args], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', NODE_OPTIONS: '' },
  });

let folder: string;
let api: TestApi;
beforeAll(async () => {
  folder = consoleFolder();
  api = await startApi({ consoleFolder: folder });
});
afterAll(() => api.close());

const open = (path: string, headers: Record<string, string> = {}) =>
  api.stranger.send(path, { headers: { accept: 'text/html,*/*', ...headers } });
const scriptOf = async (): Promise<string> =>
  /<script[^>]* src="([^"]+)"/.exec((await open('/')).text)?.[1] ?? '(none)';

describe('the console', () => {
  it('is the page at / and at every address of a screen', async () => {
    const page = await open('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const path of ['/inbox?kind=list', '/lists/c/u', '/no/such/screen']) {
      expect((await open(path)).text).toBe(page.text);
    }
  });

  it('runs scripts of this service only, none of them within the page, and is never framed or kept', async () => {
    const { headers, text } = await open('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text.match(/<script(?![^>]* src=)/g)).toBeNull();
    for (const address of text.matchAll(/(?:src|href)="([^"]+)"/g)) expect(address[1]).toMatch(/^\/assets\//);
  });

  it('keeps its files in browsers for ever, and sends them compressed', async () => {
    for (const encoding of ['br', 'gzip']) {
      const script = await open(await scriptOf(), { 'accept-encoding': encoding });
      expect(script.status).toBe(200);
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(script.headers.get('content-encoding')).toBe(encoding);
      expect(script.headers.get('content-type')).toContain('javascript');
    }
  });

  it('leaves what is not a screen to be not found, and keeps nothing of that', async () => {
    for (const path of ['/api/nothing', '/assets/nothing.js', '/assets/..%2fmanifest.json', '/apis']) {
      const headers: Record<string, string> = path === '/apis' ? { accept: 'application/json' } : {};
      const { status, headers: said, body } = await open(path, headers);
      expect([path, status, body['code']]).toEqual([path, 404, 'NOT_FOUND']);
      expect(said.get('cache-control')).toBe('no-store');
    }
  });

  it('shows sign-in and home after less than 400 kB of compressed JavaScript', () => {
    const bytes = Number(run('first-load.mjs', folder));
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(400_000);
  });

  it('knows the routes as the OpenAPI document has them now; else: npm run api-types', () => {
    expect(() => run('api-types.mjs', '--check')).not.toThrow();
  });
});
