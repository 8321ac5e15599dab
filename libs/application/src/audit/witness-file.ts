import { readCheckpoint, readNote, type Checkpoint } from '@kaoji/domain';

const NAME = /^(?:0|[1-9][0-9]{0,15})-[0-9a-f]{16}\.note$/;

/** The name of a head kept as a file: `<size>-<first 8 bytes of the root, hex>.note`. Two heads of one size differ in it. */
export function witnessFileName({ size, root }: Pick<Checkpoint, 'size' | 'root'>): string {
  return `${size}-${Buffer.from(root.subarray(0, 8)).toString('hex')}.note`;
}

/** Whether a file may be a witness file, by its name alone. */
export function isWitnessFileName(name: string): boolean {
  return NAME.test(name);
}

/** The head in a witness file; null where there is none, or another than its name says. Verifies no signature. */
export function readWitnessFile({
  name,
  note,
}: {
  readonly name: string;
  readonly note: string;
}): Checkpoint | null {
  const signed = readNote(note);
  const head = signed === null ? null : readCheckpoint(signed.text);
  return head !== null && witnessFileName(head) === name ? head : null;
}
