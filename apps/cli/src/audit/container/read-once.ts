import type { BundleReader } from '@kaoji/domain';

/** Larger entries are read anew each time; all that is kept together stays below what a process may hold. */
const LARGEST = 64 * 1024 * 1024;
const MOST = 512 * 1024 * 1024;

/** The same bundle, whose entries are inflated once however many checks read them. */
export function readOnce({ names, read }: BundleReader): BundleReader {
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  return {
    names,
    read: (name) => {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const bytes = read(name);
      if (bytes.length > LARGEST || size + bytes.length > MOST) return bytes;
      size += bytes.length;
      kept.set(name, bytes);
      return bytes;
    },
  };
}
