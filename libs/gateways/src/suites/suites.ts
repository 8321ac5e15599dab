import type { Suite, SuiteId } from '@kaoji/application';
import { intlSuite } from './intl.js';
import { smSuite } from './sm.js';

const SUITES: Readonly<Record<SuiteId, Suite>> = { intl: intlSuite, sm: smSuite };

/** The suite with this id, or null: whoever reads old things decides what an unknown one means. */
export function suiteOf(id: string): Suite | null {
  return Object.hasOwn(SUITES, id) ? SUITES[id as SuiteId] : null;
}
