import { markMaximum, sheetFor, titleOf, type LocalText, type PanelRule, type Rulebook } from '@kaoji/domain';

/** A part of some post's sheet that a role marks. */
export type MarkedPart = {
  readonly part: string;
  readonly title: LocalText;
  readonly post: string;
  readonly max: string;
  readonly evidenceRequired: boolean;
  /** Marked only where residents' answers never became a valid sample. */
  readonly standsIn: boolean;
  /** The role sits as a panel for it. */
  readonly panel: PanelRule | null;
  readonly anchors: readonly { readonly atLeast: string; readonly text: LocalText }[];
};

/** Every part that this role marks for somebody with these posts. */
export function partsMarkedBy(
  rulebook: Rulebook,
  posts: readonly string[],
  role: string,
): readonly MarkedPart[] {
  return posts.flatMap((post) =>
    rulebook.dimensions.flatMap((dimension) =>
      (sheetFor(dimension, post)?.parts ?? []).flatMap((part): MarkedPart[] => {
        const max = markMaximum(rulebook, part, role);
        if (max === null) return [];
        const { id, evidenceRequired, source } = part;
        const standsIn = source.kind === 'survey';
        const rater = source.kind === 'marks' ? source.raters.find((one) => one.role === role) : undefined;
        const [panel, anchors] = [rater?.panel ?? null, part.anchors ?? []];
        return [{ part: id, title: titleOf(part), post, max, evidenceRequired, standsIn, panel, anchors }];
      }),
    ),
  );
}

/** The part a request means; `null` when this role does not mark it for these posts. */
export function markedPart(
  rulebook: Rulebook,
  posts: readonly string[],
  request: { readonly part: string; readonly post: string | null; readonly role: string },
): MarkedPart | null {
  const parts = partsMarkedBy(rulebook, posts, request.role);
  return parts.find(({ part, post }) => part === request.part && (request.post ?? post) === post) ?? null;
}

/** Every role that marks anything, the stand-in for a survey included. */
export function markingRoles(rulebook: Rulebook): readonly string[] {
  const raters = rulebook.dimensions.flatMap(({ sheets }) =>
    sheets.flatMap(({ parts }) =>
      parts.flatMap(({ source }) => (source.kind === 'marks' ? source.raters.map(({ role }) => role) : [])),
    ),
  );
  const standIn = rulebook.survey?.fallbackRole;
  return [...new Set([...raters, ...(standIn === undefined ? [] : [standIn])])];
}
