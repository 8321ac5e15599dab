import { RequestFault } from '../problems/request-fault.js';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_ENTRIES = 500;
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
const HIGHEST_RATIO = 100;
const RATIO_FROM_BYTES = 1024 * 1024; // small parts may pack well

/**
 * Looks at the directory of a ZIP before anything is unpacked. Refuses `FILE_TOO_LARGE` for bombs (too much
 * behind too little, too many parts) and `FILE_UNREADABLE` for archives that are broken, encrypted, ZIP64 or
 * name paths outside themselves.
 */
export function refuseZipBomb(zip: Buffer): void {
  const { entries, start } = directoryOf(zip);
  if (entries > MOST_ENTRIES) throw tooLarge();
  let [at, unpacked] = [start, 0];
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw unreadable();
    const [flags, packed, size] = [
      zip.readUInt16LE(at + 8),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
    ];
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if ((flags & 1) === 1 || size === 0xffffffff || packed === 0xffffffff) throw unreadable();
    if (name.split(/[\\/]/).includes('..') || /^([\\/]|[A-Za-z]:)/.test(name)) throw unreadable();
    unpacked += size;
    if (size > RATIO_FROM_BYTES && size > packed * HIGHEST_RATIO) throw tooLarge();
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  if (unpacked > MOST_UNPACKED_BYTES) throw tooLarge();
}

function directoryOf(zip: Buffer): { readonly entries: number; readonly start: number } {
  const farthest = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= farthest; at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) {
      return { entries: zip.readUInt16LE(at + 10), start: zip.readUInt32LE(at + 16) };
    }
  }
  throw unreadable();
}

function tooLarge(): RequestFault {
  return new RequestFault(
    'FILE_TOO_LARGE',
    'The workbook unpacks to more than is reasonable. Save it anew, with one sheet.',
  );
}

function unreadable(): RequestFault {
  return new RequestFault(
    'FILE_UNREADABLE',
    'The workbook cannot be read. Save it anew as .xlsx, without a password.',
  );
}
