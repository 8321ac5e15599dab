import { runEntry } from './run-entry.mjs';

await runEntry(() => import('./console/entry.mjs'));
