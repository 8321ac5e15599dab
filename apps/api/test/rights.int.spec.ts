import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from './harness/api.js';
import { seatActors } from './harness/rights-actors.js';
import { ask, type Answered } from './harness/rights-asking.js';
import { CELLS, GUARDED, type Cell } from './harness/rights-cells.js';
import { rightsPage } from './harness/rights-page.js';
import { mayPass } from './harness/rights-reach.js';
import { NOTHING_CLOSED, TAKES_ALL, idsOf, makeWorld, type World } from './harness/rights-world.js';

const GIVEN = CELLS.filter(({ route, role, stand }) => mayPass(route, role, stand));
const REFUSED = CELLS.filter((cell) => !GIVEN.includes(cell));

let api: TestApi;
let world: World;
const answers = new Map<Cell, Answered>();
const answered = (cell: Cell): Answered => answers.get(cell) ?? { status: 0, code: '', text: '' };

/** Of these cells those answered otherwise than they should be, in words. */
const otherwise = (
  cells: readonly Cell[],
  as: (answer: Answered, cell: Cell) => boolean,
): readonly string[] =>
  cells
    .filter((cell) => !as(answered(cell), cell))
    .map((cell) => {
      const { status, code } = answered(cell);
      return `${cell.route.name} ${cell.role} ${cell.stand}: ${status} ${code}`;
    });

beforeAll(async () => {
  api = await startApi({ gateway: TAKES_ALL, closedRuns: NOTHING_CLOSED });
  world = await makeWorld(api);
  const tokenOf = await seatActors(api);
  // Refused ones first: what somebody may do changes what there is.
  for (const cell of [...REFUSED, ...GIVEN]) {
    answers.set(cell, await ask(api.url, world, tokenOf(cell.role, cell.stand), cell));
  }
}, 180_000);
afterAll(() => api.close());

describe('docs/rights.md', () => {
  /** Without what Prettier does to a table. */
  const bare = (text: string): string => text.replace(/-{3,}/g, '---').replace(/[ \n]+/g, ' ');

  it('is the table that is asked here', () => {
    const page = readFileSync(new URL('../../../docs/rights.md', import.meta.url), 'utf8');
    expect(bare(page)).toBe(bare(rightsPage()));
  });
});

describe('rights', () => {
  it('are asked of every guarded route, as every role: at least 1,500 cells', () => {
    expect(GUARDED.length).toBeGreaterThan(110);
    expect(CELLS.length).toBeGreaterThan(3_000);
    expect(answers.size).toBe(CELLS.length);
  });

  it('that the table does not give are refused, with 401, 403 or 404 and no word of the stage', () => {
    expect(otherwise(REFUSED, ({ status }) => [401, 403, 404].includes(status))).toEqual([]);
  });

  it('that the table gives are refused to nobody for who they are, and break nothing', () => {
    expect(otherwise(GIVEN, ({ status }) => ![401, 403].includes(status) && status < 500)).toEqual([]);
  });

  it('are asked for something that is there: every body fits its schema, nearly every route finds what it names', () => {
    expect(otherwise(CELLS, ({ code }) => code !== 'REQUEST_INVALID')).toEqual([]);
    const missing = GUARDED.filter(({ name }) => {
      const given = GIVEN.filter(({ route }) => route.name === name);
      return given.length > 0 && given.every((cell) => answered(cell).status === 404);
    });
    expect(missing.map(({ name }) => name).sort()).toEqual(NOTHING_THERE);
  });

  it('show nothing of the unit next door or of another area, in whatever answer', () => {
    const elsewhere = CELLS.filter(({ stand }) => stand === 'sibling' || stand === 'other_area');
    expect(elsewhere.length).toBeGreaterThan(500);
    const shown = ({ text, status }: Answered, { stand }: Cell): boolean =>
      status < 400 && idsOf(world.open, stand).some((id) => text.includes(id));
    expect(otherwise(elsewhere, (answer, cell) => !shown(answer, cell))).toEqual([]);
  });
});

/** Routes about something this small world has none of; whether they are open elsewhere their own tests say. */
const NOTHING_THERE = [
  ...['answerChallenge', 'approval', 'draw', 'history', 'questionnaire', 'questionnairePreview'],
  ...['recordPlanStep', 'reissueLink', 'revokeLink'],
];
