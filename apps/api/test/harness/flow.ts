import { answerSurvey, createSheets } from '@kaoji/application';
import { communityField, personField } from '@kaoji/domain';
import { createBallotSealer, createSurveyLinks, systemClock } from '@kaoji/gateways';
import type {
  CampaignView,
  CycleView,
  MarkingItem,
  SurveyCountView,
  UnitListView,
} from '@kaoji/http-contract';
import { openSurveyDatabase } from '@kaoji/persistence';
import { OutboxRelay } from '../../src/outbox-relay.js';
import { LINK_KEY, startApi, type Answer, type TestApi } from './api.js';
import { COMMUNITY, UNIT, type Name } from './places.js';
import { until } from './until.js';
import { openStage } from './worker.js';
import { RULEBOOK, plan } from './year.js';

/** The national rulebook with short ways: one panel member, one answer, time to contest on a rehearsal's clock. */
const SHORT = RULEBOOK.replace("version: '2023.3'", "version: 'flow'")
  .replace('minCount: 3', 'minCount: 1')
  .replaceAll(/ +panel:(?: \{.*\}\n|\n(?: {20}.*\n)+)/g, '') // one rater of each kind sits on no panel
  .replace('minValid: 50', 'minValid: 1')
  .replace('uncertain: to_people', 'uncertain: flag') // two answers leave everything uncertain
  .replace('othersWorkingDays: 5', 'othersWorkingDays: 22')
  .replace(/(collection:\n(?:.*\n)*?\s+workingDays: )10/, '$1400');
const WORKING_DAY_MS = 400;
/** Two people who do not run the survey; neither is on the roster. */
export const HOLDERS = ['superior', 'panel'] as const;
export const PASSPHRASE = '演示口令：清风徐来水波不兴';

const ROSTER = [
  'personRef,unit,community,posts,category,under_investigation,months_in_unit',
  `person-1,${UNIT},${COMMUNITY},grid_worker,contract,,12`,
  `person-2,${UNIT},${COMMUNITY},grid_worker,contract,true,12`,
  `person-3,${UNIT},${COMMUNITY},service_staff,contract,,12`,
  `person-boss,${UNIT},${COMMUNITY},deputy,elected,,12`,
  `person-leaver,${UNIT},${COMMUNITY},service_staff,contract,,12`,
].join('\n');

type Body = Record<string, unknown>;
type UnitState = CycleView['units'][number]['state'];

/** One unit's year with a real worker behind the service, and the people who make it happen. */
export type Flow = {
  readonly api: TestApi;
  /** Known after `open`. */
  cycle(): string;
  unitPath(): string;
  /** The path of somebody's appraisal, by person reference, or by name for those who join. */
  of(person: string): string;
  appraisalOf(person: string): string;
  readAppraisals(): Promise<void>;
  post(name: Name, path: string, json?: unknown, key?: string): Promise<Answer>;
  get<T = Body>(name: Name, path: string): Promise<Answer<T>>;
  list(name?: Name): Promise<Answer<UnitListView>>;
  unit(): Promise<CycleView['units'][number]>;
  at(state: UnitState): Promise<unknown>;
  /** Kind and verbs of what waits for an account in this cycle. */
  waiting(account: string): Promise<readonly string[]>;
  /** Plans, consults, publishes, opens; until the unit collects. */
  open(): Promise<void>;
  /** Everybody who is asked marks: 20 for person-3, 93 for all others. */
  everybodyMarks(): Promise<void>;
  /** Residents answer these links, all satisfied with everybody. */
  answer(links: readonly string[]): Promise<void>;
  survey(): Promise<CampaignView>;
  surveyAt(state: CampaignView['state']): Promise<CampaignView>;
  /** Both holders open the sealed box; gives the count HR is to confirm. */
  openBox(): Promise<SurveyCountView>;
  close(): Promise<void>;
};

/** Status and code of a refusal: `409 STAGE_NOT_OPEN`. */
export const refusal = ({ body }: Answer<unknown>): string => {
  const { status, code } = body as Body;
  return `${String(status)} ${String(code)}`;
};

export async function startFlow(): Promise<Flow> {
  const stage = await openStage();
  const { address: temporal, namespace, databaseUrl: database, code } = stage;
  const api = await startApi({ temporal, namespace, database, code });
  await stage.startWorker();
  api.app.get(OutboxRelay).start();
  const appraisals = new Map<string, string>();
  let cycleId = '(not opened)';

  const post: Flow['post'] = async (name, path, json, key) => (await api.as(name)).post(path, json, key);
  const get: Flow['get'] = async (name, path) => (await api.as(name)).get(path);
  const unitPath = (): string => `/api/cycles/${cycleId}/units/${UNIT}`;
  const appraisalOf = (person: string): string => appraisals.get(person) ?? '(none)';
  const unit: Flow['unit'] = async () => {
    const { body } = await get<CycleView>('hr', `/api/cycles/${cycleId}`);
    const found = body.units.find(({ unitId }) => unitId === UNIT);
    if (found === undefined) throw new Error('the unit is in the cycle');
    return found;
  };
  const at: Flow['at'] = (state) => until(`state ${state}`, unit, (now) => now.state === state);
  const survey: Flow['survey'] = async () => {
    const { body } = await get<{ items: CampaignView[] }>('hr', `/api/cycles/${cycleId}/surveys`);
    return body.items[0] ?? ({ state: 'planned' } as CampaignView);
  };
  const surveyAt: Flow['surveyAt'] = (state) =>
    until(`survey ${state}`, survey, (one) => one.state === state);
  const readAppraisals = async (): Promise<void> => {
    type Item = { readonly id: string; readonly personRef: string; readonly name: string };
    const { body } = await get<{ items: Item[] }>('hr', `/api/cycles/${cycleId}/appraisals`);
    for (const { id, personRef, name } of body.items) {
      appraisals.set(personRef.startsWith('person') ? personRef : name, id);
    }
  };

  return {
    api,
    cycle: () => cycleId,
    unitPath,
    of: (person) => `/api/appraisals/${appraisalOf(person)}`,
    appraisalOf,
    readAppraisals,
    post,
    get,
    list: (name = 'supervisor') => get<UnitListView>(name, `${unitPath()}/list`),
    unit,
    at,
    waiting: async (account) => {
      const tasks = await api.database.transactions.read(({ inbox }) =>
        inbox.open(
          [{ accountId: account, kinds: ['list', 'correction'] }],
          { cycleId },
          { after: null, limit: 10 },
        ),
      );
      return tasks.map(({ kind, verbs }) => [kind, ...verbs].join(' '));
    },
    open: async () => {
      const hr = await api.as('hr');
      const adopted = await hr.upload<{ hash: string }>('/api/rulebooks', 'text/yaml', SHORT);
      const clock = { kind: 'rehearsal', workingDayMs: WORKING_DAY_MS };
      const planned = await hr.post(
        '/api/cycles',
        plan(adopted.body.hash, { clock, units: [{ unitId: UNIT }] }),
      );
      cycleId = String(planned.body['id']);
      const path = `/api/cycles/${cycleId}`;
      await hr.upload(`${path}/roster`, 'text/csv', ROSTER);
      await hr.post(`${path}/consultation`, { heldOn: '2026-01-15', form: 'meeting', summary: '演示' });
      await hr.post(`${path}/publish`);
      for (const name of HOLDERS) await post(name, `${path}/box-holders`, { passphrase: PASSPHRASE });
      await hr.post(`${path}/open`);
      await at('collecting');
      await readAppraisals();
    },
    everybodyMarks: async () => {
      for (const name of ['panel', 'supervisor', 'peer'] as const) {
        const { body } = await get<{ items: MarkingItem[] }>(name, `/api/cycles/${cycleId}/marking`);
        const marks = body.items.map(({ appraisalId, part, post: ofPost, role }) => {
          const value = appraisalId === appraisalOf('person-3') ? '20' : '93';
          return { appraisalId, part, post: ofPost, role, value, reason: '演示：有记录', version: 1 };
        });
        const { status, text } = await post(name, '/api/marks', { marks });
        if (status !== 200) throw new Error(text);
      }
    },
    answer: async (links) => {
      const door = await openSurveyDatabase(database);
      const { reads, intake } = door;
      const sealer = createBallotSealer({ now: systemClock.now });
      const residents = { reads, intake, sealer, clock: systemClock, sheets: createSheets() };
      const fields = [communityField('overall')];
      fields.push(...[...appraisals.values()].map((id) => personField(id, 'rating')));
      for (const link of links) {
        const genuine = createSurveyLinks([LINK_KEY]).verify(link.slice(link.lastIndexOf('/') + 1));
        if (!genuine.ok) throw new Error(genuine.code);
        const { kind } = await answerSurvey(
          residents,
          genuine,
          new Map(fields.map((field) => [field, ['5']])),
        );
        if (kind !== 'accepted') throw new Error(kind);
      }
      await door.close();
    },
    survey,
    surveyAt,
    openBox: async () => {
      const { id } = await surveyAt('sealed');
      for (const name of HOLDERS) {
        const opened = await post(name, `/api/cycles/${cycleId}/ballot-boxes/open`, {
          passphrase: PASSPHRASE,
        });
        if (opened.status !== 200) throw new Error(opened.text);
      }
      return (await get<SurveyCountView>('hr', `/api/surveys/${id}/count`)).body;
    },
    close: async () => {
      await api.close();
      await stage.close();
    },
  };
}
