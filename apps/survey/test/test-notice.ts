import { randomUUID } from 'node:crypto';
import type { NoticeBody } from '@kaoji/application';
import { campaignChart, type CampaignCount } from '@kaoji/domain';
import { createNoticeLinks, createNoticeMaking, createObjectionKeys } from '@kaoji/gateways';
import { appraisalRecord, noticePageRecord } from '@kaoji/persistence/testing';
import { HOUR_MS, LINK_KEY, NOW, type SurveyWorld } from './survey-world.js';

export const CONTACT_KEY = { id: 'c', secret: Buffer.alloc(32, 9).toString('base64url') };

export type TestNotice = {
  readonly id: string;
  readonly publicKey: string;
  readonly path: string;
  readonly endsAt: number;
  /** An appraisal it shows. */
  readonly shown: string;
  /** As the flow ends it. */
  end(): Promise<void>;
};

const COUNT: CampaignCount = {
  format: 'kaoji-count/1',
  questionnaire: { id: 'q', version: '1' },
  root: 'ab'.repeat(32),
  received: 82,
  valid: 80,
  invalid: 2,
  invalidReasons: { unreadable: 0, not_offered: 0, required_missing: 0, blank: 2 },
  strata: [],
  sample: { n: 80, ordinary: 70, assisted: 3, valid: true },
  assisted: { valid: 3, share: '3/80' },
  response: { issued: 120, ofIssued: '82/120', population: 900, ofPopulation: '82/900' },
  people: [],
  community: [
    {
      questionId: 'overall',
      kind: 'scale',
      title: { zh: '您对社区工作总体满意吗？', en: 'How satisfied are you with the community’s work?' },
      answered: 80,
      cells: [40, 25, 10, 3, 2].map((count, at) => ({
        value: String(5 - at),
        title: {
          zh: ['很满意', '满意', '一般', '不满意', '很不满意'][at] ?? '',
          en: ['very', 'rather', 'so-so', 'not', 'not at all'][at] ?? '',
        },
        count,
      })),
    },
  ],
  comments: { given: 0, texts: [] },
  suppression: { cells: 5, comments: 5 },
  flags: {
    straightLining: { of: 80, count: 1, raised: false },
    speeding: { of: 80, count: 0, raised: false },
    bursts: [],
  },
};

const notices = new Map<SurveyWorld, number>();

/** A notice of two plainly made-up people, shown from an hour ago for a day. */
export async function addNotice(
  world: SurveyWorld,
  change: { readonly body?: Partial<NoticeBody> } = {},
): Promise<TestNotice> {
  const id = randomUUID();
  const round = (notices.get(world) ?? 0) + 1;
  notices.set(world, round);
  const links = createNoticeLinks([LINK_KEY]);
  const publicKey = await createObjectionKeys([CONTACT_KEY]).publicKeyOf(id);
  const { qrCode } = createNoticeMaking({ links: [LINK_KEY], contacts: [CONTACT_KEY] });
  const { transactions } = world.database;
  const shown = 'appraisal-0';
  if (round === 1) {
    await transactions.run(async (stores) => {
      await stores.places.insertPeople([{ id: 'person-0', name: '演示甲', phone: null }]);
      await stores.appraisals.insertMany([appraisalRecord({ id: shown, personId: 'person-0' })]);
    });
  }
  const address = `https://survey.test/n/${links.of(id)}`;
  const body: NoticeBody = {
    ...{ year: 2026, area: '演示街道', unit: '演示单位', rehearsal: true, clause: 'N6 Art 17' },
    ...{ workingDays: 5, anonymous: true, address, code: qrCode(address) },
    entries: [
      { name: '演示甲', community: '演示社区' },
      { name: '演示<乙>', community: null },
    ].map((entry, at) => ({
      ...entry,
      appraisalId: at === 0 ? shown : 'another',
      gradeTitle: { zh: '优秀', en: 'excellent' },
    })),
    surveys: [
      {
        ...{ community: '演示社区', received: 82, valid: 80, issued: 120 },
        questions: [
          {
            title: { zh: '您对社区工作总体满意吗？', en: 'How satisfied are you?' },
            answered: 80,
            satisfied: { count: 65, rate: '13/16', low: '0.7131', high: '0.8826' },
          },
        ],
        ...{ root: COUNT.root, countHash: `sha256:${'cd'.repeat(32)}` },
        chart: { zh: campaignChart(COUNT, 'zh'), en: campaignChart(COUNT, 'en') },
      },
    ],
    ...change.body,
  };
  const period = { startsAt: NOW - HOUR_MS, endsAt: NOW + 23 * HOUR_MS };
  await transactions.run((stores) =>
    stores.notices.insertPage(
      noticePageRecord({ id, round, publicKey, body: JSON.stringify(body), ...period }),
    ),
  );
  return {
    ...{ id, publicKey, path: `/n/${links.of(id)}`, endsAt: period.endsAt, shown },
    end: async () => {
      await transactions.run((stores) => stores.notices.end(id, period.endsAt));
    },
  };
}
