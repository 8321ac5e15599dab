export const READINESS = Symbol('Readiness');
export type Readiness = { ready(): Promise<boolean> };
