import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { actsQuery, type Verb } from '../../api/acts.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { ActFormAsked } from './act-form.js';
import { listTexts } from './list-texts.js';
import { nameIn } from '../../parts/name-in.js';
import { verbTexts } from '../../parts/verb-texts.js';

const NAMING_ONE: readonly Verb[] = [
  'transfer',
  'delegate',
  'add_sign_before',
  'add_sign_after',
  'remove_sign',
];
const NAMING_SEVERAL: readonly Verb[] = ['cc', 'urge'];
const OF_A_CHALLENGE: readonly Verb[] = ['grant_recusal', 'refuse_recusal'];

type Asked = Pick<ActFormAsked, 'address' | 'approval' | 'people' | 'verb'>;

/** Whom, where to, of whom, which: what a verb asks for besides its reason. */
export function ActDetails({ address, approval, people, verb }: Asked): ReactNode {
  const say = useTexts(listTexts);
  const nameOf = nameIn(approval);
  const accounts = approval.people.map(({ account, name }) => ({ value: account, label: name }));
  if (NAMING_ONE.includes(verb)) return <Person name="to" label={say('to')} options={accounts} />;
  if (verb === 'hand_over') {
    return (
      <>
        <Person name="to" label={say('leaver')} options={accounts} />
        <Person name="successor" label={say('successor')} options={accounts} />
      </>
    );
  }
  if (OF_A_CHALLENGE.includes(verb)) {
    const challenged = approval.challenges.map(({ against }) => ({ value: against, label: nameOf(against) }));
    return (
      <Form.Item
        name="to"
        label={say('to')}
        initialValue={challenged[0]?.value}
        rules={[{ required: true, message: say('toMissing') }]}
      >
        <Select options={challenged} />
      </Form.Item>
    );
  }
  if (NAMING_SEVERAL.includes(verb)) {
    return (
      <Form.Item
        name="to"
        label={say('to')}
        extra={say('toHint')}
        rules={verb === 'cc' ? [{ required: true, message: say('toMissing') }] : []}
      >
        <Select mode="tags" options={accounts} optionFilterProp="label" />
      </Form.Item>
    );
  }
  if (verb === 'return') {
    const step = approval.steps.find(({ id }) => id === approval.step);
    const targets = step?.returnTo ?? [];
    return (
      <>
        <Form.Item
          name="returnTo"
          label={say('returnTo')}
          initialValue={targets[0]}
          rules={[{ required: true, message: say('returnToMissing') }]}
        >
          <Select
            options={targets.map((value) => ({
              value,
              label: value === 'collection' ? say('collection') : value,
            }))}
          />
        </Form.Item>
        <Form.Item name="appraisals" label={say('onlyThese')}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={people.map(({ appraisalId, name }) => ({ value: appraisalId, label: name }))}
          />
        </Form.Item>
      </>
    );
  }
  return verb === 'withdraw' ? <OwnActs address={address} approval={approval} /> : null;
}

type Option = { readonly value: string; readonly label: string };

/** Somebody who takes part, or any account by its id: there is no list of all accounts to choose from. */
function Person({
  name,
  label,
  options,
}: {
  readonly name: 'to' | 'successor';
  readonly label: string;
  readonly options: readonly Option[];
}): ReactNode {
  const say = useTexts(listTexts);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={say('toHint')}
      rules={[{ required: true, message: say('toMissing') }]}
    >
      <Select mode="tags" maxCount={1} options={[...options]} optionFilterProp="label" />
    </Form.Item>
  );
}

function OwnActs({ address, approval }: Pick<Asked, 'address' | 'approval'>): ReactNode {
  const say = useTexts(listTexts);
  const sayVerb = useTexts(verbTexts);
  const { minute } = useInstants();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: log } = useQuery(actsQuery(address));
  const own = (log?.items ?? []).filter(
    ({ round, actBy, onBehalfOf }) => round === approval.round && [actBy, onBehalfOf].includes(me.id),
  );
  return (
    <Form.Item name="act" label={say('which')} rules={[{ required: true, message: say('whichMissing') }]}>
      <Select
        options={own.map(({ id, verb, actAt }) => ({
          value: id,
          label: `${verb === 'challenge' ? verb : sayVerb(verb)} · ${minute(actAt)}`,
        }))}
      />
    </Form.Item>
  );
}
