import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campaign, Stratum, WorkflowGateway } from '@kaoji/application';
import { createContactSealer, createSurveyLinks } from '@kaoji/gateways';
import { envelopeRecord, fillBox } from '@kaoji/persistence/testing';
import { CONTACT_KEY, LINK_KEY, startApi, type Person, type TestApi } from './api.js';
import { COMMUNITY, UNIT } from './places.js';
import { collectingCycle } from './year.js';

/** A gateway that nobody is at; only its key matters here. */
export const GATEWAY = {
  url: 'http://127.0.0.1:1/send',
  keyId: 'demo-1',
  secret: Buffer.alloc(32, 5).toString('base64url'),
  templates: { invitation: 'T1', reminder: 'T2' },
  perSecond: 100,
  timeoutMs: 100,
  attempts: 1,
};
export const contacts = createContactSealer([CONTACT_KEY]);
export const links = createSurveyLinks([LINK_KEY]);
export type Refused = { readonly status: number; readonly code: string };

/** Of every ten residents seven are ordinary, two representatives, and one was served. */
export const STRATA: readonly Stratum[] = ['ordinary', 'representative', 'service_object'];
export const stratumOf = (n: number): Stratum => STRATA[n % 10 < 7 ? 0 : n % 10 < 9 ? 1 : 2]!;
export const refOf = (n: number): string => `R-${String(n).padStart(4, '0')}`;
export const phoneOf = (n: number): string => `13${n % 10}00000000`;
/** A list of so many residents, numbered from 1, as CSV. */
export const listOf = (count: number): string =>
  [
    'ref,stratum,phone,email',
    ...Array.from({ length: count }, (_row, index) => {
      const n = index + 1;
      return `${refOf(n)},${stratumOf(n)},${phoneOf(n)},demo${n}@example.com`;
    }),
  ].join('\n');

/** HR at work on surveys, with a gateway for SMS and a workflow that takes what it is told. */
export type Asking = {
  readonly api: TestApi;
  readonly hr: Person;
  /** Campaigns whose workflow was told that something waits to be sent. */
  readonly told: readonly string[];
  readonly read: TestApi['database']['transactions']['read'];
  /** Another campaign, open unless said otherwise. */
  campaign(over?: Partial<Campaign>): Promise<string>;
  imported(
    campaignId: string,
    count?: number,
  ): Promise<{ readonly imported: number; readonly listHash: string }>;
  /** A list of forty, all of whom are drawn. */
  drawn(campaignId: string): Promise<void>;
  /** Somebody answers with this link. */
  answer(campaignId: string, linkHash: string): Promise<void>;
  close(): Promise<void>;
};

export async function startAsking(): Promise<Asking> {
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-asking-'));
  const database = `sqlite:${join(folder, 'kaoji.sqlite')}`; // a file: answers come in by another way
  const told: string[] = [];
  const gateway = {
    inviteResidents: async (_cycleKey: string, campaignId: string) => {
      told.push(campaignId);
      return { ok: true };
    },
  } as unknown as WorkflowGateway;
  const api = await startApi({ database, gateway, channels: { sms: GATEWAY } });
  const hr = await api.as('hr');
  const { cycleId } = await collectingCycle(api);
  let campaigns = 0;
  const imported: Asking['imported'] = async (id, count = 40) => {
    const path = `/api/surveys/${id}/residents`;
    return (await hr.upload<{ imported: number; listHash: string }>(path, 'text/csv', listOf(count))).body;
  };
  return {
    api,
    hr,
    told,
    read: (work) => api.database.transactions.read(work),
    campaign: async (over = {}) => {
      const id = `campaign-${(campaigns += 1)}`;
      const now = Date.now();
      const campaign: Campaign = {
        ...{ id, cycleId, unitId: UNIT, communityId: COMMUNITY, state: 'open', extensions: 0, version: 1 },
        ...{ opensAt: now, closesAt: now + 3_600_000, questionnaireHash: null, panelReason: null },
        ...over,
      };
      await api.database.transactions.run(({ surveys }) => surveys.insertCampaigns([campaign]));
      return id;
    },
    imported,
    drawn: async (id) => {
      const { listHash } = await imported(id);
      await hr.post(`/api/surveys/${id}/draw`, { seed: 'demo', listHash });
    },
    answer: async (campaignId, linkHash) => {
      await fillBox(database, [envelopeRecord({ linkHash, campaignId, digest: linkHash })]);
    },
    close: async () => {
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
