import type { Story } from '@kaoji/domain/story';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { storyQuery } from '../../api/audit.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { ComparedSteps } from './compared-steps.js';
import { playerTexts } from './player-texts.js';

const route = getRouteApi('/signed-in/audit/appraisals/$appraisalId');

/** This appraisal beside another one, which its number names. */
export function Comparison({ story }: { readonly story: Story }): ReactNode {
  const say = useTexts(playerTexts);
  const { with: other, ...rest } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(other ?? '');
  const show = (wanted: string): void =>
    void navigate({
      search: wanted === '' ? rest : { ...rest, with: wanted },
      replace: true,
      resetScroll: false,
    });
  return (
    <section className="sheet stack" aria-labelledby="story-compare">
      <h2 id="story-compare">{say('compare')}</h2>
      <form
        className="row no-print"
        onSubmit={(event) => {
          event.preventDefault();
          show(typed.trim());
        }}
      >
        <label className="audit-field-row">
          {say('other')}
          <Input value={typed} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <Button htmlType="submit">{say('doCompare')}</Button>
      </form>
      {other === undefined ? (
        <p className="quiet">{say('compareHint')}</p>
      ) : (
        <OtherStory story={story} other={other} />
      )}
    </section>
  );
}

function OtherStory({ story, other }: { readonly story: Story; readonly other: string }): ReactNode {
  const query = useQuery(storyQuery(other));
  return <Loaded query={query}>{(found) => <ComparedSteps a={story} b={found} />}</Loaded>;
}
