import type { ByteSource } from './byte-source.js';
import { checkEntry } from './check-entry.js';
import {
  checkNames,
  CENTRAL,
  LOCAL,
  METHODS,
  readCentral,
  readLocal,
  type CentralHeader,
  CONTAINER_LIMITS,
  type ContainerLimits,
  refuseContainer,
  shownName,
  type ContainerPlace,
} from '@kaoji/application/container';
import { findEnd } from './find-end.js';
import { readEntry, type PackedEntry } from './read-entry.js';

/** A container whose form is in order; its entries are read one by one. */
export type Container = {
  readonly names: readonly string[]; // ascending
  /**
   * The content of an entry, exactly as long as declared. Refuses CONTAINER_SIZE, CONTAINER_DATA and CONTAINER_CRC
   * with the entry. Throws RangeError for a name that is not there.
   */
  readonly read: (name: string) => Uint8Array;
};

type Listed = { readonly header: CentralHeader; readonly raw: Buffer; readonly place: ContainerPlace };

/** The records of the directory, which must fill it exactly. */
function readDirectory(directory: Buffer, start: number, entries: number): readonly Listed[] {
  const listed: Listed[] = [];
  let at = 0;
  for (let index = 0; index < entries; index++) {
    const broken = () =>
      refuseContainer('CONTAINER_DIRECTORY', { offset: start + at }, `No record of entry ${index + 1}`);
    if (at + CENTRAL.bytes > directory.length) throw broken();
    if (directory.readUInt32LE(at) !== CENTRAL.signature) throw broken();
    const header = readCentral(directory.subarray(at, at + CENTRAL.bytes));
    const raw = directory.subarray(at + CENTRAL.bytes, at + CENTRAL.bytes + header.nameBytes);
    const place = { offset: start + at, entry: shownName(raw) };
    const next = at + CENTRAL.bytes + header.nameBytes + header.extraBytes + header.commentBytes;
    if (next > directory.length) throw broken();
    listed.push({ header, raw, place });
    at = next;
  }
  if (at !== directory.length) {
    throw refuseContainer('CONTAINER_DIRECTORY', { offset: start + at }, 'The directory has more records');
  }
  return listed;
}

/** The local header must be where the directory says, right behind the entry before, and say the same. */
function locate(source: ByteSource, { header, raw, place }: Listed, next: number, end: number): PackedEntry {
  const { offset } = header;
  const dataOffset = offset + LOCAL.bytes + header.nameBytes;
  const here = { ...place, offset: next };
  if (offset > next) {
    const code = next === 0 ? 'CONTAINER_LEADING_BYTES' : 'CONTAINER_GAP';
    throw refuseContainer(code, here, `${offset - next} bytes before the entry belong to none`);
  }
  if (offset < next)
    throw refuseContainer('CONTAINER_OVERLAP', here, `The entry claims to begin at ${offset}`);
  if (dataOffset + header.packedSize > end) {
    throw refuseContainer('CONTAINER_OVERLAP', here, 'The entry would reach into the directory');
  }
  const bytes = source.read(offset, LOCAL.bytes + header.nameBytes);
  const local = readLocal(bytes);
  if (bytes.readUInt32LE() !== LOCAL.signature || !bytes.subarray(LOCAL.bytes).equals(raw)) {
    throw refuseContainer('CONTAINER_HEADERS_DIFFER', here, 'Another entry stands here than is listed');
  }
  const other = Object.entries(local).find(
    ([field, value]) => header[field as keyof CentralHeader] !== value,
  );
  if (other !== undefined) {
    throw refuseContainer('CONTAINER_HEADERS_DIFFER', here, `The directory has another ${other[0]}`);
  }
  const method = header.method === METHODS.stored ? 'stored' : 'deflate';
  const { size, packedSize, crc } = header;
  return { name: raw.toString('latin1'), method, offset, dataOffset, size, packedSize, crc };
}

/**
 * Opens a ZIP file that may be hostile and lets in exactly what `containerParts` writes: one end record at the very
 * end, entries back to back from the first byte in the order of their names, every header field as fixed or as the
 * data demands, no ZIP64, folders, links, encryption, comments, extra fields or data descriptors, and sizes within
 * `limits`. Nothing is inflated before all of that holds. Refuses with a CONTAINER_ code and `{offset, entry}`.
 *
 * Written by hand since no library reads so: yauzl 3.4 checks neither CRCs nor local headers against the directory,
 * allows overlaps, gaps, leading bytes and names twice; fflate 0.8 checks no CRC; both read what other tools read
 * otherwise, and a verifier must not see another bundle than its reader does.
 */
export function openContainer(source: ByteSource, limits: ContainerLimits = CONTAINER_LIMITS): Container {
  const end = findEnd(source, limits);
  const directory = source.read(end.directoryOffset, end.directoryBytes);
  const listed = readDirectory(directory, end.directoryOffset, end.entries);
  const named = listed.map((one) => ({ ...one, name: one.raw.toString('latin1') }));
  for (const { header, name, place } of named) checkEntry(header, name, place, limits);
  checkNames(named);
  const entries = new Map<string, PackedEntry>();
  let next = 0;
  let total = 0;
  for (const one of named) {
    const entry = locate(source, one, next, end.directoryOffset);
    next = entry.dataOffset + entry.packedSize;
    total += entry.size;
    if (total > limits.totalBytes) {
      throw refuseContainer('CONTAINER_TOO_LARGE', one.place, `All entries up to here claim ${total} bytes`);
    }
    entries.set(entry.name, entry);
  }
  if (next !== end.directoryOffset) {
    throw refuseContainer('CONTAINER_GAP', { offset: next }, 'Bytes between the entries and the directory');
  }
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new RangeError(`container: no entry ${name}`);
      return readEntry(source, entry);
    },
  };
}
