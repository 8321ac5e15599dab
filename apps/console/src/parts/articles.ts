import type { LocalText } from '@kaoji/domain';

/** The page as it is; a path outside the console is for the build to find. */
const [page = ''] = Object.values(
  import.meta.glob<string>('../../../../docs/articles.md', { eager: true, query: '?raw', import: 'default' }),
);

/** What each article of the national regulation says in short, by its number in Chinese: 第十五条. */
const ARTICLES = new Map(
  page.split('\n').flatMap((line): readonly (readonly [string, LocalText])[] => {
    const [, name, says] = /^\| *\d+ (第\S+条) *\| *(.+?) *\|/.exec(line) ?? [];
    if (name === undefined || says === undefined) return [];
    const at = says.search(/(?<=[。）]) [A-Z]/);
    return [[name, at < 0 ? { zh: says, en: says } : { zh: says.slice(0, at), en: says.slice(at + 1) }]];
  }),
);

/** What the article a clause belongs to says, of the national regulation; null for another source. */
export function articleOf(clause: string): LocalText | null {
  const [name = ''] = /^第[一二三四五六七八九十百]+条/.exec(clause) ?? [];
  return ARTICLES.get(name) ?? null;
}
