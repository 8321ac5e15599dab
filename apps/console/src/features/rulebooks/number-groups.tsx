import type { AdjustableNumber, Finding, NumberGroup } from '@kaoji/domain/rulebook';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { isNumber, keyOf, type Tried } from './tried-numbers.js';
import { whatIfTexts } from './what-if-texts.js';

const GROUPS: readonly NumberGroup[] = [
  ...(['bands', 'quota', 'lines', 'dimensions', 'parts', 'raters', 'points', 'survey'] as const),
];
/** Open at first: what is tried most. */
const OPEN: readonly NumberGroup[] = ['bands', 'quota', 'lines', 'dimensions'];

type Asked = {
  readonly numbers: readonly AdjustableNumber[];
  readonly tried: Tried;
  readonly findings: readonly Finding[];
  readonly onChange: (number: AdjustableNumber, value: string) => void;
};

/** The numbers by what they do; what lint says of a changed one stands beside it. */
export function NumberGroups({ numbers, tried, findings, onChange }: Asked): ReactNode {
  const say = useTexts(whatIfTexts);
  const placed = new Set(numbers.flatMap((number) => findingsOf(number, findings)));
  const left = findings.filter((finding) => !placed.has(finding));
  // What is wrong with all of them together, such as their sum, stands above them.
  const ofGroup = (group: NumberGroup): readonly Finding[] => left.filter(({ path }) => path === group);
  const elsewhere = left.filter(({ path }) => !GROUPS.some((group) => group === path));
  return (
    <>
      {elsewhere.length > 0 && <Said findings={elsewhere} />}
      {GROUPS.map((group) => {
        const here = numbers.filter((number) => number.group === group);
        if (here.length === 0) return null;
        return (
          <details key={group} className="numbers-group" open={OPEN.includes(group)}>
            <summary>{say(`group.${group}`)}</summary>
            {ofGroup(group).length > 0 && <Said findings={ofGroup(group)} />}
            <div className="table-frame" tabIndex={0} role="group" aria-label={say(`group.${group}`)}>
              <table className="table numbers">
                <thead>
                  <tr>
                    <th scope="col">{say('col.number')}</th>
                    <th scope="col" className="number">
                      {say('col.now')}
                    </th>
                    <th scope="col">{say('col.tried')}</th>
                  </tr>
                </thead>
                <tbody>
                  {here.map((number) => (
                    <NumberRow
                      key={keyOf(number)}
                      number={number}
                      value={tried[keyOf(number)] ?? number.value}
                      findings={findingsOf(number, findings)}
                      onChange={(value) => onChange(number, value)}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        );
      })}
    </>
  );
}

function NumberRow({
  number,
  value,
  findings,
  onChange,
}: {
  readonly number: AdjustableNumber;
  readonly value: string;
  readonly findings: readonly Finding[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const say = useTexts(whatIfTexts);
  const local = useLocalText();
  const id = `number-${keyOf(number)}`;
  const wrong = !isNumber(value);
  return (
    <tr className={value === number.value ? undefined : 'changed'}>
      <th scope="row" className="wrap">
        <label htmlFor={id}>{local(number.title)}</label>
        {wrong && <p role="alert">{say('notANumber')}</p>}
        {findings.length > 0 && <Said findings={findings} />}
      </th>
      <td className="number">{number.value}</td>
      <td>
        <Input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          {...(wrong || findings.length > 0 ? { status: 'error' as const, 'aria-invalid': true } : {})}
          onChange={({ target }) => onChange(target.value.trim())}
        />
      </td>
    </tr>
  );
}

function Said({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const language = useLanguage();
  return (
    <ul className="said" role="alert">
      {findings.map(({ code, path, message, messageZh }) => (
        <li key={`${code} ${path}`}>{language === 'zh' ? messageZh : message}</li>
      ))}
    </ul>
  );
}

/** Those about this very place or about the rule it stands in. */
function findingsOf({ paths, rule }: AdjustableNumber, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding) =>
      finding.rule === rule ||
      paths.some(
        (path) =>
          path === finding.path || (path.startsWith(`${finding.path}.`) && finding.path.includes('.')),
      ),
  );
}
