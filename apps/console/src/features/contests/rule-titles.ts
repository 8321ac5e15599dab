import type { LocalText, Rulebook } from '@kaoji/domain';

type Adjustment = Rulebook['dimensions'][number]['adjustments'][number];
export type Titles = {
  readonly part: (code: string) => LocalText;
  readonly role: (code: string) => LocalText;
  readonly fact: (code: string) => LocalText;
  readonly item: (code: string) => LocalText;
};

/** What a rulebook calls its parts, roles, facts and items; a code it has no words for stays a code. */
export function titlesOf(rules: Rulebook | undefined): Titles {
  const parts = new Map(
    (rules?.dimensions ?? []).flatMap(({ sheets, title }) =>
      sheets.flatMap((sheet) => sheet.parts.map((part) => [part.id, part.title ?? title] as const)),
    ),
  );
  const items = new Map(itemsOf(rules).map(({ id, title }) => [id, title] as const));
  const roles = new Map((rules?.roles ?? []).map(({ code, title }) => [code, title] as const));
  const facts = new Map((rules?.facts ?? []).map(({ id, title }) => [id, title] as const));
  return { part: named(parts), role: named(roles), fact: named(facts), item: named(items) };
}

/** Every bonus and deduction a rulebook knows. */
export function itemsOf(rules: Rulebook | undefined): readonly Adjustment[] {
  return (rules?.dimensions ?? []).flatMap(({ adjustments }) => adjustments);
}

function named(titles: ReadonlyMap<string, LocalText | undefined>): (code: string) => LocalText {
  return (code) => titles.get(code) ?? { zh: code, en: code };
}
