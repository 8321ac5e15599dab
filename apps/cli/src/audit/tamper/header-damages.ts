import { deflateRawSync, crc32 } from 'node:zlib';
import type { Dice } from '@kaoji/domain/testing';
import { type CentralHeader, foldedName, foldersOf } from '@kaoji/application/container';
import { plainEntry, rawContainer, type Arrangement, type RawEntry } from './raw-container.js';
import { nameOf, type Damage } from './tampering.js';

const BOMB = Buffer.alloc(4 * 1024 * 1024);
const PACKED_BOMB = deflateRawSync(BOMB, { level: 9 });
const ZIP64_LOCATOR = Buffer.concat([Buffer.from('PK\x06\x07', 'latin1'), Buffer.alloc(16)]);

/** Damages one entry of a container that is otherwise written again as it was. */
const oneEntry =
  (change: (entry: RawEntry, dice: Dice) => RawEntry, from = 0): Damage =>
  ({ entries }, dice) => {
    const at = from + dice.below(entries.length - from);
    const entry = entries[at] ?? plainEntry('none', Buffer.alloc(0));
    const made = change(entry, dice);
    const touched = [nameOf(entry), (made.listedAs ?? made.name).toString('latin1')];
    return { bytes: rawContainer(entries.with(at, made)), touched };
  };
const both = (fields: Partial<CentralHeader>) => oneEntry((entry) => ({ ...entry, both: fields }));
/** Adds an entry in its place by name; the honest ones stay as they are. */
const added: (make: (entries: readonly RawEntry[], dice: Dice) => RawEntry) => Damage =
  (make) =>
  ({ entries }, dice) => {
    const entry = make(entries, dice);
    const all = [...entries, entry].sort((a, b) => a.name.compare(b.name));
    const name = foldedName(nameOf(entry));
    const clashing = entries
      .map(nameOf)
      .filter((other) => foldedName(other) === name || foldersOf(other).includes(name));
    return { bytes: rawContainer(all), touched: [nameOf(entry), ...clashing] };
  };
const arranged = (arrangement: Arrangement | ((dice: Dice) => Arrangement)): Damage => {
  return ({ entries }, dice) => ({
    bytes: rawContainer(entries, typeof arrangement === 'function' ? arrangement(dice) : arrangement),
    touched: [],
  });
};
const named = (...names: readonly [string, ...string[]]) =>
  added((_entries, dice) => plainEntry(dice.pick(names), Buffer.from('x')));
/** Puts a deflated stream in the place of what an entry held. */
const deflated = (data: Buffer, packed: Buffer, size = data.length): Damage =>
  oneEntry(({ name }) => ({ name, data: packed, both: { method: 8, size, crc: crc32(data) } }));
const SHORT = Buffer.from('short');
const NO_STREAM = Buffer.alloc(30, 0xff);

/** Headers somebody wrote with intent: links, bombs, lies about sizes, and what two readers would read differently. */
export const HEADER_DAMAGES: Readonly<Record<string, Damage>> = {
  'a path out of the folder': named('../../etc/passwd', 'a/../../b', '..', 'a/..', './a', 'a/./b'),
  'an absolute path': named('/etc/passwd', '//server/share'),
  'a drive or a backslash': named('C:/windows', 'c:x', '..\\..\\x', 'a\\b'),
  'a name no system takes as it is': named(
    'a\0b',
    'nul',
    'a/CON.txt',
    'x.',
    'a /b',
    'a:b',
    'a//b',
    '-rf',
    '.hidden',
    '',
  ),
  'a name in two Unicode forms': named('caf\xc3\xa9.json', 'cafe\xcc\x81.json', '\xef\xbb\xbfmanifest.json'),
  'a very long name': named('x'.repeat(201), 'y/'.repeat(3000)),
  'a folder': named('folder/'),
  'a name only case tells apart': added((entries, dice) => {
    const lower = entries[dice.below(entries.length)];
    const name = nameOf(lower);
    const other = name.toUpperCase() === name ? name.toLowerCase() : name.toUpperCase();
    return plainEntry(other, lower?.data ?? Buffer.alloc(0));
  }),
  'an entry twice': added((entries, dice) => entries[dice.below(entries.length)] ?? plainEntry('x', BOMB)),
  'an entry with the name of a folder': added((entries) => {
    const inside = entries.map(nameOf).find((name) => name.includes('/')) ?? 'x';
    return plainEntry(inside.split('/')[0] ?? '', Buffer.from('x'));
  }),
  'a link': both({ external: (0o120777 << 16) >>> 0, madeBy: 0x0314 }),
  'a folder by its attributes': both({ external: 0x10 }),
  'an encrypted entry': both({ flags: 0x0801 }),
  'sizes behind the data': both({ flags: 0x0808 }),
  'another method': both({ method: 93 }),
  'a date': both({ date: 0x5a21 }),
  'other flags': both({ flags: 0 }),
  'a volume of its own': oneEntry((entry) => ({ ...entry, central: { disk: 1 } })),
  'an extra field': oneEntry((entry) => ({ ...entry, extra: Buffer.from([0x75, 0x70, 1, 0, 0]) })),
  'a remark on an entry': oneEntry((entry) => ({ ...entry, remark: Buffer.from('x') })),
  'a checksum that differs in the directory': oneEntry((entry, dice) => ({
    ...entry,
    central: { crc: dice.below(0x7fffffff) },
  })),
  'a wrong checksum in both': both({ crc: 0x12345678 }),
  'a size that differs in the directory': oneEntry((entry) => ({
    ...entry,
    central: { size: entry.data.length + 1, packedSize: entry.data.length + 1 },
  })),
  'another name in the directory': oneEntry((entry) => ({
    ...entry,
    listedAs: Buffer.from(nameOf(entry).replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a'))),
  })),
  'another place in the directory': oneEntry((entry, dice) => ({
    ...entry,
    central: { offset: 1_000_000 + dice.below(1000) },
  })),
  'bytes between entries': oneEntry(
    (entry, dice) => ({ ...entry, before: Buffer.alloc(1 + dice.below(40)) }),
    1,
  ),
  'a claim of 4 GiB': both({ size: 0xfffffffe, packedSize: 0xfffffffe }),
  'a claim of ZIP64': both({ size: 0xffffffff, packedSize: 0xffffffff }),
  'a deflated claim of 4 GiB': deflated(BOMB, PACKED_BOMB, 0xfffffff0),
  'a bomb': deflated(BOMB, PACKED_BOMB),
  'a bomb that claims little': deflated(BOMB, PACKED_BOMB, 1000),
  'a stream shorter than it claims': deflated(SHORT, deflateRawSync(SHORT), 50),
  'bytes behind a stream': deflated(SHORT, Buffer.concat([deflateRawSync(SHORT), NO_STREAM])),
  'no stream at all': deflated(NO_STREAM, NO_STREAM),
  'records in another order': arranged({ directory: (records) => [...records].reverse() }),
  'a record dropped': arranged((dice) => ({
    directory: (records) => records.toSpliced(dice.below(records.length), 1),
  })),
  'a record twice': arranged((dice) => ({
    directory: (records) => {
      const at = dice.below(records.length);
      return [...records.slice(0, at + 1), ...records.slice(at)];
    },
  })),
  'bytes behind the entries': arranged({ behindEntries: Buffer.from('hidden') }),
  'bytes behind the directory': arranged({ behindDirectory: Buffer.from('hidden') }),
  'a ZIP64 locator': arranged({ behindDirectory: ZIP64_LOCATOR }),
  'more entries than there are': arranged((dice) => ({
    end: { entries: 60_000, entriesHere: 60_000 - dice.below(2) },
  })),
  'more entries than may be': arranged({ end: { entries: 65_534, entriesHere: 65_534 } }),
  'an end record that claims ZIP64': arranged({ end: { directoryOffset: 0xffffffff } }),
  'several volumes': arranged({ end: { disk: 1, directoryDisk: 1 } }),
  'entries in another order': ({ entries }) => ({ bytes: rawContainer([...entries].reverse()), touched: [] }),
};
