import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClosedRuns } from '@kaoji/application';
import { rolesWith, type Permission } from '@kaoji/application/staff';
import { PROBLEMS, endpoints, type Endpoint } from '@kaoji/http-contract';
import { PERMISSION_KEY, type RoutePermission } from '../src/access/permission.decorator.js';
import { CONTROLLERS } from '../src/api.module.js';
import { ENDPOINT_KEY } from '../src/endpoint.decorator.js';
import { NOBODY, startApi, type TestApi } from './harness/api.js';
import { AREA, GRANTS, type Name } from './harness/places.js';

type Route = {
  readonly handler: string;
  readonly endpoint: Endpoint | undefined;
  readonly permission: RoutePermission | undefined;
};

/** Every public method of every controller: each is a route, or should not be there. */
const ROUTES: readonly Route[] = CONTROLLERS.flatMap((controller) =>
  Object.getOwnPropertyNames(controller.prototype)
    .filter((name) => name !== 'constructor')
    .map((name): Route => {
      const method: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
      return {
        handler: `${controller.name}.${name}`,
        endpoint: Reflect.getMetadata(ENDPOINT_KEY, method as object) as Endpoint | undefined,
        permission: Reflect.getMetadata(PERMISSION_KEY, method as object) as RoutePermission | undefined,
      };
    }),
);
const CONTRACT: readonly Endpoint[] = Object.values(endpoints);
const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** The one route that only tells what Temporal lists. */
const NOTHING_CLOSED: ClosedRuns = {
  page: () => Promise.resolve({ runs: [], next: null }),
  history: () => Promise.resolve(null),
  serverVersion: () => Promise.resolve(''),
  retentionMs: () => Promise.resolve(0),
};

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ temporal: NOBODY, closedRuns: NOTHING_CLOSED });
});
afterAll(() => api.close());

describe('every route', () => {
  it.each(ROUTES)('$handler says who may enter it', ({ permission }) => {
    expect(permission).toEqual(expect.any(String));
  });

  it.each(ROUTES)('$handler is a route of the contract', ({ endpoint }) => {
    expect(CONTRACT).toContain(endpoint);
  });

  it('of the contract is served, by one handler', () => {
    const served = ROUTES.map(({ endpoint }) => (endpoint === undefined ? '' : nameOf(endpoint)));
    expect([...served].sort()).toEqual(CONTRACT.map(nameOf).sort());
  });

  it('that Fastify knows is one of the contract, or documentation', () => {
    const listed = api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const methods = listed.match(/\((?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|, )+\)/g)?.join(' ') ?? '';
    expect(methods).not.toMatch(/PATCH|OPTIONS/);
    expect(methods.match(/POST|PUT|DELETE/g)).toHaveLength(
      CONTRACT.filter(({ method }) => method !== 'GET').length,
    );
  });
});

describe('roles and routes', () => {
  const guarded = ROUTES.flatMap(({ endpoint, permission }) =>
    endpoint === undefined || permission === undefined || permission === 'public'
      ? []
      : [{ route: nameOf(endpoint), endpoint, permission }],
  );
  const names = Object.keys(GRANTS) as Name[];

  /** A request to something that does not exist: past the door it is refused for another reason. */
  async function knock(name: Name | null, { method, path, consumes }: Endpoint) {
    const person = name === null ? api.stranger : await api.as(name);
    const address = path.replace(':areaId', AREA).replace(/:\w+/g, 'no-such-thing');
    const unsafe = method !== 'GET' && method !== 'DELETE';
    // Without the rulebook it needs, a question about a plan is no question yet.
    const query = /\/plan-\w+$/.test(path) ? `?rulebook=sha256:${'0'.repeat(64)}` : '';
    return person.send<{ code?: string }>(address + query, {
      method,
      ...(unsafe ? { raw: '{}', headers: { 'content-type': consumes[0] ?? '' } } : {}),
    });
  }

  it.each(guarded)('$route lets nobody in without signing in', async ({ endpoint }) => {
    expect((await knock(null, endpoint)).body).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  // Signing out ends the session the other rows go on with.
  const shared = guarded.filter(({ endpoint }) => endpoint.method !== 'DELETE');
  it.each(shared)('$route is closed to every role without $permission', async ({ endpoint, permission }) => {
    for (const name of names) {
      const { status, body } = await knock(name, endpoint);
      const allowed = permission === 'self' || mayEnter(name, permission);
      const outcome = status === 403 && body.code === 'FORBIDDEN' ? 'forbidden' : 'entered';
      const place = endpoint.path.includes(':areaId') && name === 'elsewhere'; // another area's officer
      expect(`${name}: ${outcome}`).toBe(`${name}: ${allowed && !place ? 'entered' : 'forbidden'}`);
      expect(status).toBeLessThan(500);
    }
  });

  function mayEnter(name: Name, permission: Permission): boolean {
    return GRANTS[name].some(({ role }) => rolesWith(permission).includes(role));
  }
});

describe('GET /api/openapi.json', () => {
  type Media = { readonly schema?: Record<string, unknown> };
  type Operation = {
    readonly summary?: string;
    readonly tags?: readonly string[];
    readonly parameters?: readonly { readonly name: string; readonly in: string }[];
    readonly requestBody?: { readonly content: Record<string, Media> };
    readonly responses: Record<
      string,
      { readonly description: string; readonly content?: Record<string, Media> }
    >;
  };
  type Document = {
    readonly openapi: string;
    readonly paths: Record<string, Record<string, Operation>>;
    readonly components: { readonly schemas: Record<string, unknown> };
  };
  let document: Document;
  beforeAll(async () => {
    document = (await api.stranger.get<Document>('/api/openapi.json')).body;
  });
  const operationOf = ({ method, path }: Endpoint): Operation | undefined =>
    document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const rows = CONTRACT.map((endpoint) => ({ route: nameOf(endpoint), endpoint }));

  it('names no route the contract does not have', () => {
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(documented.sort()).toEqual(CONTRACT.map(nameOf).sort());
  });

  it.each(rows)('documents $route: texts, parameters, body, answer and refusals', ({ endpoint }) => {
    const operation = operationOf(endpoint);
    expect(operation?.summary).toBe(`${endpoint.summary.zh} ${endpoint.summary.en}`);
    expect(operation?.tags).toEqual([endpoint.tag]);
    const parameters = (operation?.parameters ?? []).map(({ name }) => name);
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    expect(parameters).toEqual(expect.arrayContaining(inPath));
    if (endpoint.query !== null) expect(parameters.length).toBeGreaterThan(inPath.length);
    expect(parameters.includes('idempotency-key')).toBe(endpoint.keyed);
    if (endpoint.body !== null || !endpoint.consumes.includes('application/json')) {
      const content = operation?.requestBody?.content ?? {};
      expect(Object.keys(content).sort()).toEqual([...endpoint.consumes].sort());
      for (const media of Object.values(content)) expect(media.schema).toBeDefined();
    }
    const answer = operation?.responses[String(endpoint.status)];
    expect(answer).toBeDefined();
    if (endpoint.answer !== null) {
      expect(answer?.content?.['application/json']?.schema).toBeDefined();
    }
    for (const code of endpoint.refusals) {
      expect(operation?.responses[String(PROBLEMS[code].status)]?.description).toContain(code);
    }
  });

  it('refers to nothing that it does not hold', () => {
    const references = JSON.stringify(document).match(/#\/components\/schemas\/[^"]+/g) ?? [];
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      expect(Object.keys(document.components.schemas)).toContain(reference.split('/').at(-1));
    }
  });
});

describe('GET /api/docs', () => {
  it('loads nothing from elsewhere', async () => {
    const page = await api.stranger.get('/api/docs');
    expect(page.status).toBe(200);
    const addresses = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      expect(address).toMatch(/^\/api\/docs\//);
      expect((await api.stranger.get(address)).status).toBe(200);
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives out four files and no other', async () => {
    for (const path of ['package.json', '../package.json', '..%2fpackage.json', 'swagger-ui.js', '']) {
      expect((await api.stranger.get(`/api/docs/assets/${path}`)).status).toBe(404);
    }
  });
});

describe('routes with an Idempotency-Key', () => {
  const keyed = CONTRACT.filter((endpoint) => endpoint.keyed).map((endpoint) => ({
    route: nameOf(endpoint),
    endpoint,
  }));
  const OWNER: Readonly<Record<string, Name>> = {
    'mark.give': 'panel',
    'own.appraisal': 'worker',
    'consequence.confirm': 'superior',
    'grade.later': 'supervisor',
    'contest.decide_again': 'superior',
    'panel.answer': 'superior',
    'panel.recuse': 'panel',
  };

  it.each(keyed)(
    '$route refuses IDEMPOTENCY_KEY_MISSING without one, or with one that is no key',
    async ({ endpoint }) => {
      const permission = ROUTES.find((route) => route.endpoint === endpoint)?.permission ?? '';
      const person = await api.as(OWNER[permission] ?? 'hr');
      for (const key of ['', 'with space', 'x'.repeat(65), '键']) {
        const encoded = /^[\x20-\x7e]*$/.test(key) ? key : encodeURIComponent(key);
        const refused = await person.send(endpoint.path.replace(/:\w+/g, 'none'), {
          method: endpoint.method,
          json: SAMPLE[nameOf(endpoint)] ?? {},
          headers: { 'idempotency-key': encoded },
        });
        expect(refused.body).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
      }
    },
  );
});

/** Bodies that pass their schema, so that the key is what is missing. */
const SAMPLE: Readonly<Record<string, unknown>> = {
  'POST /api/cycles': {
    areaId: AREA,
    year: 2026,
    rulebookHash: 'sha256:00000000',
    clock: { kind: 'calendar' },
    drawSeed: 's',
    units: [{ unitId: 'u' }],
  },
  'POST /api/cycles/:cycleId/appraisees': {
    personRef: 'p',
    unit: 'u',
    community: 'c',
    posts: ['x'],
    category: 'y',
  },
  'POST /api/marks': { marks: [{ appraisalId: 'a', part: 'p', value: '1', version: 1 }] },
  'POST /api/surveys/:campaignId/links': { count: 1, stratum: 'ordinary' },
  'POST /api/surveys/:campaignId/invitations': { channel: 'sms' },
  'POST /api/surveys/:campaignId/slips': { count: 1, stratum: 'ordinary' },
  'POST /api/surveys/:campaignId/assisted-links': { stratum: 'ordinary' },
  'POST /api/surveys/:campaignId/links/reissue': { ref: 'r' },
  'POST /api/cycles/:cycleId/box-holders': { passphrase: 'x' },
  'POST /api/surveys/:campaignId/count/confirm': { countHash: 'sha256:00000000' },
  'POST /api/surveys/:campaignId/panel': { reason: 'x' },
  'POST /api/cycles/:cycleId/units/:unitId/acts': { round: 1, listHash: 'h', step: 's', verb: 'approve' },
  'POST /api/acts': {
    verb: 'read',
    lists: [{ cycleId: 'c', unitId: 'u', round: 1, listHash: 'h', step: 's' }],
  },
  'POST /api/appraisals/:appraisalId/recusal-requests': { against: 'a', reason: 'x' },
  'POST /api/deputies': { deputy: 'a', fromAt: 0, untilAt: 1 },
  'POST /api/cycles/:cycleId/units/:unitId/resubmit': { round: 1 },
  'POST /api/appraisals/:appraisalId/signature': { signed: true },
  'POST /api/appraisals/:appraisalId/contests': { grounds: 'x' },
  'POST /api/appraisals/:appraisalId/later-grade': { caseOutcome: 'none' },
  'POST /api/appraisals/:appraisalId/departure': { leftOn: '2026-01-01' },
};
