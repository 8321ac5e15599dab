import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { decisionTexts } from './decision-texts.js';

const route = getRouteApi('/signed-in/rulebooks/$hash');

export type DecisionRow = {
  /** The rule it reads, which leads to its place in the document. */
  readonly rule: string;
  readonly clause?: string | undefined;
  readonly cells: readonly ReactNode[];
};

/** Rules as rows, condition by condition; each leads to the rule itself. */
export function DecisionTable({
  name,
  title,
  columns,
  rows,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly DecisionRow[];
  readonly children?: ReactNode;
}): ReactNode {
  const say = useTexts(decisionTexts);
  const { hash } = route.useParams();
  return (
    <section className="sheet stack" aria-labelledby={`table-${name}`}>
      <h2 id={`table-${name}`}>{title}</h2>
      {children}
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby={`table-${name}`}>
        <table className="table decision">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">{say('clause')}</th>
              <th scope="col">{say('rule')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rule, clause, cells }) => (
              <tr key={rule}>
                {cells.map((cell, at) => (
                  // Cells have no name but their column.
                  <td key={at}>{cell}</td>
                ))}
                <td>{clause ?? '—'}</td>
                <td>
                  <Link to="/rulebooks/$hash" params={{ hash }} search={{}} hash={rule}>
                    {rule}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
