import { useEffect, useState, type ReactNode } from 'react';
import type { LocalText } from '@kaoji/domain';
import { useLocalText, useTexts } from '../i18n/use-texts.js';
import { partsTexts } from './texts.js';

/** The clause a step rests on, and what its article says. */
export function Clause({ clause }: { readonly clause: string }): ReactNode {
  const say = useTexts(partsTexts);
  const local = useLocalText();
  const [article, setArticle] = useState<LocalText | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./articles.js').then(({ articleOf }) => {
      if (wanted) setArticle(articleOf(clause));
    });
    return () => {
      wanted = false;
    };
  }, [clause]);
  return (
    <span>
      <span className="quiet">{say('clause')}</span> {clause}
      {article !== null && <span className="quiet"> · {local(article)}</span>}
    </span>
  );
}
