import { useState, type ReactNode } from 'react';
import { Button, Form, Input } from 'antd';
import { withdrawDocument, type Gates, type RegisteredDocument } from '../../api/decisions.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { documentTexts } from './document-texts.js';
import { FormFoot } from './form-foot.js';
import { RegisterDocument } from './register-document.js';

type Asked = {
  readonly address: UnitAddress & { readonly appraisalId: string };
  readonly shown: Gates;
  readonly mayRecord: boolean;
};

/** The documents on record about somebody: they open gates, and nothing else does. */
export function Documents({ address, shown: { gates, documents }, mayRecord }: Asked): ReactNode {
  const say = useTexts(documentTexts);
  const local = useLocalText();
  const [adding, setAdding] = useState(false);
  const titles = new Map(
    gates.flatMap(({ conditions }) => conditions.map(({ record, title }) => [record, title])),
  );
  const titleOf = (record: string): string => {
    const title = titles.get(record);
    if (title !== undefined) return local(title);
    return record === 'protected_period' ? say('protectedPeriod') : record;
  };
  return (
    <section className="sheet stack" aria-labelledby="person-documents">
      <h2 id="person-documents">{say('documents')}</h2>
      {documents.length === 0 && <p className="quiet">{say('none')}</p>}
      <ul className="plain">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentRow document={document} title={titleOf(document.record)} mayRecord={mayRecord} />
          </li>
        ))}
      </ul>
      {mayRecord && gates.length > 0 && !adding && (
        <div>
          <Button onClick={() => setAdding(true)}>{say('register')}</Button>
        </div>
      )}
      {adding && <RegisterDocument address={address} gates={gates} onClose={() => setAdding(false)} />}
    </section>
  );
}

type Row = { readonly document: RegisteredDocument; readonly title: string; readonly mayRecord: boolean };

function DocumentRow({ document, title, mayRecord }: Row): ReactNode {
  const say = useTexts(documentTexts);
  const { nameOf } = useStaffNames();
  const { minute } = useInstants();
  const [asking, setAsking] = useState(false);
  const { id, reference, issuedOn, appraisalId, recordedBy, recordedAt, paragraph, until } = document;
  const change = useChange({
    ask: ({ reason }: { readonly reason: string }, key) => withdrawDocument(id, reason.trim(), key),
    onDone: () => setAsking(false),
  });
  return (
    <div className="task-row">
      <div className="row">
        <strong>{title}</strong>
        <span className="wrap-anywhere">{reference}</span>
        <span>{say('issuedOn', { day: issuedOn })}</span>
        {appraisalId === null && <span className="mark">{say('wider')}</span>}
      </div>
      {paragraph !== null && (
        <span>
          {say('protects', { paragraph: say(`paragraph.${paragraph}`), until: until ?? say('openEnd') })}
        </span>
      )}
      <span className="quiet">{say('recordedBy', { name: nameOf(recordedBy), at: minute(recordedAt) })}</span>
      {mayRecord && !asking && (
        <div>
          <Button size="small" onClick={() => setAsking(true)}>
            {say('withdraw')}
          </Button>
        </div>
      )}
      {asking && (
        <Form
          name={`withdraw-${id}`}
          className="decisions-form"
          layout="vertical"
          requiredMark={false}
          aria-label={say('withdraw')}
          onFinish={change.mutate}
        >
          <p>{say('withdrawHint')}</p>
          <Form.Item
            name="reason"
            label={say('reason')}
            rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
          >
            <Input maxLength={4000} />
          </Form.Item>
          <FormFoot change={change} label={say('confirmWithdraw')} danger>
            <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
          </FormFoot>
        </Form>
      )}
    </div>
  );
}
