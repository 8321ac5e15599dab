import type { Command } from 'commander';
import type { Terminal } from './terminal/terminal.js';

/** A group of commands. `load` runs only when the group is called or all help is shown, so others cost nothing. */
export type CommandGroup = {
  readonly name: string; // the first word after `kaoji`
  readonly load: () => Promise<{ register: (program: Command, terminal: Terminal) => void }>;
};

/** Every group there is; a new one is a folder with `register-<group>.ts` and a line here. */
export const GROUPS: readonly CommandGroup[] = [
  { name: 'rulebook', load: () => import('./rulebook/register-rulebook.js') },
  { name: 'db', load: () => import('./db/register-db.js') },
  { name: 'replay', load: () => import('./replay/register-replay.js') },
  { name: 'demo', load: () => import('./demo/register-demo.js') },
  { name: 'bench', load: () => import('./bench/register-bench.js') },
  { name: 'stress', load: () => import('./stress/register-stress.js') },
  { name: 'survey', load: () => import('./survey/register-survey.js') },
  { name: 'inbox', load: () => import('./inbox/register-inbox.js') },
  { name: 'act', load: () => import('./inbox/register-act.js') },
  { name: 'person', load: () => import('./person/register-person.js') },
  { name: 'access', load: () => import('./access/register-access.js') },
  { name: 'audit', load: () => import('./audit/register-audit.js') },
  { name: 'screens', load: () => import('./screens/register-screens.js') },
  { name: 'rehearse', load: () => import('./rehearsal/register-rehearse.js') },
];
