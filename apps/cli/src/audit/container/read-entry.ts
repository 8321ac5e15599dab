import { crc32, inflateRawSync, type ZlibOptions } from 'node:zlib';
import type { ByteSource } from './byte-source.js';
import { type Method, refuseContainer, type ContainerPlace } from '@kaoji/application/container';

/** Where an entry lies, as both its headers say. */
export type PackedEntry = {
  readonly name: string;
  readonly method: Method;
  readonly offset: number; // of its local header
  readonly dataOffset: number;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
};

/** With `info`, Node also says how many bytes it read; its types do not know. */
type Inflated = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };

/** Inflates to `size` bytes at most: a bomb stops there, whatever it holds. */
function inflate(packed: Buffer, size: number, place: ContainerPlace): Buffer {
  const options: ZlibOptions = { maxOutputLength: Math.max(1, size), info: true };
  let inflated: Inflated;
  try {
    inflated = inflateRawSync(packed, options) as unknown as Inflated;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? refuseContainer('CONTAINER_SIZE', place, `The data holds more than the declared ${size} bytes`)
      : refuseContainer('CONTAINER_DATA', place, 'The data cannot be inflated');
  }
  if (inflated.engine.bytesWritten !== packed.length) {
    throw refuseContainer('CONTAINER_DATA', place, 'Bytes follow the end of the deflated data');
  }
  return inflated.buffer;
}

/** The content of one entry: exactly as long as declared, with the declared CRC-32. */
export function readEntry(source: ByteSource, entry: PackedEntry): Uint8Array {
  const place = { offset: entry.dataOffset, entry: entry.name };
  const packed = source.read(entry.dataOffset, entry.packedSize);
  const bytes = entry.method === 'stored' ? packed : inflate(packed, entry.size, place);
  if (bytes.length !== entry.size) {
    throw refuseContainer('CONTAINER_SIZE', place, `${bytes.length} bytes, declared are ${entry.size}`);
  }
  if (crc32(bytes) !== entry.crc) {
    throw refuseContainer('CONTAINER_CRC', place, 'The data was changed: its CRC-32 is another');
  }
  return bytes;
}
