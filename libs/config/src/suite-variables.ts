import { z } from 'zod';

/** Which algorithms an area uses: its own, or the usual ones. */
export type SuiteChoice = {
  readonly usual: 'intl' | 'sm';
  readonly areas: Readonly<Record<string, 'intl' | 'sm'>>;
};

/** `intl` (the default) or `sm` for all areas, and `<area code>=sm` for one, comma separated. */
const suiteChoice = z
  .string()
  .regex(/^(?:[^,=\s]+=)?(?:intl|sm)(?:,(?:[^,=\s]+=)?(?:intl|sm))*$/)
  .default('intl')
  .transform((text): SuiteChoice => {
    const words = text.split(',').map((word) => word.split('=') as [string, string?]);
    const usual = words.findLast(([, suite]) => suite === undefined)?.[0];
    const named = words.filter(([, suite]) => suite !== undefined);
    return {
      usual: usual === 'sm' ? 'sm' : 'intl',
      areas: Object.fromEntries(named.map(([area, suite]) => [area, suite === 'sm' ? 'sm' : 'intl'])),
    };
  });

/** Every process that hashes, signs or seals for ten years. */
export const suiteVariables = { KAOJI_SUITE: suiteChoice };
