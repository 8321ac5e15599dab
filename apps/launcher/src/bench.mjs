import { runEntry } from './run-entry.mjs';

await runEntry(() => import('./bench/entry.mjs'));
