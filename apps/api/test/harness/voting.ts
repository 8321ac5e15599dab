import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  answerSurvey,
  closeCampaign,
  createPostTitles,
  createRulebookShelf,
  createSheets,
  issueLinks,
  openCampaign,
  type ActMessage,
  type Campaign,
  type Stratum,
  type WorkflowGateway,
} from '@kaoji/application';
import { communityField, personField } from '@kaoji/domain';
import { createBallotBoxes, createBallotSealer, createSurveyLinks, systemClock } from '@kaoji/gateways';
import type { SurveyCountView } from '@kaoji/http-contract';
import { openSurveyDatabase } from '@kaoji/persistence';
import { LINK_KEY, startApi, type Answer, type TestApi, type TestApiOptions } from './api.js';
import { COMMUNITY, UNIT, type Name } from './places.js';
import { standInApprovals, type StandInApprovals } from './stand-in-approvals.js';
import { RULEBOOK, collectingCycle } from './year.js';

export const passphraseOf = (name: Name): string => `演示口令：${name}：清风徐来水波不兴`;
const RULES = RULEBOOK.replace("version: '2023.1'", "version: 'voting'").replace(
  'minValid: 50',
  'minValid: 3',
);

/** The staff service and the survey's own door over one database; every flow takes what it is told. */
export type Voting = {
  readonly api: TestApi;
  /** What flows were told, by method. */
  readonly told: readonly string[];
  /** What answers acts on lists. */
  readonly approvals: StandInApprovals;
  /** A cycle that collects, with one planned survey in its first unit. */
  cycle(): Promise<Vote>;
  close(): Promise<void>;
};
/** One survey, and the acts of its people. */
export type Vote = {
  readonly cycleId: string;
  readonly campaignId: string;
  readonly appraisalOf: (personId: string) => string;
  campaign(): Promise<Campaign>;
  enrol(name: Name, passphrase?: string, key?: string): Promise<Answer>;
  /** Two enrol, `superior` and `panel` unless others are named, and the survey opens. */
  opened(holders?: readonly Name[]): Promise<void>;
  /** So many residents rate everybody so; true when all were taken. */
  answered(count: number, rating?: number, stratum?: Stratum): Promise<boolean>;
  /** Envelopes that were never sealed to this box, by whoever can write to its table. */
  stuffed(count: number): Promise<void>;
  /** The survey's time is over: sealed, extended or given to the panel. */
  closed(): Promise<string>;
  act(name: Name, passphrase?: string): Promise<Answer<{ items: { act: string }[] }>>;
  /** Opened, answered by so many, sealed; both holders have acted. Gives the count. */
  counted(count: number): Promise<SurveyCountView>;
};

export async function startVoting(options: Pick<TestApiOptions, 'consoleFolder'> = {}): Promise<Voting> {
  const approvals = standInApprovals();
  const folder = mkdtempSync(join(tmpdir(), 'kaoji-voting-'));
  const url = `sqlite:${join(folder, 'kaoji.db')}`;
  const told: string[] = [];
  const gateway = new Proxy({} as WorkflowGateway, {
    get: (_target, method) => async (_key: string, unitId: string, _update: string, message: ActMessage) => {
      told.push(String(method));
      return method === 'act' ? approvals.take(unitId, message) : { ok: true };
    },
  });
  const api = await startApi({ ...options, database: url, gateway });
  const door = await openSurveyDatabase(url);
  const { transactions } = api.database;
  const links = createSurveyLinks([LINK_KEY]);
  const engine = {
    ...{ transactions, clock: systemClock, rulebooks: createRulebookShelf() },
    ...{ postTitles: createPostTitles(), ballotBoxes: createBallotBoxes() },
  };
  const residents = {
    ...{ reads: door.reads, intake: door.intake, clock: systemClock, sheets: createSheets() },
    sealer: createBallotSealer({ now: systemClock.now }),
  };
  const hr = await api.as('hr');
  const { body: adopted } = await hr.upload<{ hash: string }>('/api/rulebooks', 'text/yaml', RULES);
  let votes = 0;

  const cycle: Voting['cycle'] = async () => {
    const { cycleId, appraisalOf } = await collectingCycle(api, { rulebookHash: adopted.hash });
    const campaignId = `vote-${(votes += 1)}`;
    const planned: Campaign = {
      ...{ id: campaignId, cycleId, unitId: UNIT, communityId: COMMUNITY, state: 'planned', version: 1 },
      ...{ opensAt: null, closesAt: null, extensions: 0, questionnaireHash: null, panelReason: null },
    };
    await transactions.run(({ surveys }) => surveys.insertCampaigns([planned]));
    const campaign: Vote['campaign'] = async () =>
      (await transactions.read(({ surveys }) => surveys.campaign(campaignId))) ?? planned;
    const enrol: Vote['enrol'] = async (name, passphrase = passphraseOf(name), key) =>
      (await api.as(name)).post(`/api/cycles/${cycleId}/box-holders`, { passphrase }, key);
    const opened: Vote['opened'] = async (holders = ['superior', 'panel']) => {
      for (const name of holders) await enrol(name);
      await openCampaign(engine, { campaignId });
    };
    const answered: Vote['answered'] = async (count, rating = 5, stratum = 'ordinary') => {
      const fields = [communityField('overall')];
      fields.push(...['person-1', 'person-2'].map((person) => personField(appraisalOf(person), 'rating')));
      const given = new Map(fields.map((field) => [field, [String(rating)]]));
      const tokens = await issueLinks(
        { transactions, links, clock: systemClock },
        { campaignId, count, stratum },
      );
      const taken = await Promise.all(
        tokens.map(async (token) => {
          const link = links.verify(token);
          return link.ok && (await answerSurvey(residents, link, given)).kind === 'accepted';
        }),
      );
      return taken.every(Boolean);
    };
    const stuffed: Vote['stuffed'] = async (count) => {
      const issued = await issueLinks(
        { transactions, links, clock: systemClock },
        { campaignId, count, stratum: 'ordinary' },
      );
      for (const token of issued) {
        const link = links.verify(token);
        const sealed = randomBytes(64).toString('base64url');
        const digest = randomBytes(32).toString('hex');
        if (link.ok)
          await door.intake.put({ linkHash: link.linkHash, campaignId, sealed, digest, day: '2026-01-01' });
      }
    };
    const closed: Vote['closed'] = async () =>
      (await closeCampaign(engine, { campaignId, extensions: (await campaign()).extensions })).outcome;
    const act: Vote['act'] = async (name, passphrase = passphraseOf(name)) =>
      (await api.as(name)).post(`/api/cycles/${cycleId}/ballot-boxes/open`, { passphrase });
    return {
      ...{ cycleId, campaignId, appraisalOf, campaign, enrol, opened, answered, stuffed, closed, act },
      counted: async (count) => {
        await opened();
        await answered(count);
        await closed();
        for (const name of ['superior', 'panel'] as const) await act(name);
        return (await hr.get<SurveyCountView>(`/api/surveys/${campaignId}/count`)).body;
      },
    };
  };
  return {
    api,
    told,
    approvals,
    cycle,
    close: async () => {
      await door.close();
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
