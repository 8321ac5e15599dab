import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff.js';

export type Weight = 400 | 700;
/** A stretch of text in one font file. */
export type FontRun = { readonly font: string; readonly text: string };
/** The font of the slips: one file holds what is usual, many small ones hold rare characters, as in place names. */
export type SlipFonts = {
  /** The file's TrueType bytes. */
  bytes(font: string): Buffer;
  /** Text in order, split by font; a character that no file holds becomes 〓, as printers do. */
  runs(text: string, weight: Weight, holds: (font: string, codePoint: number) => boolean): readonly FontRun[];
};

const PACKAGE = '@fontsource/noto-sans-sc';
const USUAL = 'chinese-simplified';
const UNKNOWN = '〓';

type Range = { readonly subset: string; readonly from: number; readonly to: number };

/** Noto Sans SC (OFL), read from its package when needed and kept. */
export function createSlipFonts(): SlipFonts {
  const require = createRequire(import.meta.url);
  const read = (path: string): Buffer => readFileSync(require.resolve(`${PACKAGE}/${path}`));
  const kept = new Map<string, Buffer>();
  let ranges: readonly Range[] | null = null;
  const rareSubset = (codePoint: number): string | null => {
    ranges ??= rangesOf(JSON.parse(read('unicode.json').toString('utf8')) as Record<string, string>);
    return ranges.find(({ from, to }) => from <= codePoint && codePoint <= to)?.subset ?? null;
  };
  return {
    bytes(font) {
      const bytes = kept.get(font) ?? unpackWoff(read(`files/noto-sans-sc-${font}-normal.woff`));
      kept.set(font, bytes);
      return bytes;
    },
    runs(text, weight, holds) {
      const usual = `${USUAL}-${weight}`;
      const runs: { font: string; text: string }[] = [];
      for (const character of text) {
        const { font, shown } = fontOf(character);
        const last = runs.at(-1);
        if (last?.font === font) last.text += shown;
        else runs.push({ font, text: shown });
      }
      return runs;

      function fontOf(character: string): { readonly font: string; readonly shown: string } {
        const codePoint = character.codePointAt(0) ?? 0;
        if (holds(usual, codePoint)) return { font: usual, shown: character };
        const subset = rareSubset(codePoint);
        return subset === null
          ? { font: usual, shown: UNKNOWN }
          : { font: `${subset}-${weight}`, shown: character };
      }
    },
  };
}

/** `{"[77]": "U+57da,U+5803-5804"}` as ranges; `[77]` is in the file names without its brackets. */
function rangesOf(unicode: Readonly<Record<string, string>>): readonly Range[] {
  return Object.entries(unicode).flatMap(([key, list]) =>
    list.split(',').map((range) => {
      const [from = '', to = from] = range.slice('U+'.length).split('-');
      return {
        subset: key.replace(/[[\]]/g, ''),
        from: Number.parseInt(from, 16),
        to: Number.parseInt(to, 16),
      };
    }),
  );
}
