import { fstatSync, readSync } from 'node:fs';

/** Bytes that can be read at any place, in memory or in a file too big for it. */
export type ByteSource = {
  readonly size: number; // bytes
  /** Exactly `length` bytes from `offset`. Throws RangeError outside the source. */
  readonly read: (offset: number, length: number) => Buffer;
};

function within(size: number, offset: number, length: number): void {
  if (offset < 0 || length < 0 || offset + length > size) {
    throw new RangeError(`bytes ${offset}..${offset + length} of ${size}`);
  }
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: all.length,
    read: (offset, length) => {
      within(all.length, offset, length);
      return all.subarray(offset, offset + length);
    },
  };
}

/** Reads from an open file; the caller closes it. A file that shrinks while it is read throws RangeError. */
export function fileSource(descriptor: number): ByteSource {
  const { size } = fstatSync(descriptor);
  return {
    size,
    read: (offset, length) => {
      within(size, offset, length);
      const bytes = Buffer.allocUnsafe(length);
      for (let had = 0; had < length;) {
        const got = readSync(descriptor, bytes, had, length - had, offset + had);
        if (got === 0) throw new RangeError(`the file ended at byte ${offset + had} of ${size}`);
        had += got;
      }
      return bytes;
    },
  };
}
