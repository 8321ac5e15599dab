import { der, DerFault, TAGS, type Der } from './der.js';

const TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?Z$/;

/** The bytes of a non-negative INTEGER without a leading zero byte. Throws `DerFault` on a negative or padded one. */
export function readUnsigned({ content }: Der): Buffer {
  const [first, second = 0] = content;
  if (first === undefined || first >= 0x80 || content.length > 64) throw new DerFault('no unsigned integer');
  if (first !== 0) return content;
  if (content.length > 1 && second < 0x80) throw new DerFault('a padded integer');
  return content.length > 1 ? content.subarray(1) : content;
}

/** A small non-negative INTEGER. */
export function readSmall(value: Der): number {
  const bytes = readUnsigned(value);
  if (bytes.length > 4) throw new DerFault('a large integer');
  return bytes.readUIntBE(0, bytes.length);
}

/** BOOLEAN: DER writes true as 0xff only. */
export function readBoolean({ content }: Der): boolean {
  const [value] = content;
  if (content.length !== 1 || (value !== 0 && value !== 0xff)) throw new DerFault('no boolean');
  return value === 0xff;
}

/** An OBJECT IDENTIFIER in dots. */
export function readOid({ content }: Der): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  let started = false;
  for (const byte of content) {
    if (!started && byte === 0x80) throw new DerFault('a padded identifier');
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    started = byte >= 0x80;
    if (started) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first, ...rest] = arcs;
  if (first === undefined || started || content.length > 64) throw new DerFault('no identifier');
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

/** Writes a dotted identifier. Throws RangeError on what is none. */
export function writeOid(dotted: string): Buffer {
  const arcs = /^[0-2](\.(0|[1-9]\d*))+$/.test(dotted) ? dotted.split('.').map(BigInt) : [];
  const [root, second, ...rest] = arcs;
  if (root === undefined || second === undefined || (root < 2n && second > 39n)) {
    throw new RangeError(`"${dotted}" is no object identifier`);
  }
  return der(TAGS.oid, Buffer.from([root * 40n + second, ...rest].flatMap(base128)));
}

function base128(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) | 0x80);
  return bytes;
}

/** GeneralizedTime in UTC as epoch milliseconds; what is finer is cut off. Throws `DerFault` on a day there is not. */
export function readTime({ content }: Der): number {
  const [text, year, month, day, hour, minute, second, fraction = ''] =
    TIME.exec(content.toString('latin1')) ?? [];
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
  const at = text === undefined ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(at) || new Date(at).toISOString() !== iso) throw new DerFault('no time');
  return at;
}
