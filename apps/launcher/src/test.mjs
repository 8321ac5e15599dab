import { runEntry } from './run-entry.mjs';

await runEntry(() => import('./suite/entry.mjs'));
