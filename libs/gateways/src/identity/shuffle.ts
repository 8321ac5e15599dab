import { randomInt } from 'node:crypto';
import type { Shuffle } from '@kaoji/application';

/** Fisher and Yates with numbers of the operating system's generator: every order is as likely as any other. */
export const shuffle: Shuffle = (things) => {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const at = randomInt(last + 1);
    [mixed[last], mixed[at]] = [mixed[at]!, mixed[last]!];
  }
  return mixed;
};
