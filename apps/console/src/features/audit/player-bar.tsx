import { Button } from 'antd';
import type { StoryStep } from '@kaoji/domain/story';
import type { ReactNode } from 'react';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { playerTexts } from './player-texts.js';

type Asked = {
  readonly steps: readonly StoryStep[];
  readonly place: number;
  readonly isPlaying: boolean;
  readonly onGo: (place: number) => void;
  readonly onPlay: () => void;
};

/** The buttons of the player and its timeline, which arrow keys move. */
export function PlayerBar({ steps, place, isPlaying, onGo, onPlay }: Asked): ReactNode {
  const say = useTexts(playerTexts);
  const local = useLocalText();
  const { second } = useInstants();
  const last = steps.length - 1;
  const step = steps[place];
  const at = step === undefined ? '' : second(step.at);
  return (
    <div className="sheet stack no-print">
      <div className="row">
        <Button disabled={place === 0} onClick={() => onGo(0)}>
          {say('first')}
        </Button>
        <Button disabled={place === 0} onClick={() => onGo(place - 1)}>
          {say('previous')}
        </Button>
        <Button type="primary" disabled={last === 0} onClick={onPlay}>
          {say(isPlaying ? 'pause' : 'play')}
        </Button>
        <Button disabled={place === last} onClick={() => onGo(place + 1)}>
          {say('next')}
        </Button>
        <Button disabled={place === last} onClick={() => onGo(last)}>
          {say('last')}
        </Button>
        <span className="quiet">{say('place', { place: place + 1, count: steps.length })}</span>
        <span>{at}</span>
      </div>
      <input
        type="range"
        className="audit-timeline"
        aria-label={say('timeline')}
        aria-valuetext={step === undefined ? '' : `${local(step.what)} ${at}`}
        min={0}
        max={last}
        value={place}
        onChange={({ target }) => onGo(target.valueAsNumber)}
      />
      <p className="quiet">{say('keys')}</p>
    </div>
  );
}
