import { stepAt, type Story } from '@kaoji/domain/story';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { playerTexts } from './player-texts.js';

const route = getRouteApi('/signed-in/audit/appraisals/$appraisalId');

type Asked = {
  readonly story: Story;
  readonly found: number;
  /** The number of the last step at or before the time. */
  readonly onTime: (number: number) => void;
};

/** Words to look for in every step, and an instant to go to. */
export function FindSteps({ story, found, onTime }: Asked): ReactNode {
  const say = useTexts(playerTexts);
  const { q, engine, ...rest } = route.useSearch();
  const navigate = route.useNavigate();
  const [time, setTime] = useState('');
  const show = (words: string, all: boolean): void =>
    void navigate({
      search: { ...rest, ...(words === '' ? {} : { q: words }), ...(all ? { engine: true as const } : {}) },
      replace: true,
      resetScroll: false,
    });
  const at = Date.parse(time);
  return (
    <div className="row no-print" role="search">
      <label className="audit-field-row">
        {say('search')}
        <Input
          value={q ?? ''}
          placeholder={say('searchHint')}
          onChange={({ target }) => show(target.value, engine === true)}
        />
      </label>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          onTime((stepAt(story, at) ?? story.steps[0])?.number ?? 1);
        }}
      >
        <label className="audit-field-row">
          {say('time')}
          <Input
            type="datetime-local"
            step={1}
            value={time}
            onChange={({ target }) => setTime(target.value)}
          />
        </label>
        <Button htmlType="submit" disabled={Number.isNaN(at)}>
          {say('goTo')}
        </Button>
      </form>
      <Checkbox checked={engine === true} onChange={({ target }) => show(q ?? '', target.checked)}>
        {say('engine')}
      </Checkbox>
      <span className="quiet" role="status">
        {say('found', { count: found })}
      </span>
    </div>
  );
}
