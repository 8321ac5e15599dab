import { Refusal } from '@kaoji/domain';

type Fault = {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly error?: unknown;
  readonly cause?: unknown;
  readonly claim?: unknown;
};

/** What went wrong with a provider, as a refusal; a refusal stays what it is. Nothing of what was sent is repeated. */
export function providerRefusal(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  const chain = chainOf(fault);
  const claim = chain.find((link) => typeof link.claim === 'string')?.claim;
  const isComparison = chain.some(({ code }) => code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED');
  if (isComparison && claim === 'nonce') {
    return new Refusal(
      'PROVIDER_NONCE_WRONG',
      'The identity that came back was given for another sign-in. Begin again.',
    );
  }
  if (isComparison && claim === 'iss') {
    return new Refusal('PROVIDER_ISSUER_WRONG', 'Another provider answered than the one that was asked.');
  }
  const codes = chain.map(({ code }) => code);
  if (codes.includes('OAUTH_AUTHORIZATION_RESPONSE_ERROR')) {
    return new Refusal(
      'PROVIDER_DENIED',
      'The provider did not let this sign-in pass. Begin again, or ask who runs it.',
    );
  }
  if (codes.includes('OAUTH_RESPONSE_BODY_ERROR') && chain.some(({ error }) => error === 'invalid_grant')) {
    return new Refusal('PROVIDER_CODE_REFUSED', 'This answer was used before, or is too old. Begin again.');
  }
  if (codes.some((code) => typeof code === 'string' && code.startsWith('OAUTH_') && !AWAY.has(code))) {
    return new Refusal(
      'PROVIDER_ANSWER_INVALID',
      'The provider answered in a way that proves nothing. Begin again.',
    );
  }
  return new Refusal(
    'PROVIDER_UNAVAILABLE',
    'The provider does not answer. Try again, or sign in with a password.',
  );
}

/** Codes of a provider that is away, or answers with the page of something in front of it. */
const AWAY: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

function chainOf(fault: unknown): readonly Fault[] {
  const chain: Fault[] = [];
  let link: unknown = fault;
  while (typeof link === 'object' && link !== null && chain.length < 6) {
    chain.push(link as Fault);
    link = (link as Fault).cause;
  }
  return chain;
}
