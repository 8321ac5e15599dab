import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { readBundle } from '../../api/audit.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { proofTexts } from './proof-texts.js';

const FILE = 'audit-bundle.zip';
const VERIFY = `npm run kaoji -- audit verify ${FILE}`;

/** The file that proves a cycle without this service, and how to prove it. */
export function Bundle({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(proofTexts);
  const reading = useMutation({ mutationFn: () => readBundle(cycleId), onSuccess: keepAsFile });
  return (
    <section className="sheet stack" aria-labelledby="proof-bundle">
      <h2 id="proof-bundle">{say('bundle')}</h2>
      <p>{say('bundleHint')}</p>
      {reading.error !== null && <ProblemNotice fault={reading.error} />}
      <div className="row">
        <Button type="primary" loading={reading.isPending} onClick={() => reading.mutate()}>
          {say('download')}
        </Button>
        <span role="status">{reading.isSuccess ? say('downloaded', { file: FILE }) : ''}</span>
      </div>
      <h3>{say('verify')}</h3>
      <ol className="stack audit-ways">
        <li>{say('verify.run')}</li>
        <li>{say('verify.answer')}</li>
        <li>{say('verify.heads')}</li>
      </ol>
      <pre className="audit-content" tabIndex={0} role="group" aria-label={say('command')}>
        {VERIFY}
      </pre>
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
