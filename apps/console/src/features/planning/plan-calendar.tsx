import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { calendarYearQuery, type CalendarDay, type PlanDates } from '../../api/planning.js';
import { codeOf } from '../../api/problem.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { useCivilDay, monthOf, weekdayOf } from './civil-days.js';
import { scheduleTexts } from './plan-texts.js';

type Asked = { readonly dates: PlanDates; readonly onChoose: (day: string) => void };
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One month with working days, holidays and the ends of stages; choosing a day opens the year on it. */
export function PlanCalendar({ dates, onChoose }: Asked): ReactNode {
  const say = useTexts(scheduleTexts);
  const local = useLocalText();
  const [month, setMonth] = useState(() => monthOf(dates.openOn));
  const [year = '', number = ''] = month.split('-');
  const query = useQuery(calendarYearQuery(year));
  const move = (on: number): void => setMonth(monthOf(`${month}-01`, on));
  return (
    <section className="stack" aria-labelledby="plan-calendar">
      <div className="row spread">
        <h3 id="plan-calendar">{say('calendar')}</h3>
        <div className="row">
          <Button aria-label={say('previous')} onClick={() => move(-1)}>
            ‹
          </Button>
          <strong aria-live="polite">{say('month', { year, month: number })}</strong>
          <Button aria-label={say('following')} onClick={() => move(1)}>
            ›
          </Button>
        </div>
      </div>
      {codeOf(query.error) === 'CALENDAR_YEAR_UNKNOWN' ? (
        <p>{say('unknownYear', { year })}</p>
      ) : (
        <Loaded query={query}>
          {({ days, sources }) => (
            <>
              <Month
                days={days.filter(({ date }) => date.startsWith(month))}
                dates={dates}
                onChoose={onChoose}
              />
              <p className="quiet">{say('choose')}</p>
              <p className="quiet">
                {say('sources')}
                {': '}
                {sources.map(({ title, number: of }) => `${local(title)} ${of}`).join('; ')}
              </p>
            </>
          )}
        </Loaded>
      )}
    </section>
  );
}

type MonthAsked = Asked & { readonly days: readonly CalendarDay[] };

function Month({ days, dates, onChoose }: MonthAsked): ReactNode {
  const say = useTexts(scheduleTexts);
  return (
    <table className="plan-month">
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {say(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, at) => (
              <td key={WEEKDAYS[at]}>
                {day !== null && <Day day={day} dates={dates} onChoose={onChoose} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayAsked = Asked & { readonly day: CalendarDay };

function Day({ day: { date, working, holiday, makeUp }, dates, onChoose }: DayAsked): ReactNode {
  const say = useTexts(scheduleTexts);
  const local = useLocalText();
  const civilDay = useCivilDay();
  const isStart = date === dates.openOn;
  const ending = dates.stages.filter(({ to }) => to === date);
  const words = [
    ...(isStart ? [say('starts')] : []),
    ...new Set(ending.map(({ stage }) => say('ends', { stage: say(`stage.${stage}`) }))),
  ];
  const kind = makeUp ? say('makeUp') : say(working ? 'working' : 'resting');
  const shown = holiday === null ? (makeUp ? say('work') : '') : `${local(holiday)} ${say('rest')}`;
  return (
    <button
      type="button"
      className="plan-date"
      data-working={working}
      data-ends={ending.length > 0}
      aria-pressed={isStart}
      onClick={() => onChoose(date)}
    >
      <span className="unseen">
        {civilDay(date)}, {kind},
      </span>
      <span className="plan-date-number" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      <span className="plan-date-words">{[shown, ...words].filter((word) => word !== '').join(' ')}</span>
    </button>
  );
}

/** Rows of seven, Monday first; null where the month has no day. */
function weeksOf(days: readonly CalendarDay[]): readonly (readonly (CalendarDay | null)[])[] {
  const [first] = days;
  if (first === undefined) return [];
  const cells = [...Array.from({ length: weekdayOf(first.date) - 1 }, () => null), ...days];
  const weeks: (CalendarDay | null)[][] = [];
  for (let at = 0; at < cells.length; at += 7) {
    const week = cells.slice(at, at + 7);
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
  }
  return weeks;
}
