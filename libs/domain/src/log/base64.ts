/** Standard base64 (RFC 4648 section 4) with padding, as C2SP notes write it. */
export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte); // spread, a long text would be too many arguments
  return btoa(letters);
}

/** Null for what is no base64, and for what is written otherwise than `toBase64` would. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
