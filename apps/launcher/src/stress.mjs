import { runEntry } from './run-entry.mjs';

await runEntry(() => import('./stress/entry.mjs'));
