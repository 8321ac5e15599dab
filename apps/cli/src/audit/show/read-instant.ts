import { Refusal } from '@kaoji/domain';

const FORM = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?(?<zone>Z|[+-]\d{2}:\d{2})?$/;

/** An instant as people write it; without a zone it is China's time, a day alone is its end. Refuses `TIME_INVALID`. */
export function readInstant(text: string): number {
  const match = FORM.exec(text);
  const whole = text.length === 'yyyy-mm-dd'.length ? `${text}T23:59:59.999` : text.replace(' ', 'T');
  const at =
    match === null ? Number.NaN : Date.parse(match.groups?.['zone'] === undefined ? `${whole}+08:00` : whole);
  if (Number.isNaN(at)) {
    throw new Refusal('TIME_INVALID', `${text} is no time such as 2026-03-02T09:30 or 2026-03-02T01:30:00Z.`);
  }
  return at;
}
