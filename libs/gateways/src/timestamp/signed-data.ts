import { context, DerFault, fieldsOf, readAll, readDer, TAGS, type Der } from './der.js';
import { readOid, readSmall } from './der-values.js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MOST_CERTIFICATES = 8;

/** A CMS SignedData with one signer (RFC 5652), as far as a timestamp needs it. Nothing in it is verified yet. */
export type SignedData = {
  readonly contentType: string;
  readonly content: Buffer;
  /** DER of the certificates it carries. */
  readonly certificates: readonly Buffer[];
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Buffer;
  /** What the signature covers: the signed attributes as a SET. */
  readonly signedBytes: Buffer;
  /** Each signed attribute's only value, by its type. */
  readonly attributes: ReadonlyMap<string, Der>;
};

/** Throws `DerFault` on whatever is no SignedData with one signer and signed attributes. */
export function readSignedData(bytes: Uint8Array): SignedData {
  const info = fieldsOf(readDer(bytes));
  if (readOid(info.next(TAGS.oid)) !== SIGNED_DATA) throw new DerFault('no signed data');
  const signedData = fieldsOf(readDer(info.next(context(0)).content));
  info.end();
  readSmall(signedData.next(TAGS.integer)); // the version follows from what is inside
  signedData.next(TAGS.set); // the digests in use: the signer names its own
  const encapsulated = fieldsOf(signedData.next(TAGS.sequence));
  const certificates = signedData.maybe(context(0));
  signedData.maybe(context(1)); // revocation lists are not used
  const signers = readAll(signedData.next(TAGS.set).content);
  signedData.end();
  const contentType = readOid(encapsulated.next(TAGS.oid));
  const content = readDer(encapsulated.next(context(0)).content);
  encapsulated.end();
  const [signer] = signers;
  if (content.tag !== TAGS.octetString || signer === undefined || signers.length !== 1) {
    throw new DerFault('one content and one signer expected');
  }
  return {
    contentType,
    content: content.content,
    certificates: certificatesIn(certificates),
    ...readSigner(signer),
  };
}

function readSigner(signer: Der) {
  const fields = fieldsOf(signer);
  readSmall(fields.next(TAGS.integer));
  // Who signed: not under the signature. The signed attribute with the certificate's hash says it instead.
  if (fields.maybe(TAGS.sequence) === null && fields.maybe(0x80) === null) throw new DerFault('no signer');
  const digestAlgorithm = algorithmOf(fields.next(TAGS.sequence));
  const attributes = fields.next(context(0));
  const signatureAlgorithm = algorithmOf(fields.next(TAGS.sequence));
  const signature = fields.next(TAGS.octetString).content;
  fields.maybe(context(1));
  fields.end();
  const signedBytes = Buffer.from(attributes.whole);
  signedBytes[0] = TAGS.set; // RFC 5652 section 5.4
  return {
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    signedBytes,
    attributes: attributesIn(attributes),
  };
}

/** The identifier of an AlgorithmIdentifier; parameters are left alone, none that is taken has any that matter. */
export function algorithmOf(algorithm: Der): string {
  return readOid(fieldsOf(algorithm).next(TAGS.oid));
}

function attributesIn({ content }: Der): ReadonlyMap<string, Der> {
  const attributes = new Map<string, Der>();
  for (const attribute of readAll(content)) {
    const fields = fieldsOf(attribute);
    const type = readOid(fields.next(TAGS.oid));
    const [value, ...more] = readAll(fields.next(TAGS.set).content);
    fields.end();
    if (value === undefined || more.length > 0 || attributes.has(type))
      throw new DerFault('an attribute twice');
    attributes.set(type, value);
  }
  return attributes;
}

function certificatesIn(field: Der | null): readonly Buffer[] {
  const all = field === null ? [] : readAll(field.content);
  if (all.length > MOST_CERTIFICATES) throw new DerFault('too many certificates');
  return all.filter(({ tag }) => tag === TAGS.sequence).map(({ whole }) => whole);
}
