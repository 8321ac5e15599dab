import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { areaUnitsQuery, planRulebookQuery } from '../../api/planning.js';
import { useLocalText } from '../../i18n/use-texts.js';

/** Columns that are chosen from what is known, by the list that offers it. */
export const CHOICES_OF: Readonly<Record<string, string>> = {
  unit: 'roster-units',
  community: 'roster-communities',
  posts: 'roster-posts',
  category: 'roster-categories',
};

/** What a cell may say, offered while it is typed. */
export function RosterChoices({
  cycle: { areaId, rulebookHash, units },
}: {
  readonly cycle: Cycle;
}): ReactNode {
  const local = useLocalText();
  const { data: places } = useQuery(areaUnitsQuery(areaId));
  const { data: rulebook } = useQuery(planRulebookQuery(rulebookHash));
  const communities = (places?.items ?? [])
    .filter(({ id }) => units.some(({ unitId }) => unitId === id))
    .flatMap((unit) => unit.communities.map(({ name }) => name));
  return (
    <>
      <Choices id="roster-units" words={units.map(({ name }) => name)} />
      <Choices id="roster-communities" words={communities} />
      <Choices id="roster-posts" words={(rulebook?.posts ?? []).map(({ title }) => local(title))} />
      <Choices id="roster-categories" words={(rulebook?.categories ?? []).map(({ title }) => local(title))} />
    </>
  );
}

function Choices({ id, words }: { readonly id: string; readonly words: readonly string[] }): ReactNode {
  return (
    <datalist id={id}>
      {[...new Set(words)].map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}
