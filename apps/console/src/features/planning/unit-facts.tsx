import type { Rulebook } from '@kaoji/domain';
import { Checkbox, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import type { UnitDraft } from './plan-draft.js';
import { newPlanTexts } from './texts.js';

type Fact = Rulebook['facts'][number];
type Asked = {
  readonly name: string;
  readonly draft: UnitDraft;
  readonly rulebook: Rulebook;
  readonly onChange: (draft: UnitDraft) => void;
};

/** What the rulebook asks of a unit before the year: facts that move its quota, and its headcount where that counts. */
export function UnitFacts({ name, draft, rulebook, onChange }: Asked): ReactNode {
  const say = useTexts(newPlanTexts);
  const facts = rulebook.facts.filter(({ scope }) => scope === 'unit');
  const isHeadcountNeeded = rulebook.quota.base === 'headcount';
  const isPooled = rulebook.quota.rounding === 'largest_remainder';
  const set = (id: string, value: boolean | string | number | undefined): void => {
    const { [id]: _before, ...others } = draft.facts;
    onChange({ ...draft, facts: value === undefined ? others : { ...others, [id]: value } });
  };
  if (facts.length === 0 && !isHeadcountNeeded && !isPooled) return null;
  return (
    <fieldset className="plan-facts">
      <legend>{say('unitFacts', { unit: name })}</legend>
      {isHeadcountNeeded && (
        <Field
          label={say('headcount')}
          hint={say('headcountNeeded')}
          value={draft.headcount}
          onChange={(headcount) => onChange({ ...draft, headcount })}
        />
      )}
      {isPooled && (
        <Field label={say('pool')} value={draft.pool} onChange={(pool) => onChange({ ...draft, pool })} />
      )}
      {facts.map((fact) => (
        <FactField
          key={fact.id}
          fact={fact}
          rulebook={rulebook}
          value={draft.facts[fact.id]}
          onChange={(value) => set(fact.id, value)}
        />
      ))}
    </fieldset>
  );
}

type FieldAsked = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Field({ label, hint, value, onChange }: FieldAsked): ReactNode {
  const id = useId();
  return (
    <div className="plan-field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value} onChange={({ target }) => onChange(target.value)} />
      {hint !== undefined && <span className="quiet">{hint}</span>}
    </div>
  );
}

type FactAsked = {
  readonly fact: Fact;
  readonly rulebook: Rulebook;
  readonly value: boolean | string | number | undefined;
  readonly onChange: (value: boolean | string | number | undefined) => void;
};

/** One declared fact; what is not touched stays as the rulebook has it. */
function FactField({ fact, rulebook, value, onChange }: FactAsked): ReactNode {
  const say = useTexts(newPlanTexts);
  const local = useLocalText();
  const label = local(fact.title);
  const wordOf = (code: string): string => {
    const grade = rulebook.grades.find((one) => one.code === code);
    if (grade !== undefined) return local(grade.title);
    return code === fact.default ? say('asDefault') : code;
  };
  switch (fact.type) {
    case 'boolean':
      return (
        <Checkbox
          checked={(value ?? fact.default) === true}
          onChange={({ target }) => onChange(target.checked === fact.default ? undefined : target.checked)}
        >
          {label}
        </Checkbox>
      );
    case 'code':
      return (
        <label className="plan-field">
          <span>{label}</span>
          <Select
            aria-label={label}
            value={String(value ?? fact.default ?? '')}
            onChange={(code: string) => onChange(code === '' || code === fact.default ? undefined : code)}
            options={[
              ...(fact.default === undefined ? [{ value: '', label: say('asDefault') }] : []),
              ...(fact.values ?? []).map((code) => ({ value: code, label: wordOf(code) })),
            ]}
          />
        </label>
      );
    case 'integer':
    case 'decimal':
      return (
        <Field
          label={label}
          value={String(value ?? fact.default ?? '')}
          onChange={(text) => onChange(numberOf(fact.type, text))}
        />
      );
  }
}

/** A decimal stays text: it never passes a float. */
function numberOf(type: Fact['type'], text: string): string | number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return type === 'integer' && /^-?\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
}
