import { markMaximum, sheetFor, type PanelRule, type Rulebook } from '@kaoji/domain';

/** A part that a role marks as a panel. */
export type PanelPart = {
  readonly part: string;
  readonly role: string;
  readonly rule: PanelRule;
  /** Fewer valid marks than these are no number: the rulebook's missing rule decides then. */
  readonly minimum: number;
};

/** Every part of these posts' sheets that is marked by a panel. */
export function panelParts(rulebook: Rulebook, posts: readonly string[]): readonly PanelPart[] {
  const found = posts.flatMap((post) =>
    rulebook.dimensions.flatMap((dimension) =>
      (sheetFor(dimension, post)?.parts ?? []).flatMap(({ id, source }) =>
        source.kind === 'marks'
          ? source.raters.flatMap(({ role, panel, minCount }): PanelPart[] =>
              panel === undefined ? [] : [{ part: id, role, rule: panel, minimum: minCount }],
            )
          : [],
      ),
    ),
  );
  return [...new Map(found.map((one) => [`${one.part}/${one.role}`, one])).values()];
}

/** The panel rule of a part and role, wherever the rulebook has it. */
export function panelPart(rulebook: Rulebook, part: string, role: string): PanelPart | null {
  const posts = rulebook.posts.map(({ code }) => code);
  return panelParts(rulebook, posts).find((one) => one.part === part && one.role === role) ?? null;
}

/** The posts a request for this part names: none for somebody with one post, each with the part for two. */
export function postsAsked(
  rulebook: Rulebook,
  posts: readonly string[],
  { part, role }: Pick<PanelPart, 'part' | 'role'>,
): readonly (string | null)[] {
  const having = posts.filter((post) =>
    rulebook.dimensions.some((dimension) =>
      (sheetFor(dimension, post)?.parts ?? []).some(
        (one) => one.id === part && markMaximum(rulebook, one, role) !== null,
      ),
    ),
  );
  return posts.length > 1 ? having : having.map(() => null);
}
