import { runEntry } from './run-entry.mjs';

await runEntry(() => import('./screens/entry.mjs'));
