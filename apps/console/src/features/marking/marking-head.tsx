import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { firstOfInboxQuery } from '../../api/inbox.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Due } from '../../parts/due.js';
import type { MarkingSheet } from './marking-sheet.js';
import { isChanged } from './sheet.js';
import { markingTexts } from './texts.js';

const UNITS_SHOWN = 20;

/** How far I am, until when, what happens if I do nothing, and who sees what. */
export function MarkingHead({
  sheet: { cycleId, items, draft },
}: {
  readonly sheet: MarkingSheet;
}): ReactNode {
  const say = useTexts(markingTexts);
  const given = items.filter(({ marked }) => marked !== null).length;
  const drafted = items.filter((item) => isChanged(item, draft)).length;
  const label = say('progressLabel', { given, all: items.length });
  return (
    <section className="sheet stack" aria-labelledby="marking-progress">
      <h2 id="marking-progress" className="unseen">
        {say('progress')}
      </h2>
      <div className="row">
        <progress className="marking-progress" value={given} max={items.length} aria-label={label} />
        <span>{label}</span>
        {drafted > 0 && <span className="mark warn">{say('drafted', { count: drafted })}</span>}
      </div>
      <Waiting cycleId={cycleId} kind="panel_marking" />
      <Waiting cycleId={cycleId} kind="marking" />
      <p className="quiet">
        {say('blind')} {say('draftNote')}
      </p>
    </section>
  );
}

type Asked = { readonly cycleId: string; readonly kind: 'marking' | 'panel_marking' };

/** The deadline of each unit, as the inbox has it. */
function Waiting({ cycleId, kind }: Asked): ReactNode {
  const local = useLocalText();
  const { data } = useQuery(firstOfInboxQuery({ cycleId, kind }, UNITS_SHOWN));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ul className="plain">
      {items.map((item) => (
        <li key={item.id} className="row">
          <span>
            {item.unitName} · {local(item.title)}
          </span>
          <Due {...item} />
          <span className="quiet">{local(item.ifNothingText)}</span>
        </li>
      ))}
    </ul>
  );
}
