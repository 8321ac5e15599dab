import { readCanonical } from '../canonical-bytes.js';
import { itemHeadSchema } from './log-lines.js';

/** A line of an entry of items: where in the log it is, its id there, and the bytes its hash is over. */
export type ItemLine = {
  readonly leaf?: number | undefined;
  readonly ref: string;
  readonly value: Uint8Array;
};

const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const CLOSING = 0x7d;
const VALUE = new TextEncoder().encode(',"value":');
/** An id has at most 300 letters, each at most four bytes or an escape of six. */
const LONGEST_HEAD = 2_000;

/**
 * The lines of an entry of items, without reading what they say: the bytes of a value that are those of its leaf are its
 * canonical JSON, and any other bytes are found by their hash. Null for a line that does not begin and end as canonical
 * JSON does. Whoever reads values has to ask for more.
 */
export function itemLines(bytes: Uint8Array): readonly (ItemLine | null)[] {
  if (bytes.length === 0) return [];
  if (bytes.at(-1) !== LINE_FEED) return [null];
  const lines: (ItemLine | null)[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(LINE_FEED, from);
    lines.push(itemLine(bytes.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

function itemLine(line: Uint8Array): ItemLine | null {
  const at = valueAt(line);
  if (at === null || line.at(-1) !== CLOSING) return null;
  const head = new Uint8Array(at + 1);
  head.set(line.subarray(0, at));
  head[at] = CLOSING;
  const read = itemHeadSchema.safeParse(readCanonical(head)?.value);
  return read.success ? { ...read.data, value: line.subarray(at + VALUE.length, -1) } : null;
}

/** Where the member `value` begins; within a text a quotation mark has a stroke before it, so it is found there only. */
function valueAt(line: Uint8Array): number | null {
  const end = Math.min(line.length, LONGEST_HEAD);
  for (let at = line.indexOf(COMMA); at >= 0 && at < end; at = line.indexOf(COMMA, at + 1)) {
    if (VALUE.every((byte, index) => line[at + index] === byte)) return at;
  }
  return null;
}
