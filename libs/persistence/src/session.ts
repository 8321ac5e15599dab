import type { EntityManager } from 'typeorm';
import type { Dialect } from './migrations/ddl.js';

/** What a store works on: one transaction, or reads outside of one (`writable` false). */
export type Session = {
  readonly manager: EntityManager;
  readonly dialect: Dialect;
  readonly writable: boolean;
};
