import { crc32 } from 'node:zlib';
import {
  END,
  FIXED,
  LOCAL,
  writeCentral,
  writeEnd,
  writeLocal,
  type CentralHeader,
  type EndRecord,
  type EntryHeader,
} from '@kaoji/application/container';

/** An entry as a forger writes it: whatever the headers say, right or wrong. */
export type RawEntry = {
  readonly name: Buffer;
  readonly data: Buffer; // as it lies in the file
  readonly both?: Partial<CentralHeader>; // in both headers
  readonly local?: Partial<EntryHeader>; // in the local header only
  readonly central?: Partial<CentralHeader>; // in the directory only
  readonly listedAs?: Buffer; // the directory's name for it
  readonly extra?: Buffer; // extra field in both headers
  readonly remark?: Buffer; // comment in the directory
  readonly before?: Buffer; // bytes between the entry before and this one
};

export type Arrangement = {
  readonly prefix?: Buffer; // counted by all offsets
  readonly directory?: (records: readonly Buffer[]) => readonly Buffer[];
  readonly behindEntries?: Buffer;
  readonly behindDirectory?: Buffer;
  readonly end?: Partial<EndRecord>;
};

const NONE = Buffer.alloc(0);

export function plainEntry(name: string, data: Uint8Array): RawEntry {
  return { name: Buffer.from(name, 'latin1'), data: Buffer.from(data) };
}

/** Writes a ZIP file with every field as told, and as an honest writer would have it where nothing is told. */
export function rawContainer(entries: readonly RawEntry[], arrangement: Arrangement = {}): Buffer {
  const { prefix = NONE, behindEntries = NONE, behindDirectory = NONE } = arrangement;
  const parts = [prefix];
  const records: Buffer[] = [];
  let offset = prefix.length;
  for (const entry of entries) {
    const { name, data, extra = NONE, remark = NONE, before = NONE, listedAs = name } = entry;
    offset += before.length;
    const header: CentralHeader = {
      ...FIXED,
      method: 0,
      crc: crc32(data),
      packedSize: data.length,
      size: data.length,
      nameBytes: name.length,
      extraBytes: extra.length,
      commentBytes: remark.length,
      disk: 0,
      internal: 0,
      external: 0,
      offset,
      ...entry.both,
    };
    parts.push(before, writeLocal({ ...header, ...entry.local }), name, extra, data);
    const central = { ...header, nameBytes: listedAs.length, ...entry.central };
    records.push(Buffer.concat([writeCentral(central), listedAs, extra, remark]));
    offset += LOCAL.bytes + name.length + extra.length + data.length;
  }
  const listed = arrangement.directory?.(records) ?? records;
  const directory = Buffer.concat(listed);
  const end: EndRecord = {
    disk: 0,
    directoryDisk: 0,
    entriesHere: listed.length,
    entries: listed.length,
    directoryBytes: directory.length,
    directoryOffset: offset + behindEntries.length,
    commentBytes: 0,
    ...arrangement.end,
  };
  return Buffer.concat([...parts, behindEntries, directory, behindDirectory, writeEnd(end)]);
}

/** The bytes of an end record alone, as an honest empty file has it. */
export const EMPTY_END = Buffer.concat([rawContainer([])]).subarray(-END.bytes);
