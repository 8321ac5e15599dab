import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { actOnMany, approvalQuery, type ManyActs } from '../../api/acts.js';
import type { InboxItem } from '../../api/inbox.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { BatchOutcome } from './batch-outcome.js';
import { inboxTexts } from './texts.js';
import { verbTexts } from '../../parts/verb-texts.js';

/** The verbs that may be used on several lists in one go. */
const BATCH_VERBS: readonly ManyActs['verb'][] = ['approve', 'claim', 'abstain', 'read', 'urge'];

type Asked = {
  readonly verb: ManyActs['verb'];
  readonly reason: string;
  readonly items: readonly InboxItem[];
};

/** The same act on all chosen lists; each is looked up as it is now, and refused or done on its own. */
export function BatchBar({
  chosen,
  onClear,
}: {
  readonly chosen: readonly InboxItem[];
  readonly onClear: () => void;
}): ReactNode {
  const say = useTexts(inboxTexts);
  const sayVerb = useTexts(verbTexts);
  const queries = useQueryClient();
  const [verb, setVerb] = useState<ManyActs['verb']>('approve');
  const [reason, setReason] = useState('');
  const change = useChange({
    ask: async ({ verb: asked, reason, items }: Asked, key) => {
      const listOf = async ({ cycleId, unitId }: InboxItem): Promise<ManyActs['lists'][number]> => {
        const { round, listHash, step } = await queries.fetchQuery(approvalQuery({ cycleId, unitId }));
        return { cycleId, unitId, round, listHash, step };
      };
      const answers = await Promise.all(
        [...groupedByPrincipal(items)].map(async ([principal, group], at) => {
          const lists = await Promise.all(group.map(listOf));
          const why = reason.trim() === '' ? {} : { reason: reason.trim() };
          const behalf = principal === '' ? {} : { onBehalfOf: principal };
          return actOnMany({ verb: asked, lists, ...why, ...behalf }, `${key}-${at}`);
        }),
      );
      return { items: answers.flatMap((answer) => answer.items) };
    },
    onDone: onClear,
  });
  const usable = BATCH_VERBS.filter(
    (one) => one === 'urge' || chosen.every(({ verbs }) => verbs.includes(one)),
  );
  const isUsable = usable.includes(verb);
  return (
    <section className="sheet stack" aria-labelledby="inbox-batch">
      <h2 id="inbox-batch">{say('batch')}</h2>
      {chosen.length === 0 ? (
        <p className="quiet">{say('batchHint')}</p>
      ) : (
        <>
          <p role="status">{say('selected', { count: chosen.length })}</p>
          <div className="row">
            <Select
              className="inbox-kind"
              aria-label={say('verb')}
              value={verb}
              onChange={setVerb}
              options={BATCH_VERBS.map((value) => ({
                value,
                label: sayVerb(value),
                disabled: !usable.includes(value),
              }))}
            />
            <Input
              className="inbox-reason"
              aria-label={say('reasonOptional')}
              placeholder={say('reasonOptional')}
              maxLength={4000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            <Button
              type="primary"
              disabled={!isUsable}
              loading={change.isPending}
              onClick={() => change.mutate({ verb, reason, items: chosen })}
            >
              {say('doIt')}
            </Button>
            <Button onClick={onClear}>{say('clear')}</Button>
          </div>
          <p className="quiet">{say('batchEffect', { count: chosen.length, verb: sayVerb(verb) })}</p>
        </>
      )}
      {change.error !== null && <ProblemNotice fault={change.error} />}
      {change.data !== undefined && change.variables !== undefined && (
        <BatchOutcome answer={change.data} items={change.variables.items} />
      )}
    </section>
  );
}

/** A deputy acts for one person at a time: the lists of each, and one's own under the empty id. */
function groupedByPrincipal(items: readonly InboxItem[]): ReadonlyMap<string, readonly InboxItem[]> {
  const groups = new Map<string, InboxItem[]>();
  for (const item of items) {
    const principal = item.as === 'deputy' ? (item.onBehalfOf?.accountId ?? '') : '';
    groups.set(principal, [...(groups.get(principal) ?? []), item]);
  }
  return groups;
}
