import { ROLES, STANDS, type Stand } from './rights-actors.js';
import { GUARDED, type Guarded } from './rights-cells.js';
import { mayPass } from './rights-reach.js';

const LETTER: Readonly<Record<Stand, string>> = {
  own: 'U',
  sibling: 'S',
  parent: 'A',
  other_area: 'X',
  archived: 'C',
};

/** The text of docs/rights.md: the whole table, as the test asks it of the API. */
export function rightsPage(): string {
  const head = ['Route', ...ROLES.map((role) => `\`${role}\``)];
  const rows = GUARDED.map((route) => [addressOf(route), ...ROLES.map((role) => lettersOf(route, role))]);
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [...HEADING, ...table, ''].join('\n');
}

const addressOf = ({ endpoint }: Guarded): string => `\`${endpoint.method} ${endpoint.path}\``;
const lettersOf = (route: Guarded, role: (typeof ROLES)[number]): string =>
  STANDS.filter((stand) => mayPass(route, role, stand))
    .map((stand) => LETTER[stand])
    .join('') || '·';

const HEADING = [
  '# Who may do what, where',
  '',
  'Made by `node --import ./from-source.mjs apps/api/test/harness/print-rights.ts`; `apps/api/test/rights.int.spec.ts` asks every cell of the',
  'running API and says when this page is out of date. What is not written here is refused: 403 `FORBIDDEN` (or a word of its own, such as',
  '`NOT_A_HOLDER`), or 404, and nothing else.',
  '',
  'Each letter is a place where the grant of whoever asks lies, seen from what they ask for:',
  '',
  '- **U** in its own unit; **S** in a sibling unit of the same area; **A** over the whole area; **X** over another area;',
  '- **C** over the whole area, of a cycle that is closed: who may ask is the same, what can still change the stage decides (409).',
  '',
  'A letter says that the role passes every question of who it is. The law and the stage may still refuse (409, 422), and lists hold what the',
  'grant covers and nothing more: with **S** nothing of the unit next door, with **X** nothing of the other area. An appraisee is asked as whoever is appraised',
  '(U, C) and as somebody else (S, A, X). A dot where a role has something to do all the same: only whoever holds a seat, a request, a copy',
  'or a key half may, and nobody for their role alone. Routes about oneself (session, inbox, deputies) are open to everybody signed in.',
  '',
];
