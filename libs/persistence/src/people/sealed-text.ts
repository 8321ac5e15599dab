import type { PersonKey } from '@kaoji/application';

const MARK = 's1:';
const FORM = /^s1:([a-z0-9]{1,16}):(.*):([A-Za-z0-9_-]+)$/s;

/** A sealed text as it lies in a column: `s1:<suite>:<person id>:<base64url>`; no person id where the row is the person. */
export type SealedText = { readonly personId: string; readonly sealed: Uint8Array };

/** Reads the form; null for text that is none, which is from before it was sealed. */
export function readSealed(text: string): SealedText | null {
  if (!text.startsWith(MARK)) return null;
  const [, , personId, sealed] = FORM.exec(text) ?? [];
  if (personId === undefined || sealed === undefined) return null;
  return { personId, sealed: Buffer.from(sealed, 'base64url') };
}

/** Seals one text under a person's key for the place `context` names. */
export function sealedText(key: PersonKey, personId: string, text: string, context: string): string {
  const sealed = Buffer.from(key.seal(text, context)).toString('base64url');
  return `${MARK}${key.suite}:${personId}:${sealed}`;
}
