import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Input, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { checkRulebook } from '../../api/rulebooks.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { AdoptChecked } from './adopt-checked.js';
import { adoptTexts } from './adopt-texts.js';
import { FindingsByLine } from './findings.js';
import './rulebooks.css';

type Area = InputRef & { readonly resizableTextArea?: { readonly textArea: HTMLTextAreaElement } };

/** A file becomes a rulebook: chosen or pasted, checked line by line, read as it will stand, then adopted. */
export function AdoptPage(): ReactNode {
  const say = useTexts(adoptTexts);
  const [source, setSource] = useState('');
  const area = useRef<Area>(null);
  const check = useMutation({ mutationFn: checkRulebook });
  const change = (text: string): void => {
    setSource(text);
    check.reset(); // what was checked is no longer what stands here
  };
  const toLine = (line: number): void => {
    const field = area.current?.resizableTextArea?.textArea;
    if (field === undefined) return;
    const lines = source.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.focus();
    field.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
    field.scrollTop = (field.scrollHeight / lines.length) * Math.max(0, line - 4);
  };
  return (
    <Page title={say('title')} actions={<Link to="/rulebooks">{say('toList')}</Link>}>
      <section className="sheet stack" aria-labelledby="adopt-file">
        <h2 id="adopt-file">{say('file')}</h2>
        <p className="quiet">{say('fileHint')}</p>
        <label className="stack tight">
          {say('choose')}
          <input
            type="file"
            accept=".yaml,.yml,.json"
            onChange={({ target: { files } }) => void files?.[0]?.text().then(change)}
          />
        </label>
        <label htmlFor="adopt-source">{say('text')}</label>
        <Input.TextArea
          ref={area as never}
          id="adopt-source"
          className="source"
          spellCheck={false}
          rows={14}
          value={source}
          onChange={({ target }) => change(target.value)}
        />
        <div className="row">
          <Button
            type="primary"
            disabled={source.trim() === ''}
            loading={check.isPending}
            onClick={() => check.mutate(source)}
          >
            {say('check')}
          </Button>
          <span className="quiet">{say('checkHint')}</span>
        </div>
        {check.error !== null && <ProblemNotice fault={check.error} />}
      </section>
      {check.data !== undefined && check.data.findings.length > 0 && (
        <section className="sheet stack" aria-labelledby="adopt-findings">
          <h2 id="adopt-findings">{say('findings', { count: check.data.findings.length })}</h2>
          <Alert type="warning" showIcon role="alert" title={say('notAdoptable')} />
          <FindingsByLine findings={check.data.findings} source={source} onLine={toLine} />
        </section>
      )}
      {check.data !== undefined && <AdoptChecked checked={check.data} source={source} />}
    </Page>
  );
}
