import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { deputiesQuery, type Approval, type ListAddress, type Verb } from '../../api/acts.js';
import type { ListPerson } from '../../api/deliberation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ActForm } from './act-form.js';
import { listTexts } from './list-texts.js';
import { nameIn } from '../../parts/name-in.js';
import { turnsOf, type Turn } from '../../parts/turns.js';
import { verbTexts } from '../../parts/verb-texts.js';

/** Open to whoever sees the list, with a seat or without. */
const BESIDE: readonly Verb[] = ['withdraw', 'urge', 'read'];
const MAIN: readonly string[] = [
  'approve',
  'reject',
  'return',
  'abstain',
  'claim',
  'grant_recusal',
  'refuse_recusal',
];

type Asked = {
  readonly address: ListAddress;
  readonly approval: Approval;
  readonly people: readonly ListPerson[];
};

/** What I may do on this list now, as myself or as somebody's deputy; a verb opens its form. */
export function ActPanel({ address, approval, people }: Asked): ReactNode {
  const say = useTexts(listTexts);
  const sayVerb = useTexts(verbTexts);
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: deputies } = useQuery(deputiesQuery);
  const [open, setOpen] = useState<{ readonly verb: Verb; readonly turn: Turn } | null>(null);
  const [done, setDone] = useState<{ readonly verb: Verb; readonly waiting: number } | null>(null);
  if (approval.status !== 'open') return null;
  const turns = turnsOf(approval, me.id, deputies?.actsFor.map(({ principal }) => principal) ?? []);
  const nameOf = nameIn(approval);
  const none: Turn = { seat: null, principal: null };
  const beside: readonly Verb[] = [...BESIDE, ...(hasRole(me, 'hr_officer') ? (['hand_over'] as const) : [])];
  const verbButton = (verb: Verb, turn: Turn): ReactNode => (
    <Button
      key={verb}
      type={verb === 'approve' ? 'primary' : 'default'}
      onClick={() => {
        setDone(null);
        setOpen({ verb, turn });
      }}
    >
      {sayVerb(verb)}
    </Button>
  );
  return (
    <section className="sheet stack" aria-labelledby="list-turn">
      <h2 id="list-turn">{say(turns.length > 0 ? 'myTurn' : 'notMyTurn')}</h2>
      {done !== null && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={say('done', { verb: sayVerb(done.verb) })}
          description={say('nowWaiting', { count: done.waiting })}
        />
      )}
      {open === null ? (
        <>
          {turns.map(({ turn, verbs }) => (
            <div key={`${turn.seat} ${turn.principal}`} className="stack">
              {turn.principal !== null && <p>{say('forWhom', { name: nameOf(turn.principal) })}</p>}
              <div className="row">
                {verbs.filter((verb) => MAIN.includes(verb)).map((verb) => verbButton(verb, turn))}
              </div>
              <div className="row">
                {verbs
                  .filter((verb) => !MAIN.includes(verb) && !BESIDE.includes(verb))
                  .map((verb) => verbButton(verb, turn))}
              </div>
            </div>
          ))}
          <div className="row">
            <span className="quiet">{say('otherActs')}</span>
            {beside.map((verb) => verbButton(verb, none))}
          </div>
        </>
      ) : (
        <ActForm
          key={`${open.verb} ${open.turn.seat}`}
          address={address}
          approval={approval}
          people={people}
          verb={open.verb}
          turn={open.turn}
          onCancel={() => setOpen(null)}
          onDone={(waiting) => {
            setDone({ verb: open.verb, waiting });
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}
