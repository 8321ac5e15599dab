/** The steps of a new plan, in order; each has an address. */
export const STEPS = ['basics', 'rulebook', 'units', 'dates', 'people', 'create'] as const;
export type Step = (typeof STEPS)[number];
