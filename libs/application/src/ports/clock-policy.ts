/** How working days become instants: by the pinned calendar, or so many milliseconds each in a rehearsal. */
export type ClockPolicy =
  { readonly kind: 'calendar' } | { readonly kind: 'rehearsal'; readonly workingDayMs: number };
