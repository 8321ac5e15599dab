/** Names Windows keeps for devices, with or without an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** First what an attacker would try, so that the report can say it; then whatever else is not a plain name. */
const FAULTS: readonly (readonly [fault: string, is: (name: string) => boolean])[] = [
  ['empty', (name) => name === ''],
  ['NUL', (name) => name.includes('\0')],
  ['backslash', (name) => name.includes('\\')],
  ['drive', (name) => /^[A-Za-z]:/.test(name)],
  ['absolute', (name) => name.startsWith('/')],
  ['parent folder', (name) => name.split('/').includes('..')],
  ['device', (name) => name.split('/').some((word) => DEVICE.test(word))],
  ['dot at the end', (name) => name.split('/').some((word) => /[. ]$/.test(word))],
  ['letters', (name) => !/^[A-Za-z0-9._/-]*$/.test(name)],
  ['form', (name) => !/^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(name)],
];

/**
 * What is wrong with the name of an entry, or null. Names are slash-separated words of `A-Z a-z 0-9 . _ -` that begin
 * with none of `. -`: no system reads one as a path outside the folder, a drive, a device or a stream, and two of
 * them can be the same name to a system only by case (they have one Unicode form).
 */
export function nameFault(name: string): string | null {
  return FAULTS.find(([, is]) => is(name))?.[0] ?? null;
}

/** The names two systems might take for one and the same. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The folders a name lies in, the outermost first, folded. */
export function foldersOf(name: string): readonly string[] {
  const words = foldedName(name).split('/');
  return words.slice(1).map((_, at) => words.slice(0, at + 1).join('/'));
}
