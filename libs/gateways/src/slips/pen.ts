import type PDFDocument from 'pdfkit';
import type { SlipFonts, Weight } from './slip-fonts.js';
import type { Place } from './slip-layout.js';

type Document = InstanceType<typeof PDFDocument>;

export type Pen = {
  width(text: string, size: number, weight: Weight): number;
  write(text: string, at: Place, size: number, weight: Weight, colour: string): void;
};

/** Writes a line in as many fonts as its characters need. */
export function createPen(document: Document, fonts: SlipFonts): Pen {
  const registered = new Set<string>();
  const take = (font: string): void => {
    if (!registered.has(font)) document.registerFont(font, fonts.bytes(font));
    registered.add(font);
    document.font(font);
  };
  const holds = (font: string, codePoint: number): boolean => {
    take(font);
    // The library knows, and its types do not say so.
    const { _font: current } = document as unknown as {
      _font: { font: { hasGlyphForCodePoint(at: number): boolean } };
    };
    return current.font.hasGlyphForCodePoint(codePoint);
  };
  const known = new Map<string, ReturnType<SlipFonts['runs']>>();
  const runsOf = (text: string, weight: Weight) => {
    const key = `${weight} ${text}`;
    const runs = known.get(key) ?? fonts.runs(text, weight, holds);
    known.set(key, runs);
    return runs;
  };
  const each = (
    text: string,
    size: number,
    weight: Weight,
    use: (words: string, width: number) => void,
  ): void => {
    for (const { font, text: words } of runsOf(text, weight)) {
      take(font);
      document.fontSize(size);
      use(words, document.widthOfString(words));
    }
  };
  return {
    width(text, size, weight) {
      let sum = 0;
      each(text, size, weight, (_words, width) => void (sum += width));
      return Math.max(sum, 1);
    },
    write(text, { x, y }, size, weight, colour) {
      document.fillColor(colour);
      let left = x;
      each(text, size, weight, (words, width) => {
        document.text(words, left, y, { lineBreak: false });
        left += width;
      });
    },
  };
}
