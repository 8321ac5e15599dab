import type { Suite, SuiteId } from '@kaoji/application';
import { suiteOf } from './suites.js';

/** Which suite an area is configured to use: its own, or the usual one. */
export type AreaSuites = { readonly usual: SuiteId; readonly areas: Readonly<Record<string, SuiteId>> };

/** The suite of each area by the configuration. */
export function createAreaSuites({ usual, areas }: AreaSuites): (areaId: string) => Suite {
  return (areaId) => {
    const id = Object.hasOwn(areas, areaId) ? (areas[areaId] ?? usual) : usual;
    const suite = suiteOf(id);
    if (suite === null) throw new RangeError(`no suite ${id}`);
    return suite;
  };
}
