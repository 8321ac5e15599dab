import { titleOf, type Dimension, type Part } from '@kaoji/domain/rulebook';
import { useCallback } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { graphTexts } from './graph-texts.js';
import { useReading } from './reading.js';
import type { TreeNode } from './tree-layout.js';

/** What a score is made of: dimensions, sheets by post where there are several, parts, and whose marks they are. */
export function useDimensionTree(): () => TreeNode {
  const say = useTexts(graphTexts);
  const local = useLocalText();
  const { rulebook, named, role, list } = useReading();
  return useCallback(() => {
    const ofPart = (part: Part): TreeNode => ({
      id: part.id,
      label: local(titleOf(part)),
      weight: part.weight,
      children:
        part.source.kind === 'marks'
          ? part.source.raters.map((rater) => ({
              id: `${part.id}/${rater.role}`,
              label: role(rater.role),
              weight: rater.weight,
              children: [],
            }))
          : [
              {
                id: `${part.id}/source`,
                label: say(`source.${part.source.kind}`),
                weight: null,
                children: [],
              },
            ],
    });
    const ofDimension = (dimension: Dimension): TreeNode => ({
      id: dimension.id,
      label: local(titleOf(dimension)),
      weight: dimension.weight,
      children:
        dimension.sheets.length === 1
          ? dimension.sheets.flatMap(({ parts }) => parts.map(ofPart))
          : dimension.sheets.map(({ id, posts, parts }) => ({
              id,
              label: posts === 'all' ? say('otherPosts') : list(posts.map(named)),
              weight: null,
              children: parts.map(ofPart),
            })),
    });
    const children = rulebook.dimensions.map(ofDimension);
    return { id: 'composite', label: say('composite'), weight: null, children };
  }, [say, local, rulebook, named, role, list]);
}
