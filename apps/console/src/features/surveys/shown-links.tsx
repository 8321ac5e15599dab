import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { linksTexts } from './links-texts.js';

type Asked = { readonly links: readonly string[]; readonly onDone: () => void };

/** Links, this once: nothing keeps them, and they are gone with the page. */
export function ShownLinks({ links, onDone }: Asked): ReactNode {
  const say = useTexts(linksTexts);
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = links.join('\n');
  const copy = (): void => {
    const clipboard = navigator.clipboard as Clipboard | undefined; // missing where an office serves without TLS
    void (clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="stack survey-shown" role="group" aria-label={say('shown')}>
      <strong>{say('shown')}</strong>
      <pre className="survey-command survey-links" tabIndex={0} role="group" aria-label={say('shown')}>
        {text}
      </pre>
      <div className="row">
        <Button type="primary" onClick={copy}>
          {say('copy')}
        </Button>
        <Button onClick={onDone}>{say('done')}</Button>
        <span role="status">{copied === null ? '' : say(copied ? 'copied' : 'notCopied')}</span>
      </div>
    </div>
  );
}
