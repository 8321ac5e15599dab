/** A signed head as it was kept outside the database: the file's name and its text. */
export type WitnessFile = { readonly name: string; readonly note: string };

/** Where heads are kept that whoever rewrites the database does not reach: a folder on another disk, a share, a stick. */
export type Witness = {
  /** Keeps a signed head under its own name; the same head again changes nothing, even signed anew. Refuses `WITNESS_NO_HEAD`. */
  keep(note: string): Promise<'kept' | 'already'>;
  /** All of them by size. `leftAside` names what lies there and is no witness file. */
  read(): Promise<{ readonly files: readonly WitnessFile[]; readonly leftAside: readonly string[] }>;
};
