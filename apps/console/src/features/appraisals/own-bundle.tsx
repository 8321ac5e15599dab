import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { readOwnBundle } from '../../api/own-year.js';
import { resultQuery } from '../../api/results.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { yearTexts } from './year-texts.js';

const FILE = 'my-appraisal.zip';

/** The file that proves my own appraisal, beside the signed root it can be checked against. */
export function OwnBundle({ appraisalId }: { readonly appraisalId: string }): ReactNode {
  const say = useTexts(yearTexts);
  const reading = useMutation({ mutationFn: () => readOwnBundle(appraisalId), onSuccess: keepAsFile });
  // Before the result is delivered there is no root to show, and that is no fault.
  const result = useQuery({ ...resultQuery(appraisalId), retry: false });
  const root = result.data?.log ?? null;
  return (
    <section className="sheet stack" aria-labelledby="year-proof">
      <h2 id="year-proof">{say('proof')}</h2>
      <p>{say('proofHint')}</p>
      {root === null ? (
        <p className="quiet">{say('noRoot')}</p>
      ) : (
        <dl className="facts">
          <dt>{say('root')}</dt>
          <dd>
            <code className="wrap-anywhere">{root.root}</code>
            <div className="quiet">{say('rootSize', { count: root.size })}</div>
          </dd>
        </dl>
      )}
      {reading.error !== null && <ProblemNotice fault={reading.error} />}
      {root !== null && (
        <div className="row no-print">
          <Button loading={reading.isPending} onClick={() => reading.mutate()}>
            {say('download')}
          </Button>
          <span role="status">{reading.isSuccess ? say('downloaded', { file: FILE }) : ''}</span>
        </div>
      )}
    </section>
  );
}

/** Hands the file to the browser, which asks or puts it where it puts files. */
function keepAsFile(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
