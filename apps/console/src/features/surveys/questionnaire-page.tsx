import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import {
  chooseQuestionnaire,
  cycleQuestionnaireQuery,
  previewAddress,
  questionnairesQuery,
  type QuestionnaireItem,
} from '../../api/questionnaires.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { AdoptQuestionnaire } from './adopt-questionnaire.js';
import { questionnaireTexts } from './questionnaire-texts.js';
import './surveys.css';
import { useMay } from './use-may.js';

const route = getRouteApi('/signed-in/surveys/$cycleId/questionnaire');

/** What the surveys of a cycle ask, what else could be asked, and how other questions are adopted. */
export function QuestionnairePage(): ReactNode {
  const say = useTexts(questionnaireTexts);
  const { cycleId } = route.useParams();
  const mayChoose = useMay(cycleId, 'whole_area')('cycle.plan');
  const mayAdopt = useMay(cycleId)('questionnaire.adopt');
  const list = useQuery(questionnairesQuery);
  const chosen = useQuery(cycleQuestionnaireQuery(cycleId));
  return (
    <Page title={say('title')}>
      <p>
        <Link to="/surveys/$cycleId" params={{ cycleId }}>
          {say('back')}
        </Link>
      </p>
      <section className="sheet stack" aria-labelledby="questionnaire-choose">
        <h2 id="questionnaire-choose">{say('choose')}</h2>
        <p className="quiet">{say(mayChoose ? 'hint' : 'readOnly')}</p>
        <Loaded query={chosen}>
          {(hash) => (
            <Loaded query={list}>
              {({ items }) => <Choices cycleId={cycleId} items={items} chosen={hash} mayChoose={mayChoose} />}
            </Loaded>
          )}
        </Loaded>
      </section>
      {mayAdopt && <AdoptQuestionnaire />}
    </Page>
  );
}

type Asked = {
  readonly cycleId: string;
  readonly items: readonly QuestionnaireItem[];
  readonly chosen: string;
  readonly mayChoose: boolean;
};

function Choices({ cycleId, items, chosen, mayChoose }: Asked): ReactNode {
  const say = useTexts(questionnaireTexts);
  const local = useLocalText();
  const { day } = useInstants();
  const change = useChange({
    ask: ({ hash }: QuestionnaireItem) => chooseQuestionnaire(cycleId, hash),
  });
  return (
    <>
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <p role="status">{change.isSuccess ? say('used', { title: local(change.variables.title) }) : ''}</p>
      <ul className="plain">
        {items.map((item) => (
          <li key={item.hash}>
            <div className="task-row">
              <div className="row">
                <strong>{local(item.title)}</strong>
                {item.hash === chosen && <span className="mark good">{say('asked')}</span>}
              </div>
              <div className="row quiet">
                <span>{item.id}</span>
                <span>{say('version', { version: item.version })}</span>
                <span>{say('questions', { count: item.questions })}</span>
                <span>
                  {item.adoptedAt === null ? say('byDefault') : say('adoptedAt', { at: day(item.adoptedAt) })}
                </span>
              </div>
              <div className="row">
                <a
                  href={previewAddress(item.adoptedAt === null ? 'default' : item.hash)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {say('preview')}
                  <span className="unseen"> {local(item.title)}</span>
                </a>
                {mayChoose && item.hash !== chosen && (
                  <Button size="small" loading={change.isPending} onClick={() => change.mutate(item)}>
                    {say('use')}
                    <span className="unseen"> {local(item.title)}</span>
                  </Button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
