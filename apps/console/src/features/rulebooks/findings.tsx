import type { Finding } from '@kaoji/domain';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { rulebookTexts } from './texts.js';

/** What lint says of one place, beside it. */
export function FindingsHere({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const language = useLanguage();
  const say = useTexts(rulebookTexts);
  if (findings.length === 0) return null;
  return (
    <div className="finding">
      <p>
        <strong>{say('findings', { count: findings.length })}</strong>
      </p>
      <ul className="plain">
        {findings.map(({ code, line, path, message, messageZh }) => (
          <li key={`${code} ${path}`}>
            {say('line', { line })} {language === 'zh' ? messageZh : message}{' '}
            <span className="quiet">{code}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Findings of the whole file, each with the line it is about as it stands there. */
export function FindingsByLine({
  findings,
  source,
  onLine,
}: {
  readonly findings: readonly Finding[];
  readonly source: string;
  /** Shows the line in the file. */
  readonly onLine?: (line: number) => void;
}): ReactNode {
  const language = useLanguage();
  const say = useTexts(rulebookTexts);
  const lines = source.split('\n');
  return (
    <ol className="plain stack findings">
      {findings.map(({ code, line, path, clause, message, messageZh }) => (
        <li key={`${code} ${line} ${path}`}>
          <p>
            {onLine === undefined ? (
              <strong>{say('line', { line })}</strong>
            ) : (
              <button type="button" className="to-line" onClick={() => onLine(line)}>
                {say('line', { line })}
              </button>
            )}{' '}
            {language === 'zh' ? messageZh : message}
          </p>
          {(lines[line - 1] ?? '').trim() !== '' && <pre className="excerpt">{lines[line - 1]?.trim()}</pre>}
          <p className="quiet">
            {code} · <span className="wrap-anywhere">{path}</span>
            {clause !== null && <> · {clause}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}
