import { fromBase64, toBase64 } from './base64.js';

/** The head of a log: which log, how many leaves, and the root over them (32 bytes). */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array };

/** The text of a tree head that is signed as a note (C2SP tlog-checkpoint). Throws RangeError on what the form cannot hold. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isOrigin(origin) || !isSize(size) || root.length !== 32) {
    throw new RangeError('checkpoint: no origin, size or root');
  }
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a tree head; lines after the third are allowed and left alone. Null for anything else. */
export function readCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n');
  const root = fromBase64(rootText);
  const size = /^(?:0|[1-9][0-9]{0,15})$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  const wellFormed = isOrigin(origin) && isSize(size) && !extensions.includes('');
  return wellFormed && root?.length === 32 ? { origin, size, root } : null;
}

function isOrigin(origin: string): boolean {
  return origin !== '' && !/[\s+\p{Cc}]/u.test(origin);
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}
