import { adjustableNumbers, type Rulebook } from '@kaoji/domain/rulebook';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { whatIf } from '../../api/rulebooks.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { downloadText } from './download.js';
import { NumberGroups } from './number-groups.js';
import { changesOf, isNumber, keyOf, type Tried } from './tried-numbers.js';
import { WhatIfResult } from './what-if-result.js';
import { whatIfTexts } from './what-if-texts.js';

/** The numbers of a rulebook in a form; what they would come to is asked for and shown beneath. */
export function TryForm({
  cycleId,
  unitId,
  rulebook,
}: {
  readonly cycleId: string;
  readonly unitId: string;
  readonly rulebook: Rulebook;
}): ReactNode {
  const say = useTexts(whatIfTexts);
  const numbers = useMemo(() => adjustableNumbers(rulebook), [rulebook]);
  const [tried, setTried] = useState<Tried>({});
  const { data, error, isPending, mutate, reset } = useMutation({
    mutationFn: (changes: { path: string; value: string }[]) => whatIf(cycleId, unitId, changes),
  });
  const changes = changesOf(numbers, tried);
  const count = numbers.filter((number) => tried[keyOf(number)] !== undefined).length;
  const unreadable = Object.values(tried).some((value) => !isNumber(value));
  const change = (next: Tried): void => {
    setTried(next);
    reset(); // what is shown beneath always belongs to the numbers above
  };
  return (
    <>
      <form
        className="sheet stack"
        aria-labelledby="what-if-numbers"
        onSubmit={(event) => {
          event.preventDefault();
          if (changes.length > 0 && !unreadable) mutate(changes);
        }}
      >
        <h2 id="what-if-numbers">{say('numbers')}</h2>
        <NumberGroups
          numbers={numbers}
          tried={tried}
          findings={data?.findings ?? []}
          onChange={(number, value) => {
            const { [keyOf(number)]: _before, ...others } = tried;
            change(value === number.value ? others : { ...others, [keyOf(number)]: value });
          }}
        />
        <div className="row sheet what-if-bar">
          <Button type="primary" htmlType="submit" loading={isPending} disabled={count === 0 || unreadable}>
            {say('try')}
          </Button>
          <Button disabled={count === 0 || isPending} onClick={() => change({})}>
            {say('reset')}
          </Button>
          <span className="quiet" role="status">
            {count === 0 ? say('nothingChanged') : say('changed', { count })}
          </span>
        </div>
        {error !== null && <ProblemNotice fault={error} />}
      </form>
      {data !== undefined && (
        <>
          {data.outcome === null ? (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={say('notARulebook', { count: data.findings.length })}
            />
          ) : (
            <WhatIfResult outcome={data.outcome} rulebook={rulebook} />
          )}
          <section className="sheet stack" aria-labelledby="what-if-file">
            <h2 id="what-if-file">{say('file')}</h2>
            <p>{say('fileHint', { version: `${rulebook.version}-draft` })}</p>
            <div>
              <Button
                onClick={() => downloadText(data.source, `${rulebook.id}-${rulebook.version}-draft.yaml`)}
              >
                {say('download')}
              </Button>
            </div>
          </section>
        </>
      )}
    </>
  );
}
