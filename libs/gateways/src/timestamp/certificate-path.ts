import type { Certificate } from './certificate.js';

const MOST_BELOW = 3; // authorities between the signer and a trusted certificate
const SMALLEST_RSA = 2048;

/** `carried` came with the token and is trusted for nothing; `trusted` was configured. */
export type Known = { readonly carried: readonly Certificate[]; readonly trusted: readonly Certificate[] };

/**
 * Whether a certificate leads to a trusted one, each signed by the next, all in force at the instant `at` (epoch
 * milliseconds): that of the timestamp, not today. Whether one was revoked is not asked.
 */
export function leadsToTrusted(certificate: Certificate, known: Known, at: number): boolean {
  return climb(certificate, { known, at, below: 0 });
}

type Step = { readonly known: Known; readonly at: number; readonly below: number };

function climb(certificate: Certificate, step: Step): boolean {
  const { known, at, below } = step;
  if (!inForce(certificate, at) || !hasSoundKey(certificate) || certificate.demandsMore) return false;
  if (known.trusted.some(({ x509 }) => x509.raw.equals(certificate.x509.raw))) return true;
  if (below > MOST_BELOW || !certificate.soundlySigned) return false;
  return [...known.trusted, ...known.carried].some(
    (issuer) =>
      issuer.x509.ca &&
      (issuer.pathLength === null || issuer.pathLength >= below) &&
      certificate.x509.checkIssued(issuer.x509) &&
      certificate.x509.verify(issuer.publicKey) &&
      climb(issuer, { ...step, below: below + 1 }),
  );
}

function inForce({ x509 }: Certificate, at: number): boolean {
  return Date.parse(x509.validFrom) <= at && at <= Date.parse(x509.validTo);
}

function hasSoundKey({ publicKey }: Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKey;
  return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_RSA;
}
