/** Strict base64url: null for what decodes to the same bytes but is written otherwise, and for what is too long. */
export function readBase64url(text: unknown, longest = Number.POSITIVE_INFINITY): Buffer | null {
  if (typeof text !== 'string' || text.length > longest) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
