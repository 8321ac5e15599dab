import { runEntry } from './run-entry.mjs';

await runEntry(() => import('./start/entry.mjs'));
