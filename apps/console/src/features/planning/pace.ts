import type { Speak } from '../../i18n/use-texts.js';
import { DAY_SECONDS } from './plan-draft.js';

type PaceKey = `pace.${(typeof DAY_SECONDS)[number]}`;

/** How long a working day of a rehearsal lasts, in words. */
export function paceWord(say: Speak<PaceKey>, seconds: number): string {
  const known = DAY_SECONDS.find((one) => one === seconds) ?? 60;
  return say(`pace.${known}`);
}
