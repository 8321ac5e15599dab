import { compareStories, differenceTexts, type Story, type StoryStep } from '@kaoji/domain/story';
import { Checkbox } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useInstants } from '../../i18n/instants.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { playerTexts } from './player-texts.js';

/** Two appraisals, the same steps beside each other, with what parts them. */
export function ComparedSteps({ a, b }: { readonly a: Story; readonly b: Story }): ReactNode {
  const say = useTexts(playerTexts);
  const language = useLanguage();
  const { second } = useInstants();
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const rows = useMemo(() => compareStories(a, b), [a, b]);
  const parted = rows.filter(
    ({ a: one, b: two, differs }) => one === null || two === null || differs.length > 0,
  );
  const cell = (step: StoryStep | null): ReactNode =>
    step === null ? (
      '—'
    ) : (
      <>
        {step.what[language]}
        <div className="quiet">
          {step.number} · {second(step.at)}
        </div>
      </>
    );
  return (
    <>
      <div className="row">
        <span role="status">{say('parted', { count: parted.length, all: rows.length })}</span>
        <Checkbox checked={onlyDifferent} onChange={({ target }) => setOnlyDifferent(target.checked)}>
          {say('onlyDifferent')}
        </Checkbox>
      </div>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('compare')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('thisOne')}</th>
              <th scope="col">{say('otherOne')}</th>
              <th scope="col">{say('differs')}</th>
            </tr>
          </thead>
          <tbody>
            {(onlyDifferent ? parted : rows).map((row) => (
              <tr key={`${row.a?.number ?? ''}/${row.b?.number ?? ''}`}>
                <td>{cell(row.a)}</td>
                <td>{cell(row.b)}</td>
                <td>
                  {differenceTexts(row, language).map((text) => (
                    <div key={text}>{text}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
