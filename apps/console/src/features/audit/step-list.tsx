import { chapterWords, type StoryStep } from '@kaoji/domain/story';
import { useEffect, useRef, type ReactNode } from 'react';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { playerTexts } from './player-texts.js';

type Asked = {
  readonly steps: readonly StoryStep[];
  readonly current: StoryStep;
  readonly onChoose: (number: number) => void;
};

/** Every step in its order; the one that is shown is kept in view. */
export function StepList({ steps, current, onChoose }: Asked): ReactNode {
  const say = useTexts(playerTexts);
  const local = useLocalText();
  const { second } = useInstants();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const [frame, shown] = [list.current, list.current?.querySelector('[aria-current]')];
    if (frame === null || !(shown instanceof HTMLElement)) return;
    // The list scrolls, never the page.
    frame.scrollTop = shown.offsetTop - frame.clientHeight / 2;
  }, [current.number]);
  return (
    <ol className="sheet plain audit-steps no-print" ref={list} aria-label={say('steps')}>
      {steps.map(({ number, at, what, chapter, changed, failure }) => (
        <li key={number}>
          <button
            type="button"
            aria-current={number === current.number ? 'step' : undefined}
            onClick={() => onChoose(number)}
          >
            <span className="row quiet">
              <span className="number">{number}</span>
              <span>{local(chapterWords(chapter))}</span>
              <span>{second(at)}</span>
            </span>
            <span className="wrap-anywhere">{local(what)}</span>
            {changed.length > 0 && <span className="mark">{say('numberChanged')}</span>}
            {failure !== null && <span className="mark late">{say('failure')}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
