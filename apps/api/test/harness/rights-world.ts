import type { ClosedRuns, WorkflowGateway } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { createObjectionKeys, createObjectionSealer } from '@kaoji/gateways';
import {
  campaignRecord,
  documentRecord,
  noticePageRecord,
  objectionRecord,
} from '@kaoji/persistence/testing';
import { CONTACT_KEY, type TestApi } from './api.js';
import { AREA, COMMUNITY, UNIT, accountId } from './places.js';
import type { Stand } from './rights-actors.js';
import type { Named } from './rights-bodies.js';
import { adoptNational, collectingCycle } from './year.js';

const SAID = { text: '演示', name: null, contact: null };
const PART = 'political_quality.panel';
const DAY = 86_400_000;

/** A flow that takes whatever it is told: what the flows refuse is their own tests' matter. */
export const TAKES_ALL = new Proxy({} as WorkflowGateway, {
  get: (_gateway, message) => () =>
    message === 'history'
      ? Promise.reject(new Refusal('NOT_FOUND', 'No run.'))
      : Promise.resolve({ ok: true }),
});
export const NOTHING_CLOSED: ClosedRuns = {
  page: () => Promise.resolve({ runs: [], next: null }),
  history: () => Promise.resolve(null),
  serverVersion: () => Promise.resolve(''),
  retentionMs: () => Promise.resolve(0),
};

/** What requests name: of the unit of this year and, under the same names, of a year that is closed. */
export type World = { readonly open: Named; readonly archived: Named };

/** Two years with somebody in them and one of everything a path can name. */
export async function makeWorld(api: TestApi): Promise<World> {
  const rulebookHash = await adoptNational(await api.as('hr'));
  const open = await oneYear(api, rulebookHash, 2027);
  const archived = await oneYear(api, rulebookHash, 2026);
  await close(api, String(archived['cycleId']));
  return { open, archived };
}

/** What nobody standing elsewhere may be shown: ids of the unit's own, and of the year where the area is another. */
export function idsOf(named: Named, stand: Stand): readonly string[] {
  const ofUnit = ['appraisalId', 'campaignId', 'panelId', 'documentId', 'planId', 'contestId', 'objectionId'];
  return [...ofUnit, ...(stand === 'other_area' ? ['cycleId'] : [])].map((name) => String(named[name]));
}

async function oneYear(api: TestApi, rulebookHash: string, year: number): Promise<Named> {
  const { cycleId, appraisalOf } = await collectingCycle(api, { year });
  const appraisalId = appraisalOf('person-1');
  const id = (kind: string): string => `${kind}-${year}`;
  const [now, by] = [Date.now(), accountId('hr')];
  const place = { cycleId, unitId: UNIT };
  await api.database.transactions.run(async (stores) => {
    const times = { opensAt: now - DAY, closesAt: now + DAY };
    const campaign = {
      ...place,
      ...times,
      id: id('campaign'),
      communityId: COMMUNITY,
      state: 'open' as const,
    };
    await stores.surveys.insertCampaigns([campaignRecord(campaign)]);
    await stores.panels.insert([
      {
        ...{ ...place, id: id('panel'), part: PART, role: 'panel_member' },
        ...{ members: [accountId('panel')], namedBy: by, namedAt: now },
      },
    ]);
    await stores.documents.insert(
      documentRecord({ ...place, id: id('document'), appraisalId, personId: 'person-1', recordedBy: by }),
    );
    await stores.plans.insertPlan({
      ...{ ...place, id: id('plan'), appraisalId, personId: 'person-1', rule: null, steps: ['演示'] },
      ...{ followedBy: by, dueAt: now + DAY, setBy: by, setAt: now },
    });
    await stores.decisions.insertContest({ id: id('contest'), appraisalId, grounds: '演示', filedAt: now });
    const publicKey = await createObjectionKeys([CONTACT_KEY]).publicKeyOf(id('notice'));
    const sealed = await createObjectionSealer().seal(publicKey, id('notice'), SAID);
    const shown = {
      publicKey,
      startsAt: now - DAY,
      endsAt: now + DAY,
      entries: [{ appraisalId, grade: 'competent' }],
    };
    await stores.notices.insertPage(noticePageRecord({ ...place, ...shown, id: id('notice') }));
    const made = { sealed, id: id('objection'), noticeId: id('notice'), about: appraisalId, receivedAt: now };
    await stores.notices.insertObjection(objectionRecord(made));
  });
  return {
    ...place,
    ...{ areaId: AREA, unit: UNIT, community: COMMUNITY, appraisalId, personRef: 'person-1', rulebookHash },
    ...{
      hash: rulebookHash,
      deputyId: 'nobodys',
      deputy: accountId('supervisor'),
      accountId: accountId('panel'),
    },
    ...{ campaignId: id('campaign'), panelId: id('panel'), documentId: id('document'), planId: id('plan') },
    ...{ part: PART, role: 'panel_member', members: [accountId('panel')] },
    ...{ contestId: id('contest'), objectionId: id('objection'), year: 2030 },
    ...{ about: { appraisalId }, lists: [{ ...place, round: 1, listHash: 'h', step: 's' }] },
  };
}

async function close({ database }: TestApi, cycleId: string): Promise<void> {
  await database.transactions.run(async ({ cycles, appraisals }) => {
    const cycle = await cycles.byId(cycleId);
    await cycles.advance(cycleId, cycle?.version ?? 0, { state: 'closed', closedAt: Date.now() });
    for (const { unitId, version } of await cycles.units(cycleId)) {
      await cycles.advanceUnit(cycleId, unitId, version, { state: 'finished' });
      for (const row of await appraisals.ofUnit(cycleId, unitId)) {
        await appraisals.advance(row.id, row.version, { status: 'recorded' });
      }
    }
  });
}
