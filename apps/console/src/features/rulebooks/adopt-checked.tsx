import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { adoptRulebook, type CheckedRulebook } from '../../api/rulebooks.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { adoptTexts } from './adopt-texts.js';
import { RulebookDocument } from './document.js';
import { ReadingOf } from './reading.js';

/** What was checked, read as it will stand with its findings in place; adopted once there are none. */
export function AdoptChecked({
  checked: { rulebook, findings },
  source,
}: {
  readonly checked: CheckedRulebook;
  readonly source: string;
}): ReactNode {
  const say = useTexts(adoptTexts);
  const local = useLocalText();
  const navigate = useNavigate();
  const adopt = useChange({
    ask: (text: string) => adoptRulebook(text),
    onDone: ({ hash }) => void navigate({ to: '/rulebooks/$hash', params: { hash } }),
  });
  if (rulebook === null) return null;
  const { id, version, title } = rulebook;
  return (
    <>
      {findings.length === 0 && (
        <section className="sheet stack" aria-labelledby="adopt-now">
          <h2 id="adopt-now">{say('adoptTitle')}</h2>
          <Alert type="success" showIcon role="status" title={say('clean')} />
          <p>{say('effect', { title: local(title), id, version })}</p>
          {adopt.error !== null && <ProblemNotice fault={adopt.error} />}
          <div>
            <Button type="primary" loading={adopt.isPending} onClick={() => adopt.mutate(source)}>
              {say('adopt')}
            </Button>
          </div>
        </section>
      )}
      <details className="preview">
        <summary>{say('preview')}</summary>
        <ReadingOf rulebook={rulebook} findings={findings}>
          <RulebookDocument />
        </ReadingOf>
      </details>
    </>
  );
}
