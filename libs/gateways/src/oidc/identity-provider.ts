import type { IdentityProvider, ProviderAttempt } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import type { Configuration } from 'openid-client';
import { providerRefusal } from './provider-faults.js';

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a client without a secret, by PKCE alone. */
  readonly clientSecret: string | null;
  /** The screen of the console people come back to. */
  readonly redirectUri: string;
  readonly scope: string;
};

const TIMEOUT_SECONDS = 10;
const HERE = ['127.0.0.1', '[::1]', 'localhost'];
/** A state begins with it where somebody already signed in proves anew who they are. */
const AGAIN = 'again.';

/**
 * Signs people in at an OpenID Connect provider, found by its discovery document when first needed, and asked again as long as it
 * does not answer. Without TLS only on this machine.
 */
export function createIdentityProvider(settings: OidcSettings): IdentityProvider {
  let found: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    found ??= discover(settings).catch((fault: unknown) => {
      found = null;
      throw providerRefusal(fault);
    });
    return found;
  };
  return {
    begin: async (again) => {
      const client = await import('openid-client');
      const config = await configuration();
      const state = `${again ? AGAIN : ''}${client.randomState()}`;
      const attempt = {
        state,
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        again,
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: settings.scope,
        state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        ...(again ? { prompt: 'login', max_age: '0' } : {}),
      });
      return { url: url.href, attempt };
    },
    finish: async (query, attempt) => {
      const answer = new URLSearchParams(query);
      refuseForeign(answer, attempt, settings.issuer);
      const config = await configuration();
      return exchange(config, answer, attempt, settings).catch((fault: unknown) => {
        throw providerRefusal(fault);
      });
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const client = await import('openid-client');
  const url = new URL(issuer);
  return client.discovery(
    url,
    clientId,
    undefined,
    clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      execute: HERE.includes(url.hostname) ? [client.allowInsecureRequests] : [],
    },
  );
}

/** Looked at before anything is asked of anybody: an answer to a question this browser did not put, or by another provider. */
function refuseForeign(answer: URLSearchParams, attempt: ProviderAttempt, issuer: string): void {
  if (answer.get('state') !== attempt.state) {
    throw new Refusal(
      'PROVIDER_STATE_WRONG',
      'This answer belongs to no sign-in begun in this browser. Begin again.',
    );
  }
  const from = answer.get('iss');
  if (from === null || from === issuer) return;
  throw new Refusal('PROVIDER_ISSUER_WRONG', 'Another provider answered than the one that was asked.');
}

async function exchange(
  config: Configuration,
  answer: URLSearchParams,
  { state, nonce, verifier, again }: ProviderAttempt,
  { redirectUri }: OidcSettings,
) {
  const client = await import('openid-client');
  const cameBack = new URL(redirectUri);
  cameBack.search = answer.toString();
  const tokens = await client.authorizationCodeGrant(config, cameBack, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
    ...(again ? { maxAge: 60 } : {}),
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Refusal('PROVIDER_ANSWER_INVALID', 'The provider gave no ID token.');
  const about =
    config.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await client.fetchUserInfo(config, tokens.access_token, claims.sub);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    claims: { ...about, ...claims },
    provedAt: typeof claims.auth_time === 'number' ? claims.auth_time * 1000 : null,
  };
}
