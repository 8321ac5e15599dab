import type { CycleView } from '@kaoji/http-contract';
import type { Page } from 'playwright-core';
import type { Place } from './place.js';

export type Picture = {
  /** Of the file. */
  readonly name: string;
  /** A demo account, or nobody. */
  readonly who: string | null;
  readonly phone?: true;
  /** Chinese unless said. */
  readonly language?: 'en';
  readonly path: (place: Place) => string | Promise<string>;
  /** What is done before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
};

/** The unit whose list waits, as `npm start` leaves the second year. */
const LISTED = 1;

/** What each person's main screen looks like. */
export const PICTURES: readonly Picture[] = [
  { name: 'hr-board', who: 'hr', path: ({ open }) => `/cycles/${open.id}` },
  { name: 'hr-late', who: 'hr', path: ({ open }) => `/cycles/${open.id}/waiting` },
  { name: 'hr-plan', who: 'hr', path: () => '/cycles/new' },
  { name: 'hr-survey', who: 'hr', path: ({ open }) => `/surveys/${open.id}` },
  {
    name: 'hr-decisions',
    who: 'hr',
    path: ({ closed }) => `/decisions/${closed.id}/${closed.units[2]}`,
  },
  { name: 'supervisor-home', who: 'supervisor-2', path: () => '/' },
  {
    name: 'supervisor-calibration',
    who: 'supervisor-2',
    path: ({ open }) => `/calibration/${open.id}/${open.units[LISTED]}`,
  },
  {
    name: 'supervisor-list',
    who: 'supervisor-2',
    path: ({ open }) => `/lists/${open.id}/${open.units[LISTED]}`,
  },
  { name: 'panel-marking', who: 'panel-2', path: ({ open }) => `/marking/${open.id}` },
  { name: 'appraisee-home-phone', who: 'worker-001', phone: true, path: () => '/' },
  { name: 'appraisee-result', who: 'worker-002', path: async (place) => ownResult(place, 'worker-002') },
  {
    name: 'appraisee-result-phone',
    who: 'worker-002',
    phone: true,
    path: async (place) => ownResult(place, 'worker-002'),
  },
  { name: 'auditor-find', who: 'auditor', path: () => '/audit' },
  { name: 'auditor-player', who: 'auditor', path: async (place) => storyOf(place, 'worker-002') },
  { name: 'auditor-log', who: 'auditor', path: ({ closed }) => `/audit/cycles/${closed.id}` },
  {
    name: 'auditor-player-en',
    who: 'auditor',
    language: 'en',
    path: async (place) => storyOf(place, 'worker-002'),
  },
  { name: 'rulebook', who: 'hr', path: rulebookOf },
  { name: 'operator', who: 'operator', path: () => '/operation' },
  { name: 'public-notice', who: null, path: () => '/notices' },
  { name: 'public-log', who: null, path: ({ closed }) => `/log/${closed.id}` },
];

async function ownResult(place: Place, who: string): Promise<string> {
  return `/appraisals/${await appraisalIn(place, place.closed.id, who)}`;
}

async function storyOf(place: Place, who: string): Promise<string> {
  return `/audit/appraisals/${await appraisalIn(place, place.closed.id, who)}`;
}

async function appraisalIn({ ask }: Place, cycleId: string, who: string): Promise<string> {
  const { items } = await ask<{ items: { id: string; cycleId: string }[] }>(who, '/api/appraisals/mine');
  const mine = items.find((one) => one.cycleId === cycleId);
  if (mine === undefined) throw new Error(`${who} has no appraisal there`);
  return mine.id;
}

async function rulebookOf({ ask, open }: Place): Promise<string> {
  const { rulebookHash } = await ask<CycleView>('hr', `/api/cycles/${open.id}`);
  return `/rulebooks/${rulebookHash}`;
}
