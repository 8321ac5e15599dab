import type { EntityManager } from 'typeorm';
import type { PersonSealer } from '@kaoji/application';
import type { Dialect } from './migrations/ddl.js';

/** What a store works on: one transaction, or reads outside of one (`writable` false). */
export type Session = {
  readonly manager: EntityManager;
  readonly dialect: Dialect;
  readonly writable: boolean;
  /** Without one, texts about people are stored as they are, and what was sealed cannot be read. */
  readonly people?: PersonSealer | undefined;
};
