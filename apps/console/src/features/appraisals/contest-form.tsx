import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { ownYearQuery } from '../../api/own-year.js';
import { contestResult, type Result } from '../../api/results.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Due } from '../../parts/due.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { appraisalTexts } from './texts.js';

type Asked = { readonly result: Result; readonly isMine: boolean };

/** Asking for a review, with the time that is left for it in working days; what was asked, once it was. */
export function ContestForm({ result, isMine }: Asked): ReactNode {
  const say = useTexts(appraisalTexts);
  const local = useLocalText();
  const { minute } = useInstants();
  const { appraisalId, contest, written, contestUntil } = result;
  const change = useChange({
    ask: ({ grounds }: { readonly grounds: string }, key) => contestResult(appraisalId, grounds, key),
  });
  if (contestUntil === null || (!isMine && contest === null)) return null;
  if (contest !== null) {
    return (
      <section className="sheet stack" aria-labelledby="result-contest">
        <h2 id="result-contest">{say('contest')}</h2>
        <p>{say(isMine ? 'contested' : 'contestedOther', { at: minute(contest.filedAt) })}</p>
        <p className="wrap-anywhere">{contest.grounds}</p>
        <p>
          <Link to="/contests/$contestId" params={{ contestId: contest.id }}>
            {say('toContest')}
          </Link>
        </p>
      </section>
    );
  }
  const daysOf = (key: 'way.review' | 'way.appeal', count: number | null) =>
    count === null ? say(`${key}None`) : say(key, { count });
  const isOver = contestUntil <= Date.now();
  return (
    <section className="sheet stack no-print" aria-labelledby="result-contest">
      <h2 id="result-contest">{say('contest')}</h2>
      {isOver ? (
        <p>{say('contestOver', { at: minute(contestUntil) })}</p>
      ) : (
        <>
          <ContestClock appraisalId={appraisalId} />
          <p>{say('contestUntil', { count: written.contest.workingDays, at: minute(contestUntil) })}</p>
          <p className="quiet">{local(written.contest.how)}</p>
          <ol className="contest-ways">
            <li>{say('way.file')}</li>
            <li>{daysOf('way.review', written.contest.reviewWorkingDays)}</li>
            <li>{say('way.outcome')}</li>
            <li>{daysOf('way.appeal', written.contest.appealWorkingDays)}</li>
          </ol>
          <Form<{ grounds: string }>
            layout="vertical"
            scrollToFirstError={{ focus: true }}
            onFinish={(fields) => change.mutate(fields)}
          >
            <Form.Item
              name="grounds"
              label={say('grounds')}
              extra={say('groundsHint')}
              rules={[{ required: true, whitespace: true, message: say('groundsMissing') }]}
            >
              <Input.TextArea autoSize={{ minRows: 3 }} maxLength={8000} />
            </Form.Item>
            <div className="stack">
              {change.error !== null && <ProblemNotice fault={change.error} />}
              <div>
                <Button htmlType="submit" loading={change.isPending}>
                  {say('doContest')}
                </Button>
              </div>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}

/** How many working days are left to ask, by the calendar the cycle pinned. */
function ContestClock({ appraisalId }: { readonly appraisalId: string }): ReactNode {
  const { data } = useQuery(ownYearQuery(appraisalId));
  const step = data?.steps.find(({ code }) => code === 'contest');
  return step === undefined ? null : <Due {...step} />;
}
