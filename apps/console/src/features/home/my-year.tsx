import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { myAppraisalsQuery } from '../../api/results.js';
import { useTexts } from '../../i18n/use-texts.js';
import { statusTexts } from '../../parts/status-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { homeTexts } from './texts.js';

const SHOWN = 3;

/** Where my own appraisal stands, the newest years first. */
export function MyYear(): ReactNode {
  const say = useTexts(homeTexts);
  const sayStatus = useTexts(statusTexts);
  const query = useQuery(myAppraisalsQuery);
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="quiet">{say('soon.appraisee')}</p>}
          <ul className="plain home-kinds">
            {items
              .toSorted((one, other) => other.year - one.year)
              .slice(0, SHOWN)
              .map(({ id, year, status }) => (
                <li key={id}>
                  <Link to="/appraisals/$appraisalId" params={{ appraisalId: id }}>
                    {say('year', { year })}
                  </Link>
                  <span className="mark">{sayStatus(status)}</span>
                </li>
              ))}
          </ul>
          <Link to="/appraisals">{say('allYears')}</Link>
        </>
      )}
    </Loaded>
  );
}
