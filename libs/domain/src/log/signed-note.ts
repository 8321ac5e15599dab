import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.js';

/** One signature line of a note: who says so, by which key, and the signature itself. */
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly signature: Uint8Array };
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const MARK = '\u2014 '; // the em dash before a signature line
const LONGEST = 1_000_000;
const MOST_SIGNATURES = 100;
const ED25519 = Uint8Array.of(0x01);
const UNASSIGNED = 0xff; // a type without a byte of its own carries a name after it

/**
 * The id of a note's key: the first four bytes of SHA-256(name ‖ LF ‖ type ‖ key), hex (C2SP signed-note). Ed25519 keys
 * count as their 32 bytes, so that other tools find them; keys of another kind as they are, after 0xff and the kind's name.
 */
export function noteKeyId(name: string, key: Uint8Array, kind: 'Ed25519' | (string & {})): string {
  const type =
    kind === 'Ed25519' ? ED25519 : concatBytes(Uint8Array.of(UNASSIGNED), utf8ToBytes(`${kind}\n`));
  return bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), type, key)).subarray(0, 4));
}

/** The bytes a signature of a note covers: its text with the last line feed. */
export function noteBytes(text: string): Uint8Array {
  return utf8ToBytes(text);
}

/** Writes text and signatures in the form of C2SP signed-note. Throws RangeError on a text or a name that form cannot hold. */
export function formatNote({ text, signatures }: SignedNote): string {
  if (!isNoteText(text))
    throw new RangeError('note: a text ends in a line feed and holds no control character');
  const lines = signatures.map(({ name, keyId, signature }) => {
    if (!isKeyName(name)) throw new RangeError(`note: "${name}" is no key name`);
    return `${MARK}${name} ${toBase64(concatBytes(keyIdBytes(keyId), signature))}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Reads a note; null for whatever is no note, without saying which rule it broke. Verifies nothing. */
export function readNote(note: string): SignedNote | null {
  if (note.length > LONGEST || !note.endsWith('\n')) return null;
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (split < 0 || !isNoteText(text) || lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(readSignature);
  return signatures.every((one) => one !== null) ? { text, signatures } : null;
}

function readSignature(line: string): NoteSignature | null {
  const [name, encoded, ...more] = line.startsWith(MARK) ? line.slice(MARK.length).split(' ') : [];
  const bytes = encoded === undefined || more.length > 0 ? null : fromBase64(encoded);
  if (name === undefined || !isKeyName(name) || bytes === null || bytes.length < 5) return null;
  return { name, keyId: bytesToHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

function keyIdBytes(keyId: string): Uint8Array {
  if (!/^[0-9a-f]{8}$/.test(keyId)) throw new RangeError('note: a key id is four bytes in hex');
  return Uint8Array.from({ length: 4 }, (_, at) => Number.parseInt(keyId.slice(2 * at, 2 * at + 2), 16));
}

function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{Cc}]/u.test(name);
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text !== '\n' && !/[\p{Surrogate}]|(?!\n)\p{Cc}/u.test(text);
}
