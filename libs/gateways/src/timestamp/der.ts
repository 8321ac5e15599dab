/** One value of DER: its tag byte, what is in it, and all its bytes. */
export type Der = { readonly tag: number; readonly content: Buffer; readonly whole: Buffer };

/** Bytes that are no DER, or not the DER that was expected. Never leaves this folder. */
export class DerFault extends Error {
  override readonly name = 'DerFault';
}

export const TAGS = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag of a context-specific constructed value `[n]`. */
export function context(number: number): number {
  return 0xa0 + number;
}

/** Reads the only value in the bytes. Throws `DerFault` on anything after it, and on lengths written otherwise than DER does. */
export function readDer(bytes: Uint8Array): Der {
  const [only, ...more] = readAll(bytes);
  if (only === undefined || more.length > 0) throw new DerFault('one value expected');
  return only;
}

/** Reads all values in the bytes, one after the other. */
export function readAll(bytes: Uint8Array): readonly Der[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const values: Der[] = [];
  for (let at = 0; at < all.length;) {
    const value = readOne(all.subarray(at));
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

function readOne(bytes: Buffer): Der {
  const [tag = 0, first] = bytes;
  if (first === undefined || (tag & 0x1f) === 0x1f) throw new DerFault('no value');
  const more = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || more > 3 || bytes.length < 2 + more) throw new DerFault('no length');
  const length = more === 0 ? first : bytes.readUIntBE(2, more);
  // DER writes a length in as few bytes as it can.
  if (more > 0 && (length < 0x80 || length < 2 ** (8 * (more - 1)))) throw new DerFault('a long length');
  const start = 2 + more;
  if (bytes.length < start + length) throw new DerFault('cut short');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}

/** The fields of a SEQUENCE in their order. */
export type Fields = {
  /** The next field, which has this tag. Throws `DerFault`. */
  readonly next: (tag: number) => Der;
  /** The next field if it has this tag, or null. */
  readonly maybe: (tag: number) => Der | null;
  /** Throws `DerFault` unless all fields were read. */
  readonly end: () => void;
};

/** Reads a constructed value with this tag field by field. */
export function fieldsOf(der: Der, tag: number = TAGS.sequence): Fields {
  if (der.tag !== tag) throw new DerFault(`tag ${der.tag} where ${tag} belongs`);
  const fields = readAll(der.content);
  let at = 0;
  const maybe = (wanted: number): Der | null => {
    const field = fields[at];
    if (field?.tag !== wanted) return null;
    at += 1;
    return field;
  };
  return {
    maybe,
    next: (wanted) => {
      const field = maybe(wanted);
      if (field === null) throw new DerFault(`a field with tag ${wanted} is missing`);
      return field;
    },
    end: () => {
      if (at < fields.length) throw new DerFault('a field too many');
    },
  };
}

/** Writes one value of at most 65,535 bytes. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length > 0xffff) throw new RangeError('der: too long');
  const short =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...short), content]);
}
