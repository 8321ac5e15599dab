import type { Claims } from '@kaoji/domain';
import type { Instant } from './records.js';

/** What a browser keeps while its person is at the provider; worth nothing to anybody else. */
export type ProviderAttempt = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The person was asked to prove anew who they are, whatever session they have there. */
  readonly again: boolean;
};
export type ProvedIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Claims;
  /** When the provider asked who it is; null where it does not say. */
  readonly provedAt: Instant | null;
};

/** An OpenID Connect provider: code flow with PKCE, state and nonce. */
export type IdentityProvider = {
  /** Where to send the browser, and what it keeps meanwhile. Refuses `PROVIDER_UNAVAILABLE`. */
  begin(again: boolean): Promise<{ readonly url: string; readonly attempt: ProviderAttempt }>;
  /**
   * Who came back, from the query of the address they came back to. Refuses `PROVIDER_STATE_WRONG`, `PROVIDER_ISSUER_WRONG`,
   * `PROVIDER_NONCE_WRONG`, `PROVIDER_CODE_REFUSED`, `PROVIDER_DENIED`, `PROVIDER_ANSWER_INVALID` and `PROVIDER_UNAVAILABLE`.
   */
  finish(query: string, attempt: ProviderAttempt): Promise<ProvedIdentity>;
};
