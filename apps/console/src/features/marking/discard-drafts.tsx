import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import type { MarkingSheet } from './marking-sheet.js';
import { markingTexts } from './texts.js';

/** Deletes what was not sent, after saying what that is. */
export function DiscardDrafts({
  sheet,
  count,
}: {
  readonly sheet: MarkingSheet;
  readonly count: number;
}): ReactNode {
  const say = useTexts(markingTexts);
  const [asking, setAsking] = useState(false);
  if (!asking) return <Button onClick={() => setAsking(true)}>{say('discard')}</Button>;
  return (
    <div className="row" role="group" aria-label={say('discard')}>
      <span>{say('discardEffect', { count })}</span>
      <Button danger onClick={sheet.forget}>
        {say('confirmDiscard')}
      </Button>
      <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
    </div>
  );
}
