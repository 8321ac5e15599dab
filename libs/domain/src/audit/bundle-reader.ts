/** The entries of a bundle, wherever they lie. Both answers are the same every time. */
export type BundleReader = {
  readonly names: readonly string[];
  /** The content of an entry. Throws a Refusal with `details.entry` for one that is damaged. */
  readonly read: (name: string) => Uint8Array;
};
