import { useLocation } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { ConsequencesPart, GatesPart, TermPart } from './consequence-parts.js';
import { DimensionsPart } from './dimensions-part.js';
import { findingsOfPart } from './findings-of-part.js';
import { FindingsHere } from './findings.js';
import { FactsPart, GeneralPart } from './general-part.js';
import { DisciplinePart, EligibilityPart, VetoesPart } from './line-parts.js';
import { ProcessPart } from './process-part.js';
import { BandsPart, QuotaPart } from './quota-part.js';
import { useReading } from './reading.js';
import { SurveyPart } from './survey-part.js';
import { partTexts } from './part-texts.js';

const PARTS = [
  ['general', GeneralPart],
  ['facts', FactsPart],
  ['eligibility', EligibilityPart],
  ['discipline', DisciplinePart],
  ['dimensions', DimensionsPart],
  ['survey', SurveyPart],
  ['vetoes', VetoesPart],
  ['bands', BandsPart],
  ['quota', QuotaPart],
  ['process', ProcessPart],
  ['consequences', ConsequencesPart],
  ['gates', GatesPart],
  ['term', TermPart],
] as const;

/** A rulebook as a document, part by part in the order of its file; an address with a rule's id leads to the rule. */
export function RulebookDocument(): ReactNode {
  const say = useTexts(partTexts);
  const { rulebook, findings } = useReading();
  const byPart = findingsOfPart(rulebook, findings);
  const rule = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (rule === '') return;
    const element = document.getElementById(rule);
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  }, [rule]);
  return (
    <div className="rulebook">
      <nav aria-label={say('contents')} className="rulebook-contents no-print">
        <ol>
          {PARTS.map(([name]) => (
            <li key={name}>
              <a href={`#part-${name}`}>{say(`part.${name}`)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="stack rulebook-text">
        {PARTS.map(([name, Part]) => (
          <section key={name} className="sheet stack" aria-labelledby={`part-${name}`}>
            <h2 id={`part-${name}`}>{say(`part.${name}`)}</h2>
            <FindingsHere findings={byPart(name)} />
            <Part />
          </section>
        ))}
      </div>
    </div>
  );
}
