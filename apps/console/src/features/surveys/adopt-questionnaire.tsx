import { Alert, Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.js';
import { adoptQuestionnaire } from '../../api/questionnaires.js';
import { useChange } from '../../api/use-change.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { questionnaireTexts } from './questionnaire-texts.js';

type Finding = {
  readonly line?: number | undefined;
  readonly message: string;
  readonly messageZh?: string | undefined;
};

/** Adopts questions from a file, if lint finds no error; shows what it found, by line. */
export function AdoptQuestionnaire(): ReactNode {
  const say = useTexts(questionnaireTexts);
  const field = useId();
  const [file, setFile] = useState<File | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const change = useChange({ ask: async (given: File) => adoptQuestionnaire(await given.text()) });
  const faults =
    change.error instanceof ApiProblem
      ? (change.error.document.errors ?? []).filter(({ line }) => line !== undefined)
      : [];
  return (
    <section className="sheet stack" aria-labelledby="questionnaire-adopt">
      <h2 id="questionnaire-adopt">{say('adopt')}</h2>
      <p className="quiet">{say('adoptHint')}</p>
      <label htmlFor={field}>{say('file')}</label>
      <input
        id={field}
        type="file"
        accept=".yaml,.yml,.json"
        aria-describedby={isMissing ? `${field}-missing` : undefined}
        onChange={({ target }) => {
          setFile(target.files?.[0] ?? null);
          setIsMissing(false);
        }}
      />
      {isMissing && (
        <p id={`${field}-missing`} role="alert">
          <span className="mark late survey-say">{say('missing')}</span>
        </p>
      )}
      {faults.length > 0 ? (
        <Findings title={say('faults')} type="error" findings={faults} />
      ) : (
        change.error !== null && <ProblemNotice fault={change.error} />
      )}
      {change.isSuccess &&
        (change.data.findings.length > 0 ? (
          <Findings title={say('hints')} type="success" findings={change.data.findings} />
        ) : (
          <Alert
            type="success"
            showIcon
            role="status"
            title={say('adopted', { id: change.data.id, version: change.data.version })}
          />
        ))}
      <div>
        <Button
          loading={change.isPending}
          onClick={() => (file === null ? setIsMissing(true) : change.mutate(file))}
        >
          {say('check')}
        </Button>
      </div>
    </section>
  );
}

type Asked = {
  readonly title: string;
  readonly type: 'error' | 'success';
  readonly findings: readonly Finding[];
};

function Findings({ title, type, findings }: Asked): ReactNode {
  const say = useTexts(questionnaireTexts);
  const language = useLanguage();
  return (
    <Alert
      type={type}
      showIcon
      role={type === 'error' ? 'alert' : 'status'}
      title={title}
      description={
        <ul>
          {findings.map(({ line, message, messageZh }) => (
            <li key={`${line} ${message}`}>
              {line !== undefined && <span className="quiet">{say('line', { line })} </span>}
              {language === 'zh' ? (messageZh ?? message) : message}
            </li>
          ))}
        </ul>
      }
    />
  );
}
