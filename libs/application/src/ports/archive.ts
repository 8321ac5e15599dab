/**
 * Where proof is kept for ten years: bytes under a name, written once. Names are slash-separated words of
 * `A-Z a-z 0-9 . _ -`; what is only identified by its content lies under its hash.
 */
export type ArchiveStore = {
  /**
   * Stores the bytes under the name, durably. The same bytes again change nothing (`already`). Refuses
   * `ARCHIVE_CONFLICT` when other bytes lie there, and leaves those as they are; `ARCHIVE_NAME_INVALID`.
   */
  put(name: string, bytes: Uint8Array): Promise<'stored' | 'already'>;
  /** Null where nothing lies under the name. */
  get(name: string): Promise<Uint8Array | null>;
  /** Names that begin with the prefix, in the order of their bytes. */
  list(prefix: string): Promise<readonly string[]>;
};
