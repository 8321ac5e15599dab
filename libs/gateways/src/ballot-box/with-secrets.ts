/** Takes note of secret bytes and gives them back. */
export type Keep = (bytes: Uint8Array) => Uint8Array;

/** Does work with secret bytes; all that were kept are zeroed when it ends, however it ends. */
export async function withSecrets<T>(work: (keep: Keep) => Promise<T>): Promise<T> {
  const kept: Uint8Array[] = [];
  try {
    return await work((bytes) => {
      kept.push(bytes);
      return bytes;
    });
  } finally {
    for (const bytes of kept) bytes.fill(0);
  }
}
