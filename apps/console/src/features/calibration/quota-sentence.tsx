import type { ReactNode } from 'react';
import type { UnitList } from '../../api/deliberation.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { calibrationTexts } from './texts.js';

const ROUNDINGS = ['floor', 'ceil', 'half_up', 'largest_remainder'] as const;

/** How many seats there are and what they come from; who had to be left to people, or drawn. */
export function QuotaSentence({ sheet }: Pick<UnitList, 'sheet'>): ReactNode {
  const say = useTexts(calibrationTexts);
  const local = useLocalText();
  const { seats, base, cap, capClause, exactSeats, candidates, awarded, toPeople, drawSeed } = sheet;
  const rounding = ROUNDINGS.find((one) => one === sheet.rounding);
  return (
    <div>
      <p>
        <strong>{say('seats', { seats, candidates, awarded: awarded.length })}</strong>
      </p>
      <p className="quiet">
        {say('seatsFrom', {
          ...{ base, cap, exact: exactSeats },
          rounding: rounding === undefined ? sheet.rounding : say(`rounding.${rounding}`),
        })}
        {capClause !== null && ` 〔${capClause}〕`}
      </p>
      {toPeople !== null && <p className="mark warn">{local(toPeople)}</p>}
      {drawSeed !== null && <p className="wrap-anywhere">{say('drawn', { seed: drawSeed })}</p>}
    </div>
  );
}
