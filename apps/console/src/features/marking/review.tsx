import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { giveMarks, type Marks } from '../../api/marking.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { DiscardDrafts } from './discard-drafts.js';
import type { MarkingSheet } from './marking-sheet.js';
import { ReviewTable } from './review-table.js';
import { entryOf, faultOf, isChanged, keyOf, standingOf } from './sheet.js';
import { markingTexts } from './texts.js';

/** What is about to be sent, what is not in order, and what sending does. */
export function Review({ sheet }: { readonly sheet: MarkingSheet }): ReactNode {
  const say = useTexts(markingTexts);
  const { items, draft, cycleId } = sheet;
  const [sent, setSent] = useState(0);
  const change = useChange({
    ask: (body: Marks, key) => giveMarks(body, key),
    onDone: ({ marked }, { marks }) => {
      setSent(marked);
      sheet.forgetSome(new Set(marks.map(idOf)));
    },
  });
  const drafts = items.filter((item) => isChanged(item, draft) && sheet.isOpen(item.unitId));
  const faulty = drafts.filter((item) => faultOf(item, entryOf(item, draft)) !== null);
  const ready = drafts.filter((item) => !faulty.includes(item));
  const open = items.filter((item) => standingOf(item, draft) === 'open').length;
  const send = (): void =>
    change.mutate({
      marks: ready.map((item) => {
        const { value, reason } = entryOf(item, draft);
        const { appraisalId, part, post, role, nextVersion } = item;
        const why = reason.trim() === '' ? {} : { reason: reason.trim() };
        return { appraisalId, part, post, role, value: value.trim(), version: nextVersion, ...why };
      }),
    });
  return (
    <section className="sheet stack" aria-labelledby="marking-review">
      <h2 id="marking-review">{say('reviewTitle')}</h2>
      {sent > 0 && drafts.length === faulty.length && (
        <Alert type="success" showIcon role="status" title={say('sent', { count: sent })} />
      )}
      {drafts.length === 0 && <p>{say('nothingToSend')}</p>}
      {open > 0 && (
        <p>
          {say('stillOpen', { count: open })}{' '}
          <Link to="/marking/$cycleId" params={{ cycleId }}>
            {say('toOpen')}
          </Link>
        </p>
      )}
      {faulty.length > 0 && (
        <>
          <p className="marking-fault">{say('notReady', { count: faulty.length })}</p>
          <ReviewTable sheet={sheet} items={faulty} />
        </>
      )}
      {ready.length > 0 && (
        <>
          <ReviewTable sheet={sheet} items={ready} />
          <p>{say('sendEffect')}</p>
        </>
      )}
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <div className="row">
        {ready.length > 0 && (
          <Button type="primary" loading={change.isPending} onClick={send}>
            {say('send', { count: ready.length })}
          </Button>
        )}
        {drafts.length > 0 && !change.isPending && <DiscardDrafts sheet={sheet} count={drafts.length} />}
      </div>
    </section>
  );
}

type Sent = Marks['marks'][number];
const idOf = ({ appraisalId, part, post, role }: Sent): string =>
  keyOf({ appraisalId, part, post: post ?? null, role: role ?? '' });
