import type { DemoPlaces } from '../demo/demo-places.js';

/** How a community's survey goes; each happens at least once. */
export const STORIES = {
  valid: ['到期有效', 'valid at once'],
  assisted: ['入户代填，未超比例', 'some answers filled in by staff, within their share'],
  extends: ['延期后有效', 'extended, then valid'],
  never_valid: ['始终样本不足，由考察组评价代替', "never valid: the panel's marks stand in"],
} as const satisfies Record<string, readonly [zh: string, en: string]>;
export type Story = keyof typeof STORIES;

/** Community by its place, from 0; all others are valid at once. */
const TOLD: Readonly<Record<number, Story>> = { 1: 'assisted', 3: 'extends', 5: 'never_valid' };

/** How many of a community's ballots come before the first close, in hundredths; the rest may come in the extension. */
const FIRST_WAVE: Readonly<Record<Story, number>> = {
  valid: 100,
  assisted: 100,
  extends: 60,
  never_valid: 40,
};
/** Of a hundred ballots, so many are filled in by staff at somebody's door. */
const ASSISTED: Readonly<Record<Story, number>> = { valid: 0, assisted: 15, extends: 0, never_valid: 0 };

export function storyOf({ communities }: Pick<DemoPlaces, 'communities'>, communityId: string): Story {
  return TOLD[communities.findIndex(({ id }) => id === communityId)] ?? 'valid';
}

/** How many of so many ballots come in the first wave, and how many of those staff fill in. */
export function wavesOf(
  story: Story,
  ballots: number,
): { readonly first: number; readonly assisted: number } {
  return {
    first: Math.ceil((ballots * FIRST_WAVE[story]) / 100),
    assisted: Math.floor((ballots * ASSISTED[story]) / 100),
  };
}
