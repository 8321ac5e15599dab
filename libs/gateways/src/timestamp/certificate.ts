import { X509Certificate, type KeyObject } from 'node:crypto';
import { signatureNamed } from './algorithms.js';
import { context, DerFault, fieldsOf, readAll, readDer, TAGS, type Der } from './der.js';
import { readBoolean, readOid, readSmall } from './der-values.js';
import { algorithmOf } from './signed-data.js';

/** A certificate with what Node does not tell of it. */
export type Certificate = {
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  /** Its own signature is of a kind that is taken. */
  readonly soundlySigned: boolean;
  /** It may sign timestamps and nothing else, and says so critically (RFC 3161 section 2.3). */
  readonly forTimestamps: boolean;
  /** Certificates of authorities that may follow below it; null: any number. */
  readonly pathLength: number | null;
  /** It demands something critically that is not checked here. */
  readonly demandsMore: boolean;
};

type Extension = { readonly critical: boolean; readonly value: Buffer };

const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const POLICIES = '2.5.29.32';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const UNDERSTOOD: readonly string[] = [KEY_USAGE, BASIC_CONSTRAINTS, POLICIES, EXTENDED_KEY_USAGE];
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** Null for bytes that are no certificate Node and we can read. */
export function readCertificate(bytes: Uint8Array): Certificate | null {
  try {
    const x509 = new X509Certificate(bytes);
    const fields = fieldsOf(readDer(x509.raw));
    const extensions = extensionsIn(fields.next(TAGS.sequence));
    const soundlySigned = signatureNamed(algorithmOf(fields.next(TAGS.sequence))) !== null;
    const usage = extensions.get(EXTENDED_KEY_USAGE);
    const constraints = extensions.get(BASIC_CONSTRAINTS);
    return {
      x509,
      publicKey: x509.publicKey, // throws for a key of no known kind
      soundlySigned,
      forTimestamps: usage?.critical === true && isOnlyForTimestamps(usage.value),
      pathLength: constraints === undefined ? null : pathLengthIn(constraints.value),
      demandsMore: [...extensions].some(([oid, { critical }]) => critical && !UNDERSTOOD.includes(oid)),
    };
  } catch {
    return null;
  }
}

/** All certificates in a PEM text. Throws RangeError when there is none or one cannot be read: it is configuration. */
export function readPem(text: string): readonly Certificate[] {
  const found = (text.match(PEM) ?? []).map((pem) => readCertificate(Buffer.from(pem, 'latin1')));
  const certificates = found.filter((one) => one !== null);
  if (certificates.length === 0 || certificates.length < found.length) {
    throw new RangeError('timestamp: certificates of authorities are PEM');
  }
  return certificates;
}

function extensionsIn(toBeSigned: Der): ReadonlyMap<string, Extension> {
  const last = readAll(toBeSigned.content).at(-1);
  const extensions = new Map<string, Extension>();
  if (last?.tag !== context(3)) return extensions;
  for (const extension of readAll(readDer(last.content).content)) {
    const fields = fieldsOf(extension);
    const oid = readOid(fields.next(TAGS.oid));
    const critical = fields.maybe(TAGS.boolean);
    const value = fields.next(TAGS.octetString).content;
    if (extensions.has(oid)) throw new DerFault('an extension twice');
    extensions.set(oid, { critical: critical !== null && readBoolean(critical), value });
  }
  return extensions;
}

function isOnlyForTimestamps(value: Buffer): boolean {
  const [only, ...more] = readAll(readDer(value).content);
  return only !== undefined && more.length === 0 && readOid(only) === TIME_STAMPING;
}

function pathLengthIn(value: Buffer): number | null {
  const fields = fieldsOf(readDer(value));
  fields.maybe(TAGS.boolean);
  const length = fields.maybe(TAGS.integer);
  return length === null ? null : readSmall(length);
}
