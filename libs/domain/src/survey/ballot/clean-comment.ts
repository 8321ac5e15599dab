// Control characters, lone surrogates, and the marks that turn the direction of whatever stands beside them.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Line ends as one character, as `maxlength` counts them; nothing unprintable; no blanks at the ends. */
export function cleanComment(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, (character) => (character === '\n' ? '\n' : ''))
    .trim();
}
