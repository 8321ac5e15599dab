/** Whom a survey asks: ordinary residents, residents' representatives, people a service was done for. */
export const STRATA = ['ordinary', 'representative', 'service_object'] as const;
export type Stratum = (typeof STRATA)[number];
