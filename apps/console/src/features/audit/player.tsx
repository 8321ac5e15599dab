import { getRouteApi } from '@tanstack/react-router';
import type { Story } from '@kaoji/domain/story';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { FindSteps } from './find-steps.js';
import { PlayerBar } from './player-bar.js';
import { playerTexts } from './player-texts.js';
import type { PlayerSearch } from './routes.js';
import { placeOf, shownSteps } from './shown-steps.js';
import { StepList } from './step-list.js';
import { StepSheet } from './step-sheet.js';

const route = getRouteApi('/signed-in/audit/appraisals/$appraisalId');
/** How long a step is shown while it plays: long enough to read its line. */
const SHOWN_MS = 1_500;

/** Forward and back through what happened, by hand or by itself; the step that is shown stands in the address. */
export function Player({ story }: { readonly story: Story }): ReactNode {
  const say = useTexts(playerTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [wantsToPlay, setWantsToPlay] = useState(false);
  const steps = shownSteps(story, search);
  const place = placeOf(steps, search.step);
  const current = steps[place];
  const isPlaying = wantsToPlay && place < steps.length - 1;
  const show = (over: PlayerSearch): void =>
    void navigate({ search: { ...search, ...over }, replace: true, resetScroll: false });
  const goTo = (wanted: number): void => {
    const step = steps[Math.min(Math.max(wanted, 0), steps.length - 1)];
    if (step !== undefined) show({ step: step.number });
  };
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => goTo(place + 1), SHOWN_MS);
    return () => clearTimeout(timer);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const wanted = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: steps.length - 1 }[event.key];
    // A field moves its own cursor.
    if (wanted === undefined || isField(event.target)) return;
    event.preventDefault();
    setWantsToPlay(false);
    goTo(wanted);
  };
  return (
    <section className="stack" aria-label={say('player')} onKeyDown={onKeyDown}>
      <FindSteps
        story={story}
        found={steps.length}
        onTime={(number) => {
          setWantsToPlay(false);
          show({ step: number });
        }}
      />
      {current === undefined ? (
        <p className="sheet">{say('nothingFound')}</p>
      ) : (
        <>
          <PlayerBar
            steps={steps}
            place={place}
            isPlaying={isPlaying}
            onGo={(wanted) => {
              setWantsToPlay(false);
              goTo(wanted);
            }}
            onPlay={() => {
              setWantsToPlay(!isPlaying);
              // Played to its end, it begins anew.
              if (!isPlaying && place === steps.length - 1) goTo(0);
            }}
          />
          <div className="audit-player">
            <StepList steps={steps} current={current} onChoose={(number) => show({ step: number })} />
            <StepSheet step={current} before={story.steps.slice(0, story.steps.indexOf(current))} />
          </div>
        </>
      )}
    </section>
  );
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
