import type { ByteSource } from './byte-source.js';
import {
  CENTRAL,
  END,
  LOCAL,
  readEnd,
  ZIP64_SIGNATURES,
  type EndRecord,
  type ContainerLimits,
  refuseContainer,
} from '@kaoji/application/container';

const LONGEST_COMMENT = 0xffff;

/** Says what stands where the end record should: a comment, other bytes behind it, or nothing at all. */
function noEnd(source: ByteSource): Error {
  const from = Math.max(0, source.size - END.bytes - LONGEST_COMMENT);
  const tail = source.read(from, source.size - from);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END.signature);
  const found = tail.lastIndexOf(signature);
  if (found < 0 || found + END.bytes > tail.length) {
    return refuseContainer(
      'CONTAINER_NO_END',
      { offset: source.size },
      'No end record: cut short, or no ZIP',
    );
  }
  const offset = from + found + END.bytes;
  return readEnd(tail.subarray(found)).commentBytes === source.size - offset
    ? refuseContainer('CONTAINER_COMMENT', { offset }, 'A comment follows the end record')
    : refuseContainer('CONTAINER_TRAILING_BYTES', { offset }, 'Bytes follow the end record', {
        bytes: source.size - offset,
      });
}

function checkFields(end: EndRecord, offset: number, limits: ContainerLimits): void {
  if (end.disk !== 0 || end.directoryDisk !== 0 || end.entriesHere !== end.entries) {
    throw refuseContainer('CONTAINER_SPLIT', { offset }, 'The end record claims several volumes');
  }
  if (end.entries === 0xffff || end.directoryBytes === 0xffffffff || end.directoryOffset === 0xffffffff) {
    throw refuseContainer('CONTAINER_ZIP64', { offset }, 'The end record claims sizes beyond 4 GiB');
  }
  if (end.entries > limits.entries) {
    throw refuseContainer('CONTAINER_TOO_MANY', { offset }, `${end.entries} entries are too many`);
  }
  if (end.directoryBytes > end.entries * (CENTRAL.bytes + limits.nameBytes)) {
    throw refuseContainer('CONTAINER_DIRECTORY', { offset }, 'The directory is too long for its entries');
  }
}

/** The directory must lie right before the end record. */
function checkPlace(source: ByteSource, end: EndRecord, offset: number): void {
  const directoryEnd = end.directoryOffset + end.directoryBytes;
  if (directoryEnd > offset) {
    throw refuseContainer('CONTAINER_OVERLAP', { offset }, 'The directory would reach into the end record');
  }
  if (directoryEnd === offset) return;
  const next = offset - directoryEnd >= 4 ? source.read(directoryEnd, 4).readUInt32LE() : 0;
  const place = { offset: directoryEnd };
  if (ZIP64_SIGNATURES.includes(next)) throw refuseContainer('CONTAINER_ZIP64', place, 'A ZIP64 record');
  if (next === END.signature) throw refuseContainer('CONTAINER_SECOND_END', place, 'Two end records');
  throw refuseContainer('CONTAINER_GAP', place, 'Bytes between the directory and the end record');
}

/**
 * The end record at the very end of the file, its directory right before it, and an entry (or the directory of
 * none) at the very beginning. Refuses every other arrangement with its place.
 */
export function findEnd(source: ByteSource, limits: ContainerLimits): EndRecord {
  const offset = source.size - END.bytes;
  if (source.size > limits.containerBytes) {
    throw refuseContainer('CONTAINER_TOO_LARGE', { offset: limits.containerBytes }, 'The file is too large');
  }
  if (offset < 0) throw refuseContainer('CONTAINER_NO_END', { offset: source.size }, 'Too short for a ZIP');
  const record = source.read(offset, END.bytes);
  if (record.readUInt32LE() !== END.signature) throw noEnd(source);
  const end = readEnd(record);
  if (end.commentBytes !== 0) {
    throw refuseContainer('CONTAINER_COMMENT', { offset }, 'The end record claims a comment');
  }
  checkFields(end, offset, limits);
  if (end.entries > 0 && source.read(0, 4).readUInt32LE() !== LOCAL.signature) {
    throw refuseContainer('CONTAINER_LEADING_BYTES', { offset: 0 }, 'The file does not begin with an entry');
  }
  checkPlace(source, end, offset);
  return end;
}
