import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '@kaoji/domain';
import type { BundleFiles, Dice } from '@kaoji/domain/testing';
import { forged, mendedLog } from './edited-item.js';
import { signedBy, withLog } from './forged-log.js';
import { itemsOf, linesIn, type ItemPlace } from './logged-items.js';
import type { Forgeable, Forgery } from './tampering.js';

type Row = Readonly<Record<string, unknown>>;
type Line = { readonly leaf: number; readonly ref: string; readonly value: Row };

const lineAt = (files: BundleFiles, { entry, line }: ItemPlace): Line =>
  JSON.parse(linesIn(files, entry)[line ?? 0] ?? '{}') as Line;

/** The row with another body, and the body's own hash beside it right again where there is one. */
function withBody(row: Row, body: unknown): Row {
  const text = canonicalJson(body);
  const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return { ...row, body: text, ...(typeof row['hash'] === 'string' ? { hash } : {}) };
}

/** Everything mended by whoever has database and keys: only thinking again can tell. */
function rewritten(honest: Forgeable, files: BundleFiles, place: ItemPlace) {
  const { keys, hashes } = honest;
  const log = mendedLog({ files, place }, honest);
  return forged(
    withLog(files, log, {
      hashes,
      sign: (head, before) => signedBy(head.size < keys.from ? keys.former : keys.present)(head, before),
    }),
  );
}

/** Changes the body of a row of one kind whose id begins so. */
const rebodied = (
  kind: 'evidence' | 'result',
  prefix: string,
  codes: readonly string[],
  change: (body: Row, dice: Dice) => Row,
): Forgery => ({
  needs: 'nothing',
  codes,
  forge: (honest, dice) => {
    const places = itemsOf(honest.files, [kind]).filter(
      (place) => place.line !== null && lineAt(honest.files, place).ref.startsWith(prefix),
    );
    const place = places[dice.below(Math.max(1, places.length))];
    if (place === undefined) throw new RangeError(`a bundle without ${kind} ${prefix}`);
    const told = lineAt(honest.files, place);
    const body = change(JSON.parse(String(told.value['body'])) as Row, dice);
    const made = canonicalJson({ ...told, value: withBody(told.value, body) });
    const lines = linesIn(honest.files, place.entry).with(place.line ?? 0, made);
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    return rewritten(honest, new Map([...honest.files, [place.entry, bytes]]), place);
  },
});

/** Where the events of a history lie in its message: field 1, one after the other. */
function eventsIn(bytes: Uint8Array): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < bytes.length;) {
    let [length, shift, next] = [0, 0, at + 1];
    for (let more = true; more; shift += 7) {
      const byte = bytes[next++] ?? 0;
      length += (byte & 0x7f) * 2 ** shift;
      more = byte >= 0x80;
    }
    found.push([at, next + length]);
    at = next + length;
  }
  return found;
}

const ANSWERS = ['EVALUATION_DIFFERS', 'BODY_HASH', 'EVALUATION_UNFOUNDED', 'CASE_INVALID', 'RESULT_DIFFERS'];

/** Rewrites nobody's hash or signature tells: found by computing again, and the last by replaying. */
export const COMPUTED_FORGERIES: Readonly<Record<string, Forgery>> = {
  'a score the evidence does not give': rebodied('result', 'evaluation/', ANSWERS, (body, dice) => ({
    ...body,
    composite: `${20 + dice.below(40)}.5`,
  })),
  'a seat the quota does not give': rebodied('result', 'quota/', ['QUOTA_DIFFERS', 'BODY_HASH'], (body) => ({
    ...body,
    awarded: [],
    displaced: [...(body['displaced'] as readonly unknown[]), ...(body['awarded'] as readonly unknown[])],
  })),
  'evidence the score does not follow from': rebodied(
    'evidence',
    '',
    // The frame of a unit knows no other members than its own.
    [...ANSWERS, 'EVIDENCE_MISSING', 'FRAME_DIFFERS', 'INTERVAL_DIFFERS', 'ROW_UNREADABLE'],
    (body) => {
      const marks = body['marks'] as readonly Row[] | undefined;
      return marks === undefined ? { ...body, more: 1 } : { ...body, marks: marks.slice(1) };
    },
  ),
};

export const REPLAYED_FORGERIES: Readonly<Record<string, Forgery>> = {
  'a history without one of its events': {
    needs: 'nothing',
    codes: ['REPLAY_DIFFERS', 'HISTORY_DIFFERS', 'HISTORY_UNREADABLE'],
    forge: (honest, dice) => {
      const places = itemsOf(honest.files, ['history']);
      const place = places[dice.below(places.length)];
      if (place === undefined) throw new RangeError('a bundle without a history');
      const plain = gunzipSync(honest.files.get(place.entry) ?? new Uint8Array());
      const events = eventsIn(plain);
      const [from, to] = events[1 + dice.below(events.length - 2)] ?? [0, 0];
      const bytes = gzipSync(Buffer.concat([plain.subarray(0, from), plain.subarray(to)]), { level: 9 });
      return rewritten(honest, new Map([...honest.files, [place.entry, bytes]]), place);
    },
  },
};
