import { crc32, deflateRawSync } from 'node:zlib';
import { checkNames } from './check-names.js';
import {
  FIXED,
  LOCAL,
  METHODS,
  writeCentral,
  writeEnd,
  writeLocal,
  type CentralHeader,
  type Method,
} from './container-format.js';
import { CONTAINER_LIMITS } from './container-limits.js';
import { nameFault } from './entry-name.js';
import { refuseContainer } from './refuse-container.js';

/** An entry to be written; its content is asked for when its turn comes, so that a bundle need not fit in memory. */
export type Content = { readonly name: string; readonly read: () => Uint8Array; readonly method?: Method };

const LEVEL = 9;

function checkContents(sorted: readonly Content[]): void {
  const places = sorted.map(({ name }) => ({ name, place: { offset: 0, entry: name } }));
  const faulty = places.find(
    ({ name }) => nameFault(name) !== null || name.length > CONTAINER_LIMITS.nameBytes,
  );
  if (faulty !== undefined) {
    throw refuseContainer('CONTAINER_NAME', faulty.place, `No name for an entry: ${nameFault(faulty.name)}`);
  }
  if (sorted.length > CONTAINER_LIMITS.entries) {
    throw refuseContainer('CONTAINER_TOO_MANY', { offset: 0 }, `${sorted.length} entries are too many`);
  }
  checkNames(places);
}

/** The bytes as they go into the file: stored also where deflating gains nothing, or so much that it looks like a bomb. */
function packedAs(bytes: Uint8Array, wanted: Method): readonly [Method, Uint8Array] {
  if (wanted === 'stored') return ['stored', bytes];
  const packed = deflateRawSync(bytes, { level: LEVEL });
  const { ratio, ratioFrom } = CONTAINER_LIMITS;
  const tooRegular = bytes.length >= ratioFrom && bytes.length > packed.length * ratio;
  return tooRegular || packed.length >= bytes.length ? ['stored', bytes] : ['deflate', packed];
}

/**
 * A ZIP file piece by piece: entries in the order of their names, one fixed date, no attributes. The same contents
 * give the same bytes on every machine while they are `stored`, which is the default; how `deflate` comes out may
 * differ between builds of zlib, and a deflated stream has a few bits that say nothing. What is
 * worth compressing is best an entry that is compressed itself, as the histories are.
 * Refuses CONTAINER_NAME, CONTAINER_DUPLICATE, CONTAINER_TOO_MANY and CONTAINER_TOO_LARGE.
 */
export function* containerParts(contents: readonly Content[]): Generator<Uint8Array, void> {
  const sorted = [...contents].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  checkContents(sorted);
  const records: Buffer[] = [];
  let offset = 0;
  for (const { name, read, method: wanted = 'stored' } of sorted) {
    const bytes = read();
    const [method, packed] = packedAs(bytes, wanted);
    const header: CentralHeader = {
      ...FIXED,
      method: METHODS[method],
      crc: crc32(bytes),
      packedSize: packed.length,
      size: bytes.length,
      nameBytes: name.length,
      extraBytes: 0,
      commentBytes: 0,
      disk: 0,
      internal: 0,
      external: 0,
      offset,
    };
    const place = { offset, entry: name };
    offset += LOCAL.bytes + name.length + packed.length;
    if (bytes.length > CONTAINER_LIMITS.entryBytes || offset > CONTAINER_LIMITS.totalBytes) {
      throw refuseContainer('CONTAINER_TOO_LARGE', place, 'The entry makes the bundle too large');
    }
    const raw = Buffer.from(name, 'latin1');
    yield writeLocal(header);
    yield raw;
    yield packed;
    records.push(writeCentral(header), raw);
  }
  const directory = Buffer.concat(records);
  yield directory;
  yield writeEnd({
    disk: 0,
    directoryDisk: 0,
    entriesHere: sorted.length,
    entries: sorted.length,
    directoryBytes: directory.length,
    directoryOffset: offset,
    commentBytes: 0,
  });
}

/** The whole ZIP file in memory. */
export function writeContainer(contents: readonly Content[]): Buffer {
  return Buffer.concat([...containerParts(contents)]);
}
