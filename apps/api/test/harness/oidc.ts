import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { parseClaimMapping, type ClaimMapping } from '@kaoji/domain';
import { createIdentityProvider } from '@kaoji/gateways';
import type { Provider } from '../../src/api-deps.js';
import { AREA, UNIT } from './places.js';

const CLIENT = { id: 'kaoji', secret: 'demo-client-secret' };

/** What people of the provider are; tests change it between two sign-ins. */
export type People = Map<string, Record<string, unknown>>;

/** A real OpenID Connect provider in this process, with its own sign-in pages, and Kaoji's way to it. */
export type Oidc = {
  readonly people: People;
  readonly issuer: string;
  provider(accounts?: ClaimMapping['accounts']): Provider;
  /** Signs in there as this person; gives the query of the address one is sent back to. */
  visit(url: string, subject: string): Promise<string>;
  close(): Promise<void>;
};

export const mapping = (accounts: ClaimMapping['accounts'] = 'create'): ClaimMapping =>
  parseClaimMapping(`
format: kaoji-claims/1
name: { zh: 演示统一认证, en: Demo single sign-on }
accounts: ${accounts}
username: preferred_username
person: employee
rules:
  - { claim: groups, is: kaoji-hr, role: hr_officer, area: ${AREA} }
  - { claim: groups, is: kaoji-lead, role: supervisor, area: { claim: area }, unit: { claim: unit } }
`);
export const LEAD = { groups: ['kaoji-lead'], area: AREA, unit: UNIT };

export async function startOidc(redirectUri: string): Promise<Oidc> {
  const people: People = new Map();
  // Loud about being used in a test: in memory, with sign-in pages of its own.
  const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { Provider: OidcProvider } = await import('oidc-provider');
  let answer: ReturnType<InstanceType<typeof OidcProvider>['callback']> | null = null;
  const server: Server = createServer((request, response) => void answer?.(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const oidc: InstanceType<typeof OidcProvider> = new OidcProvider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username', 'employee', 'groups', 'area', 'unit'] },
    cookies: { keys: ['demo-cookie-key'] },
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'demo' }],
    } as never,
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 300,
      IdToken: 300,
      Interaction: 300,
      Session: 300,
    },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, subject) => {
      const known = people.get(subject);
      return known === undefined
        ? undefined
        : { accountId: subject, claims: () => Promise.resolve({ sub: subject, ...known }) };
    },
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const grant = new oidc.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  answer = oidc.callback();
  warnings.mockRestore();
  return {
    people,
    issuer,
    provider: (accounts) => ({
      mapping: mapping(accounts),
      port: createIdentityProvider({
        ...{ issuer, redirectUri, clientId: CLIENT.id, clientSecret: CLIENT.secret },
        scope: 'openid profile',
      }),
    }),
    visit: (url, subject) => visit(url, subject, redirectUri),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A browser at the provider: keeps its cookies, follows where it is sent, and fills in the sign-in form. */
async function visit(url: string, subject: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = url;
  let form: URLSearchParams | null = null;
  for (let steps = 0; steps < 12; steps += 1) {
    const response = await fetch(at, {
      method: form === null ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/);
      jar.set(name, value);
    }
    const to = response.headers.get('location');
    form = null;
    if (to === null) form = new URLSearchParams({ prompt: 'login', login: subject, password: 'demo' });
    else at = new URL(to, at).href;
    if (at.startsWith(redirectUri)) return new URL(at).search.slice(1);
  }
  throw new Error('the provider sends nobody back');
}
