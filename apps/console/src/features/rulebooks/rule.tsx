import type { LocalText } from '@kaoji/domain';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { FindingsHere } from './findings.js';
import { useReading } from './reading.js';
import { rulebookTexts } from './texts.js';

/** Where a rule comes from, as every rule says it. */
export type Sourced = {
  readonly id: string;
  readonly clause?: string | undefined;
  readonly localChoice?: LocalText | undefined;
  readonly title?: LocalText | undefined;
};

/** One rule: its name with an address of its own, what it says, the clause it rests on, what was decided locally and why. */
export function Rule({
  rule,
  title,
  children,
}: {
  readonly rule: Sourced;
  readonly title?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const local = useLocalText();
  const { findings } = useReading();
  const asked = useLocation({ select: ({ hash }) => hash });
  const name = title ?? (rule.title === undefined ? rule.id : local(rule.title));
  return (
    <article id={rule.id} tabIndex={-1} className={asked === rule.id ? 'rule here' : 'rule'}>
      <h3>
        {name}{' '}
        <a className="rule-address no-print" href={`#${rule.id}`}>
          {rule.id}
        </a>
      </h3>
      {children}
      <Source rule={rule} />
      <FindingsHere findings={findings.filter((finding) => finding.rule === rule.id)} />
    </article>
  );
}

/** The clause and the local choice of a rule. */
export function Source({ rule: { clause, localChoice } }: { readonly rule: Sourced }): ReactNode {
  const say = useTexts(rulebookTexts);
  const local = useLocalText();
  return (
    <>
      {clause !== undefined && (
        <p>
          <Clause clause={clause} />
        </p>
      )}
      {localChoice !== undefined && (
        <p className="rule-local">
          <span className="mark">{say('local')}</span> {local(localChoice)}
        </p>
      )}
    </>
  );
}
