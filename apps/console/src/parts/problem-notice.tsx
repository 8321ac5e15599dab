import { Alert, Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiProblem, UNREACHABLE } from '../api/problem.js';
import { useLanguage } from '../i18n/language.js';
import { useTexts } from '../i18n/use-texts.js';
import { partsTexts } from './texts.js';
import type { WayOut } from './ways-out.js';

type Asked = {
  readonly fault: unknown;
  /** Asks for the same thing again. */
  readonly onRetry?: () => void;
};

/** A refusal or fault in a person's words: what happened, what is wrong where, and the way out. Read aloud at once. */
export function ProblemNotice({ fault, onRetry }: Asked): ReactNode {
  const say = useTexts(partsTexts);
  const language = useLanguage();
  const problem = fault instanceof ApiProblem ? fault : null;
  const code = problem?.document.code ?? null;
  const wayOut = useWayOut(code);
  const retry =
    onRetry === undefined ? null : (
      <Button size="small" onClick={onRetry}>
        {say('tryAgain')}
      </Button>
    );
  if (problem === null || code === UNREACHABLE) {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={problem === null ? say('unexpectedTitle') : titleOf(problem, language)}
        description={say(problem === null ? 'unexpected' : 'unreachable')}
        action={retry}
      />
    );
  }
  const { document, retryAfter } = problem;
  // The service says what happened in English; in Chinese the page of the code does.
  const sentence = language === 'en' ? document.detail : (wayOut?.sentence.zh ?? '');
  const whatToDo = wayOut?.whatToDo[language] ?? '';
  return (
    <Alert
      type={document.status === 409 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={titleOf(problem, language)}
      action={retry}
      description={
        <div className="stack" style={{ gap: '0.25rem' }}>
          {sentence !== '' && <p>{sentence}</p>}
          <Faults document={document} />
          {retryAfter !== null && <p>{say('waitSeconds', { count: retryAfter })}</p>}
          {whatToDo !== '' && (
            <p>
              <strong>{say('whatToDo')}</strong>
              {language === 'zh' ? '：' : ': '}
              {whatToDo}
            </p>
          )}
          {document.status === 409 && <p>{say('changedMeanwhile')}</p>}
          <p className="quiet">
            {code} · {say('requestId', { id: document.requestId.slice(0, 8) })}
          </p>
        </div>
      }
    />
  );
}

function titleOf({ document }: ApiProblem, language: 'zh' | 'en'): string {
  return language === 'zh' ? document.titleZh : document.title;
}

function Faults({ document: { errors } }: { readonly document: ApiProblem['document'] }): ReactNode {
  const language = useLanguage();
  if (errors === undefined || errors.length === 0) return null;
  return (
    <ul>
      {errors.map(({ path, message, messageZh }) => (
        <li key={`${path} ${message}`}>
          {path !== '' && <code>{path}</code>} {language === 'zh' ? (messageZh ?? message) : message}
        </li>
      ))}
    </ul>
  );
}

/** Loaded when somebody meets a problem, and not before. */
function useWayOut(code: string | null): WayOut | null {
  const [wayOut, setWayOut] = useState<WayOut | null>(null);
  useEffect(() => {
    if (code === null || code === UNREACHABLE) return undefined;
    let wanted = true;
    void import('./ways-out.js').then(({ wayOutOf }) => {
      if (wanted) setWayOut(wayOutOf(code));
    });
    return () => {
      wanted = false;
    };
  }, [code]);
  return wayOut;
}
