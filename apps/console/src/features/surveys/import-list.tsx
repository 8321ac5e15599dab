import { Alert } from 'antd';
import { useId, type ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { importResidents } from '../../api/residents.js';
import { useChange } from '../../api/use-change.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { residentsTexts } from './residents-texts.js';

type Asked = { readonly campaignId: string; readonly replaces: boolean };

/** Brings in a list from a file, all of it or nothing; what is wrong is told by row and column. */
export function ImportList({ campaignId, replaces }: Asked): ReactNode {
  const say = useTexts(residentsTexts);
  const field = useId();
  const change = useChange({ ask: (file: File) => importResidents(campaignId, file) });
  return (
    <>
      <p className="quiet">{say('hint')}</p>
      <p className="row">
        <span className="quiet">{say('templates')}</span>
        <a href="/api/templates/residents.csv" download="residents.csv">
          {say('csv')}
        </a>
        <a href="/api/templates/residents.xlsx" download="residents.xlsx">
          {say('xlsx')}
        </a>
      </p>
      <div className="stack">
        <label htmlFor={field}>
          {say('file')}
          {replaces && <span className="quiet"> {say('replaces')}</span>}
        </label>
        <input
          id={field}
          type="file"
          accept=".csv,.xlsx"
          disabled={change.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) change.mutate(file);
            target.value = ''; // the mended file may have the same name
          }}
        />
      </div>
      {change.isSuccess && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={say('imported', { count: change.data.imported })}
        />
      )}
      {change.error !== null && <Refused fault={change.error} />}
    </>
  );
}

function Refused({ fault }: { readonly fault: Error }): ReactNode {
  const say = useTexts(residentsTexts);
  const language = useLanguage();
  const errors = fault instanceof ApiProblem ? (fault.document.errors ?? []) : [];
  const rows = errors.filter(({ row }) => row !== undefined);
  if (!(fault instanceof ApiProblem) || rows.length === 0) return <ProblemNotice fault={fault} />;
  return (
    <div className="stack" role="alert">
      <p>
        <span className="mark late survey-say">{say('nothing')}</span>
      </p>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('nothing')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {say('row')}
              </th>
              <th scope="col">{say('column')}</th>
              <th scope="col">{say('what')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, column, message, messageZh, path }) => (
              <tr key={`${path} ${message}`}>
                <td className="number">{row}</td>
                <td>{column}</td>
                <td>{language === 'zh' ? (messageZh ?? message) : message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
