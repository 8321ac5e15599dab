import { DerFault, fieldsOf, readAll, readDer, TAGS, type Der } from './der.js';
import { readSmall } from './der-values.js';

/** What an authority answered: a token, or why it gives none, in its own words. */
export type TimestampResponse =
  | { readonly granted: true; readonly token: Uint8Array }
  | { readonly granted: false; readonly text: string; readonly failures: readonly string[] };

const GRANTED: readonly number[] = [0, 1]; // 1: with modifications, which the token states
const LONGEST_TEXT = 500;
const FAILURES: ReadonlyMap<number, string> = new Map([
  [0, 'badAlg'],
  [2, 'badRequest'],
  [5, 'badDataFormat'],
  [14, 'timeNotAvailable'],
  [15, 'unacceptedPolicy'],
  [16, 'unacceptedExtension'],
  [17, 'addInfoNotAvailable'],
  [25, 'systemFailure'],
]);

/** Reads TimeStampResp (RFC 3161 section 2.4.2). Throws `DerFault` on anything else. */
export function readTimestampResponse(bytes: Uint8Array): TimestampResponse {
  const response = fieldsOf(readDer(bytes));
  const info = fieldsOf(response.next(TAGS.sequence));
  const token = response.maybe(TAGS.sequence);
  response.end();
  const status = readSmall(info.next(TAGS.integer));
  const text = info.maybe(TAGS.sequence);
  const failInfo = info.maybe(TAGS.bitString);
  info.end();
  if (GRANTED.includes(status)) {
    if (token === null) throw new DerFault('granted without a token');
    return { granted: true, token: Uint8Array.from(token.whole) };
  }
  return { granted: false, text: text === null ? '' : plainText(text), failures: failuresIn(failInfo) };
}

/** The authority's words on one line: they go into messages and logs. */
function plainText({ content }: Der): string {
  const lines = readAll(content).map((line) => {
    if (line.tag !== TAGS.utf8String) throw new DerFault('no text');
    return line.content.toString('utf8');
  });
  return lines
    .join(' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, LONGEST_TEXT);
}

function failuresIn(bits: Der | null): readonly string[] {
  const bytes = bits?.content.subarray(1) ?? Buffer.alloc(0); // the first byte counts unused bits
  return [...FAILURES].flatMap(([bit, name]) =>
    ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) === 0 ? [] : [name],
  );
}
