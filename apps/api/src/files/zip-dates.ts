const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** 1980-01-01 00:00, the first moment a ZIP can name: day 1 of month 1. */
const FIRST_DAY = 0x21;

/** A ZIP we wrote ourselves with the time of each part set to one moment, so that equal contents are equal bytes. */
export function withoutZipDates(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a ZIP');
  const fixed = Buffer.from(zip);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(at) !== ENTRY || zip.readUInt32LE(local) !== LOCAL) throw new Error('not a ZIP');
    setMoment(fixed, at + 12);
    setMoment(fixed, local + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return fixed;
}

function setMoment(zip: Buffer, at: number): void {
  zip.writeUInt16LE(0, at);
  zip.writeUInt16LE(FIRST_DAY, at + 2);
}
