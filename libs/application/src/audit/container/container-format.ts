/** The three records of a ZIP file (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16); every number is little-endian. */
export const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
export const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
export const END = { signature: 0x06054b50, bytes: 22 } as const;
export const ZIP64_SIGNATURES: readonly number[] = [0x06064b50, 0x07064b50];

export const METHODS = { stored: 0, deflate: 8 } as const;
export type Method = keyof typeof METHODS;

/** What is the same in every entry of ours, so that not one bit of a header can be changed unseen. */
export const FIXED = {
  madeBy: 20, // version 2.0, no system: attributes mean nothing
  needed: 20,
  flags: 0x0800, // names are UTF-8
  time: 0,
  date: 0x0021, // 1980-01-01, the first day the format knows
} as const;

export const FLAGS = { encrypted: 0x0001, descriptor: 0x0008, strong: 0x0040, masked: 0x2000 } as const;

/** What both headers of an entry say. */
export type EntryHeader = {
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly packedSize: number; // bytes in the container
  readonly size: number; // bytes of the content
  readonly nameBytes: number;
  readonly extraBytes: number;
};
export type CentralHeader = EntryHeader & {
  readonly madeBy: number;
  readonly commentBytes: number;
  readonly disk: number;
  readonly internal: number;
  readonly external: number;
  readonly offset: number; // of the local header
};
export type EndRecord = {
  readonly disk: number;
  readonly directoryDisk: number;
  readonly entriesHere: number;
  readonly entries: number;
  readonly directoryBytes: number;
  readonly directoryOffset: number;
  readonly commentBytes: number;
};

function readShared(bytes: Buffer, at: number): EntryHeader {
  return {
    needed: bytes.readUInt16LE(at),
    flags: bytes.readUInt16LE(at + 2),
    method: bytes.readUInt16LE(at + 4),
    time: bytes.readUInt16LE(at + 6),
    date: bytes.readUInt16LE(at + 8),
    crc: bytes.readUInt32LE(at + 10),
    packedSize: bytes.readUInt32LE(at + 14),
    size: bytes.readUInt32LE(at + 18),
    nameBytes: bytes.readUInt16LE(at + 22),
    extraBytes: bytes.readUInt16LE(at + 24),
  };
}

function writeShared(bytes: Buffer, header: EntryHeader, at: number): void {
  bytes.writeUInt16LE(header.needed, at);
  bytes.writeUInt16LE(header.flags, at + 2);
  bytes.writeUInt16LE(header.method, at + 4);
  bytes.writeUInt16LE(header.time, at + 6);
  bytes.writeUInt16LE(header.date, at + 8);
  bytes.writeUInt32LE(header.crc, at + 10);
  bytes.writeUInt32LE(header.packedSize, at + 14);
  bytes.writeUInt32LE(header.size, at + 18);
  bytes.writeUInt16LE(header.nameBytes, at + 22);
  bytes.writeUInt16LE(header.extraBytes, at + 24);
}

/** The fields after the signature, from LOCAL.bytes bytes. */
export function readLocal(bytes: Buffer): EntryHeader {
  return readShared(bytes, 4);
}

export function writeLocal(header: EntryHeader): Buffer {
  const bytes = Buffer.alloc(LOCAL.bytes);
  bytes.writeUInt32LE(LOCAL.signature, 0);
  writeShared(bytes, header, 4);
  return bytes;
}

/** The fields after the signature, from CENTRAL.bytes bytes. */
export function readCentral(bytes: Buffer): CentralHeader {
  return {
    madeBy: bytes.readUInt16LE(4),
    ...readShared(bytes, 6),
    commentBytes: bytes.readUInt16LE(32),
    disk: bytes.readUInt16LE(34),
    internal: bytes.readUInt16LE(36),
    external: bytes.readUInt32LE(38),
    offset: bytes.readUInt32LE(42),
  };
}

export function writeCentral(header: CentralHeader): Buffer {
  const bytes = Buffer.alloc(CENTRAL.bytes);
  bytes.writeUInt32LE(CENTRAL.signature, 0);
  bytes.writeUInt16LE(header.madeBy, 4);
  writeShared(bytes, header, 6);
  bytes.writeUInt16LE(header.commentBytes, 32);
  bytes.writeUInt16LE(header.disk, 34);
  bytes.writeUInt16LE(header.internal, 36);
  bytes.writeUInt32LE(header.external, 38);
  bytes.writeUInt32LE(header.offset, 42);
  return bytes;
}

/** The fields after the signature, from END.bytes bytes. */
export function readEnd(bytes: Buffer): EndRecord {
  return {
    disk: bytes.readUInt16LE(4),
    directoryDisk: bytes.readUInt16LE(6),
    entriesHere: bytes.readUInt16LE(8),
    entries: bytes.readUInt16LE(10),
    directoryBytes: bytes.readUInt32LE(12),
    directoryOffset: bytes.readUInt32LE(16),
    commentBytes: bytes.readUInt16LE(20),
  };
}

export function writeEnd(end: EndRecord): Buffer {
  const bytes = Buffer.alloc(END.bytes);
  bytes.writeUInt32LE(END.signature, 0);
  bytes.writeUInt16LE(end.disk, 4);
  bytes.writeUInt16LE(end.directoryDisk, 6);
  bytes.writeUInt16LE(end.entriesHere, 8);
  bytes.writeUInt16LE(end.entries, 10);
  bytes.writeUInt32LE(end.directoryBytes, 12);
  bytes.writeUInt32LE(end.directoryOffset, 16);
  bytes.writeUInt16LE(end.commentBytes, 20);
  return bytes;
}
