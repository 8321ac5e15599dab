import { Alert, Button } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { recordsTexts } from './records-texts.js';

type Asked = {
  readonly title: string;
  readonly hint: string;
  /** What is on record: a heading for each column, and rows. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The place of the column that holds numbers. */
  readonly numbers?: number;
  readonly children: ReactNode;
};

/** One kind of record: what is there, and the form that adds to it. */
export function RecordSection({ title, hint, columns, rows, numbers, children }: Asked): ReactNode {
  const say = useTexts(recordsTexts);
  const id = useId();
  return (
    <section className="sheet stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="group" aria-label={title}>
          <table className="table">
            <thead>
              <tr>
                {columns.map((column, at) => (
                  <th key={column} scope="col" className={at === numbers ? 'number' : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first = '', ...others]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {others.map((text, at) => (
                    <td key={columns[at + 1]} className={at + 1 === numbers ? 'number' : 'wrap-anywhere'}>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {children === null ? null : (
        <>
          <p className="quiet">{hint}</p>
          {children}
        </>
      )}
    </section>
  );
}

type Sent = {
  readonly change: { readonly error: Error | null; readonly isPending: boolean; readonly isSuccess: boolean };
};

/** The end of each form: what went wrong or that it is recorded, and the button. */
export function RecordEnd({ change: { error, isPending, isSuccess } }: Sent): ReactNode {
  const say = useTexts(recordsTexts);
  return (
    <div className="stack">
      {error !== null && <ProblemNotice fault={error} />}
      {isSuccess && <Alert type="success" showIcon role="status" title={say('saved')} />}
      <div>
        <Button htmlType="submit" loading={isPending}>
          {say('save')}
        </Button>
      </div>
    </div>
  );
}
