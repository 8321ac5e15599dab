// What XML 1.0 cannot hold, even escaped.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML shows it, in an element or an attribute; what XML cannot hold is left out. */
export function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Roughly how wide a text is in units of its size: Chinese characters are square, others about half. */
function widthOf(character: string): number {
  return /[\u1100-\uffff]/u.test(character) || character.length > 1 ? 1 : 0.56;
}

/** Breaks a text into lines of at most `width` (in units of its size): at spaces where it has them. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
    used = 0;
  };
  for (const word of text.match(/[\u1100-\uffff]|[^\s\u1100-\uffff]+\s*|\s+/gu) ?? []) {
    const whole = [...word].reduce((sum, character) => sum + widthOf(character), 0);
    if (used > 0 && used + whole > width) end();
    for (const character of word) {
      if (used + widthOf(character) > width) end(); // a word longer than a line
      line += character;
      used += widthOf(character);
    }
  }
  end();
  return lines.length === 0 ? [''] : lines;
}

/** One line, shortened with an ellipsis where it is wider than `width`. */
export function shortened(text: string, width: number): string {
  const [first = '', ...more] = wrapped(text, width);
  return more.length === 0 ? first : `${wrapped(text, width - 1)[0] ?? ''}…`;
}
