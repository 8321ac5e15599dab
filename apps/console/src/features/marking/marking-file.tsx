import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { markingFileQuery } from '../../api/marking.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { markingTexts } from './texts.js';

type Asked = { readonly appraisalId: string; readonly isOpen: boolean };

/** The person's own report and routine record, beside the sheet while marks can be given. */
export function MarkingFile({ appraisalId, isOpen }: Asked): ReactNode {
  const say = useTexts(markingTexts);
  const local = useLocalText();
  const { minute } = useInstants();
  const query = useQuery({ ...markingFileQuery(appraisalId), enabled: isOpen });
  if (!isOpen) return null;
  return (
    <section className="sheet stack" aria-labelledby="marking-file">
      <h2 id="marking-file">{say('file')}</h2>
      <Loaded query={query}>
        {({ posts, dutyReport, routine }) => (
          <>
            <dl className="facts">
              <dt>{say('posts')}</dt>
              <dd>{posts.map(local).join(' · ')}</dd>
            </dl>
            <h3>{say('routine')}</h3>
            {routine.length === 0 ? (
              <p className="quiet">{say('noRoutine')}</p>
            ) : (
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say('period')}</th>
                    <th scope="col" className="number">
                      {say('score')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {routine.map(({ period, value }) => (
                    <tr key={period}>
                      <th scope="row">{period}</th>
                      <td className="number">{value}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <h3>{say('report')}</h3>
            {dutyReport === null ? (
              <p className="quiet">{say('noReport')}</p>
            ) : (
              <>
                <p className="quiet">{say('reportAt', { at: minute(dutyReport.submittedAt) })}</p>
                <div className="marking-report" tabIndex={0} role="group" aria-label={say('report')}>
                  {dutyReport.text}
                </div>
              </>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
