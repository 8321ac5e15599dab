import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import {
  contestFileQuery,
  rulesOfCycleQuery,
  type Contest,
  type Correction,
  type Decided,
} from '../../api/contests.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { useDraft } from '../../parts/use-draft.js';
import { CorrectionForm } from './correction-form.js';
import { CorrectionList } from './correction-list.js';
import { correctionTexts } from './correction-texts.js';
import { Evidence } from './evidence.js';
import { FileSheet } from './file-sheet.js';
import { HearingNote } from './hearing-note.js';
import { OutcomeForm } from './outcome-form.js';
import type { Target } from './target.js';
import { TrialSheet } from './trial-sheet.js';

type Asked = { readonly contest: Contest; readonly onDecided: (decided: Decided) => void };
const NOTHING: readonly Correction[] = [];

/** Everything for whoever hears a contest: the file, a note of what was said, corrections tried, the outcome. */
export function Hearing({ contest, onDecided }: Asked): ReactNode {
  const say = useTexts(correctionTexts);
  const { data: me } = useSuspenseQuery(meQuery);
  const file = useQuery(contestFileQuery(contest.id));
  const rules = useQuery(rulesOfCycleQuery(contest.cycleId));
  const [target, setTarget] = useState<Target | null>(null);
  const name = `contest.${contest.id}.${contest.stage}`;
  const { draft: corrections, keep, forget } = useDraft(me.id, name, NOTHING);
  const add = (one: Correction): void => {
    keep([...corrections, one]);
    setTarget(null);
  };
  return (
    <Loaded query={file}>
      {(shown) => (
        <>
          <FileSheet file={shown} />
          <HearingNote contestId={contest.id} />
          <section className="sheet stack" aria-labelledby="contest-corrections">
            <h2 id="contest-corrections">{say('title')}</h2>
            <p className="quiet">{say('hint')}</p>
            <Evidence person={shown.evidence} rules={rules.data} onCorrect={setTarget} />
            {target !== null && (
              <CorrectionForm
                key={JSON.stringify(target)}
                target={target}
                rules={rules.data}
                onAdd={add}
                onCancel={() => setTarget(null)}
              />
            )}
            <h3>{say('corrections')}</h3>
            {corrections.length === 0 && <p className="quiet">{say('none')}</p>}
            <CorrectionList
              corrections={corrections}
              rules={rules.data}
              onRemove={(at) => keep(corrections.filter((_one, place) => place !== at))}
            />
          </section>
          <TrialSheet contestId={contest.id} corrections={corrections} />
          <OutcomeForm
            contest={contest}
            corrections={corrections}
            onDecided={(decided) => {
              forget();
              onDecided(decided);
            }}
          />
        </>
      )}
    </Loaded>
  );
}
