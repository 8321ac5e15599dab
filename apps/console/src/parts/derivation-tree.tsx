import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.js';
import { Clause } from './clause.js';
import type { DerivationStep } from './derivation-lines.js';
import './derivation-tree.css';
import { partsTexts } from './texts.js';

/** The first levels are open: a result, what spoke for it, and the three dimensions. */
const OPEN_LEVELS = 2;

/**
 * How a result came about, from the grade down to the marks: each step with its value, how it follows from those
 * beneath it, and the clause it rests on. Steps open and close with mouse, keyboard and screen reader alike.
 */
export function DerivationTree({ root }: { readonly root: DerivationStep }): ReactNode {
  const say = useTexts(partsTexts);
  const [asked, setAsked] = useState<{ readonly all: boolean | null; readonly times: number }>({
    all: null,
    times: 0,
  });
  const set = (all: boolean): void => setAsked({ all, times: asked.times + 1 });
  return (
    <div className="stack">
      <div className="row no-print">
        <Button size="small" onClick={() => set(true)}>
          {say('expandAll')}
        </Button>
        <Button size="small" onClick={() => set(false)}>
          {say('collapseAll')}
        </Button>
      </div>
      {/* Drawn anew, so that every step takes the new state and can then be opened and closed by itself. */}
      <ul className="plain derivation" key={asked.times}>
        <Step step={root} depth={0} all={asked.all} />
      </ul>
    </div>
  );
}

type Asked = { readonly step: DerivationStep; readonly depth: number; readonly all: boolean | null };

function Step({ step, depth, all }: Asked): ReactNode {
  const [open, setOpen] = useState(all ?? depth < OPEN_LEVELS);
  if (step.children.length === 0) {
    return (
      <li className="derivation-leaf">
        <Head step={step} />
      </li>
    );
  }
  return (
    <li>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <Head step={step} />
        </summary>
        {open && (
          <ul className="plain">
            {step.children.map((child, at) => (
              // Steps have no name of their own and never change places.
              <Step key={at} step={child} depth={depth + 1} all={all} />
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}

function Head({ step: { what, value, how, clause, note } }: { readonly step: DerivationStep }): ReactNode {
  const say = useTexts(partsTexts);
  return (
    <span className="derivation-head">
      <span className="derivation-what">{what}</span>
      <span className="derivation-value number">{value}</span>
      {(how !== null || note !== null) && (
        <span className="derivation-how">
          {how !== null && (
            <span>
              <span className="quiet">{say('formula')}</span> {how}
            </span>
          )}
          {note !== null && <span className="quiet">{note}</span>}
        </span>
      )}
      {clause !== null && (
        <span className="derivation-clause">
          <Clause clause={clause} />
        </span>
      )}
    </span>
  );
}
