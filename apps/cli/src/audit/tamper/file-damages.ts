import type { Dice } from '@kaoji/domain/testing';
import { CENTRAL, END, LOCAL } from '@kaoji/application/container';
import { EMPTY_END, rawContainer } from './raw-container.js';
import { nameOf, type Damage, type Honest } from './tampering.js';

const noise = (dice: Dice, length: number) => Buffer.from(Array.from({ length }, () => dice.below(256)));

/** Whose byte this is: the entry it lies in, or the one whose record it is in; the neighbour where a record's length is hit. */
function ownersOf({ entries }: Honest, at: number): readonly string[] {
  let from = 0;
  for (const entry of entries) {
    from += LOCAL.bytes + entry.name.length + entry.data.length;
    if (at < from) return [nameOf(entry)];
  }
  for (const entry of entries) {
    from += CENTRAL.bytes + entry.name.length;
    // A record that is taken to be longer or shorter spoils the next, so that only a byte can be told.
    if (at < from) return [];
  }
  return [];
}

const changed: (change: (bytes: Buffer, at: number, dice: Dice) => void) => Damage =
  (change) => (honest, dice) => {
    const bytes = Buffer.from(honest.bytes);
    const at = dice.below(bytes.length);
    change(bytes, at, dice);
    return { bytes, touched: ownersOf(honest, at) };
  };

/** Damage to the file as it lies on a disk: nobody fixed anything up. */
export const FILE_DAMAGES: Readonly<Record<string, Damage>> = {
  'one bit': changed((bytes, at, dice) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
  }),
  'one byte': changed((bytes, at, dice) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 + dice.below(255));
  }),
  'cut short': ({ bytes }, dice) => ({ bytes: bytes.subarray(0, dice.below(bytes.length)), touched: [] }),
  'cut at the front': ({ bytes }, dice) => ({
    bytes: bytes.subarray(1 + dice.below(bytes.length - 1)),
    touched: [],
  }),
  'a byte taken out': ({ bytes }, dice) => {
    const at = dice.below(bytes.length);
    return { bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]), touched: [] };
  },
  'a byte put in': ({ bytes }, dice) => {
    const at = dice.below(bytes.length + 1);
    return { bytes: Buffer.concat([bytes.subarray(0, at), noise(dice, 1), bytes.subarray(at)]), touched: [] };
  },
  'bytes behind the end': ({ bytes }, dice) => ({
    bytes: Buffer.concat([bytes, noise(dice, 1 + dice.below(300))]),
    touched: [],
  }),
  'bytes before the beginning': ({ bytes }, dice) => ({
    bytes: Buffer.concat([noise(dice, 1 + dice.below(300)), bytes]),
    touched: [],
  }),
  'bytes before the beginning, offsets fixed up': ({ entries }, dice) => ({
    bytes: rawContainer(entries, { prefix: noise(dice, 1 + dice.below(300)) }),
    touched: [],
  }),
  'a comment': ({ entries }, dice) => {
    const remark = noise(dice, 1 + dice.below(80));
    return {
      bytes: Buffer.concat([rawContainer(entries, { end: { commentBytes: remark.length } }), remark]),
      touched: [],
    };
  },
  'another end record behind': ({ bytes }) => ({ bytes: Buffer.concat([bytes, EMPTY_END]), touched: [] }),
  'the end record twice': ({ bytes }) => ({
    bytes: Buffer.concat([bytes, bytes.subarray(-END.bytes)]),
    touched: [],
  }),
  'an end record before the end': ({ entries }) => ({
    bytes: rawContainer(entries, { behindDirectory: EMPTY_END }),
    touched: [],
  }),
  'the file twice': ({ bytes }) => ({ bytes: Buffer.concat([bytes, bytes]), touched: [] }),
  'nothing but noise': (_honest, dice) => ({ bytes: noise(dice, dice.below(400)), touched: [] }),
};
