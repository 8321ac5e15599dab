import type { ReactNode } from 'react';
import type { MarkingItem } from '../../api/marking.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { anchorOf } from './sheet.js';
import { markingTexts } from './texts.js';

/** What marks of a part stand for, best first; the one a mark falls under is picked out. */
export function Anchors({ item, value }: { readonly item: MarkingItem; readonly value: string }): ReactNode {
  const say = useTexts(markingTexts);
  const local = useLocalText();
  if (item.anchors.length === 0) return null;
  const here = anchorOf(item, value);
  return (
    <ul className="marking-anchors" aria-label={say('anchors')}>
      {item.anchors.map(({ atLeast, text }, index) => (
        <li key={atLeast} aria-current={index === here ? 'true' : undefined}>
          <span>{say('atLeast', { atLeast })}</span>
          <span>{local(text)}</span>
        </li>
      ))}
    </ul>
  );
}
