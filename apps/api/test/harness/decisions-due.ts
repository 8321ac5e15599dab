import { type ConsequenceRow, type WorkflowGateway } from '@kaoji/application';
import { startOfCivilDay } from '@kaoji/domain';
import type { RefusedAttemptView } from '@kaoji/http-contract';
import { startApi, type Answer, type Person, type TestApi, type TestApiOptions } from './api.js';
import { UNIT, type Name } from './places.js';
import { rosteredCycle, setStage } from './year.js';

const HOUR = 3_600_000;
export const at = (date: string, hour = 10): number => startOfCivilDay(date, 'Asia/Shanghai') + hour * HOUR;
export const CUT = 'bad.reduce_performance_pay';
export const EXIT = 'bad.terminate.contract';

export type Refused = {
  status: number;
  code: string;
  errors?: { path: string; code: string; messageZh: string }[];
};
export const codeOf = ({ body }: Answer<unknown>): string => {
  const { status, code } = body as Refused;
  return `${status} ${code}`;
};
export const faultsOf = ({ body }: Answer<unknown>): readonly string[] =>
  ((body as Refused).errors ?? []).map(({ path }) => path);

function consequence(appraisalId: string, rule: string, own: Partial<ConsequenceRow> = {}): ConsequenceRow {
  return {
    ...{ appraisalId, rule, clause: '第三十条', effect: 'reduce_performance_pay', params: {} },
    ...{ adverse: true, force: 'confirm', gate: ['pay_rule_consulted_and_published'], gateRecords: [] },
    ...{ state: 'proposed', decidedBy: null, decidedAt: null, version: 1 },
    ...own,
  };
}

export interface DecisionsDue {
  readonly api: TestApi;
  readonly hr: Person;
  readonly superior: Person;
  readonly cycleId: string;
  readonly appraisalOf: (personId: string) => string;
  /** What the flow of an appraisal was told. */
  readonly told: readonly unknown[];
  readonly confirm: (name: Name, person: string, body: unknown, key?: string) => Promise<Answer>;
  readonly register: (
    record: string,
    over?: Record<string, unknown>,
    name?: Name,
  ) => Promise<Answer<{ documentId: string }>>;
  readonly attempts: () => Promise<RefusedAttemptView[]>;
}

/** An API on a clock, and in it a year whose results of 2026 were told on 15 January: what follows waits for a word. */
export async function startWithDecisionsDue(
  clock: { readonly now: () => number },
  options: Pick<TestApiOptions, 'consoleFolder'> = {},
): Promise<DecisionsDue> {
  const told: unknown[] = [];
  /** The flow of an appraisal, which takes every confirmation: what it does with it is its own test's matter. */
  const gateway = {
    confirmConsequences: (...args: unknown[]) => {
      told.push(args);
      return Promise.resolve({ ok: true });
    },
    objectionAnswered: () => Promise.resolve({ ok: true }),
    depart: () => Promise.resolve({ ok: true }),
    deliverGrade: () => Promise.resolve({ ok: true }),
  } as unknown as WorkflowGateway;

  const api = await startApi({ ...options, clock, gateway });
  const hr = await api.as('hr');
  const superior = await api.as('superior');
  const { cycleId, appraisalOf } = await rosteredCycle(api, { clock: { kind: 'calendar' } });
  await setStage(api, cycleId, {
    appraisals: {
      status: 'awaiting_confirmation',
      finalStatus: 'graded',
      finalGrade: 'incompetent',
      notifiedAt: at('2027-01-15'),
    },
  });
  const [one, three] = [appraisalOf('person-1'), appraisalOf('person-3')];
  await api.database.transactions.run(({ decisions }) =>
    decisions.appendConsequences([
      consequence(one, CUT),
      consequence(one, 'good.salary_step', {
        ...{ effect: 'raise_salary_step', params: { steps: 1 }, adverse: false, gate: [] },
      }),
      consequence(one, EXIT, { effect: 'may_terminate_contract', force: 'may', gate: [] }),
      consequence(three, CUT, { gate: [] }),
      consequence(three, 'bad.terminate.elected', {
        ...{ effect: 'refer_removal_to_residents_meeting', force: 'may', gate: ['residents_meeting_vote'] },
      }),
    ]),
  );

  const confirm = async (name: Name, person: string, body: unknown, key?: string) =>
    (await api.as(name)).post(`/api/appraisals/${appraisalOf(person)}/consequence-confirmations`, body, key);
  const register = async (record: string, over: Record<string, unknown> = {}, name: Name = 'hr') =>
    (await api.as(name)).post<{ documentId: string }>(`/api/cycles/${cycleId}/documents`, {
      about: { appraisalId: appraisalOf('person-1') },
      record,
      reference: '演示文1号',
      issuedOn: '2027-02-01',
      ...over,
    });
  const attempts = async () => {
    const path = `/api/cycles/${cycleId}/units/${UNIT}/refused-attempts`;
    return (await (await api.as('auditor')).get<{ items: RefusedAttemptView[] }>(path)).body.items;
  };

  return { api, hr, superior, cycleId, appraisalOf, told, confirm, register, attempts };
}
