import { createHash, verify } from 'node:crypto';
import type { TimestampFault } from '@kaoji/application';
import { digestNamed, signatureNamed, type SignatureKind } from './algorithms.js';
import { readCertificate, type Certificate } from './certificate.js';
import { leadsToTrusted } from './certificate-path.js';
import { fieldsOf, TAGS, type Der } from './der.js';
import { readOid } from './der-values.js';
import { algorithmOf, type SignedData } from './signed-data.js';

const TIMESTAMP_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'; // by SHA-1 (RFC 2634)
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'; // RFC 5035

/**
 * Whether the signed data is a timestamp signed by an authority whose certificate leads to a trusted one; null, or
 * what is wrong. The signer is who the signed attributes say by hash. Throws `DerFault` on attributes of another form.
 */
export function faultOfSignature(
  data: SignedData,
  { trusted, at }: { readonly trusted: readonly Certificate[]; readonly at: number },
): TimestampFault | null {
  const digest = digestNamed(data.digestAlgorithm);
  const kind = signatureNamed(data.signatureAlgorithm);
  if (digest === null || kind === null || (kind.digest ?? digest) !== digest)
    return 'TOKEN_ALGORITHM_UNKNOWN';
  const [type, stated] = [data.attributes.get(CONTENT_TYPE), data.attributes.get(MESSAGE_DIGEST)];
  if (type === undefined || stated?.tag !== TAGS.octetString) return 'TOKEN_SIGNATURE_WRONG';
  const isTimestamp = data.contentType === TIMESTAMP_INFO && readOid(type) === TIMESTAMP_INFO;
  if (!isTimestamp || !createHash(digest).update(data.content).digest().equals(stated.content)) {
    return 'TOKEN_SIGNATURE_WRONG';
  }
  const carried = data.certificates.map(readCertificate).filter((one) => one !== null);
  const signer = [...carried, ...trusted].find(isStatedSigner(data));
  if (signer === undefined) return 'TOKEN_CERTIFICATE_WRONG';
  if (!isSignedBy(signer, data, { kind, digest })) return 'TOKEN_SIGNATURE_WRONG';
  if (!signer.forTimestamps) return 'TOKEN_CERTIFICATE_WRONG';
  return leadsToTrusted(signer, { carried, trusted }, at) ? null : 'TOKEN_AUTHORITY_UNKNOWN';
}

function isSignedBy(
  { publicKey }: Certificate,
  { signedBytes, signature }: SignedData,
  { kind, digest }: { readonly kind: SignatureKind; readonly digest: string },
): boolean {
  if (publicKey.asymmetricKeyType !== kind.keys) return false;
  return verify(kind.keys === 'ed25519' ? null : digest, signedBytes, publicKey, signature);
}

/** Tells the certificate the signer names, by its hash in the first ESSCertID or ESSCertIDv2. */
function isStatedSigner({ attributes }: SignedData): (certificate: Certificate) => boolean {
  const [newer, older] = [attributes.get(SIGNING_CERTIFICATE_V2), attributes.get(SIGNING_CERTIFICATE)];
  const stated = newer ?? older;
  if (stated === undefined) return () => false;
  const { digest, hash } = readCertificateId(stated, newer === undefined ? 'sha1' : 'sha256');
  return ({ x509 }) => digest !== null && createHash(digest).update(x509.raw).digest().equals(hash);
}

function readCertificateId(attribute: Der, usual: string): { digest: string | null; hash: Buffer } {
  const ids = fieldsOf(attribute).next(TAGS.sequence);
  const fields = fieldsOf(fieldsOf(ids).next(TAGS.sequence)); // others name certificates above it
  const algorithm = usual === 'sha1' ? null : fields.maybe(TAGS.sequence);
  const digest = algorithm === null ? usual : digestNamed(algorithmOf(algorithm));
  return { digest, hash: fields.next(TAGS.octetString).content };
}
