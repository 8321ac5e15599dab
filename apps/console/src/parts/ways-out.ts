import type { LocalText } from '@kaoji/domain';

export type WayOut = { readonly sentence: LocalText; readonly whatToDo: LocalText };

/** The pages of docs/problems, as they are: loaded with the first problem somebody meets. */
const PAGES = import.meta.glob<string>('../../../../docs/problems/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** What a code means and what to do about it, from its page; null for a code without one. */
export function wayOutOf(code: string): WayOut | null {
  const page = PAGES[`../../../../docs/problems/${code}.md`];
  if (page === undefined) return null;
  const [, zh = '', en = ''] = page.split(/^## .*$/m);
  const [one, other] = [readPart(zh), readPart(en)];
  return {
    sentence: { zh: one.sentence, en: other.sentence },
    whatToDo: { zh: one.whatToDo, en: other.whatToDo },
  };
}

const TO_DO = /^(?:怎么办：|What to do: ?)/;

function readPart(part: string): { readonly sentence: string; readonly whatToDo: string } {
  const blocks = part
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.replaceAll(/\s*\n\s*/g, ' ').replaceAll('`', ''));
  return {
    sentence: blocks.filter((block) => !TO_DO.test(block)).join(' '),
    whatToDo: blocks.find((block) => TO_DO.test(block))?.replace(TO_DO, '') ?? '',
  };
}
