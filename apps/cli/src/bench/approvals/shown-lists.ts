import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowGateway } from '@kaoji/application';
import { quickRulebook, seedYear, type Year } from '@kaoji/application/testing';
import type { Rulebook } from '@kaoji/domain';
import { createSecrets, systemClock } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';

/** The two steps of the national rulebook. */
export const FIRST = 'approval.supervisor';
export const SECOND = 'approval.leading_group';

/** Windows end at once; only people let anybody wait. */
const WORKING_DAY_MS = 10;
const NEVER_LATE = { remindAfterWorkingDays: 1_000_000, escalateAfterWorkingDays: 1_000_000 };
const LOOK_EVERY_MS = 50;
const DAY_MS = 86_400_000;

export type ListPlan = { readonly lists: number; readonly people: number }; // people on each list
export type ListName = 'supervisor' | 'supervisor-2' | 'supervisor-3' | 'superior';
const NAMES: readonly ListName[] = ['supervisor', 'supervisor-2', 'supervisor-3', 'superior'];

/** The list of one unit, waiting for the first of its two steps. */
export type ShownList = {
  readonly cycleId: string;
  readonly cycleKey: string;
  readonly unitId: string;
  readonly listHash: string;
  readonly tokens: Readonly<Record<ListName, string>>;
};
/** A cycle of many small units, with people who are signed in. */
export type ListYear = {
  readonly year: Year;
  readonly unitIds: readonly string[];
  readonly tokens: ShownList['tokens'];
  /** Starts its flows; nobody waits for them. */
  begin(): Promise<void>;
  /** Waits until every unit shows its list. */
  shown(): Promise<readonly ShownList[]>;
};

/** Writes a year without surveys: what is measured and broken here begins when the list is there. */
export async function seedLists(
  { transactions }: Database,
  gateway: WorkflowGateway,
  { lists, people }: ListPlan,
): Promise<ListYear> {
  const cycleId = `acts-${randomUUID().slice(0, 8)}`;
  const units = Array.from({ length: lists }, (_, at) => ({ id: `u${at}`, people }));
  const areaId = `${cycleId}-area`;
  const plan = { cycleId, areaId, workingDayMs: WORKING_DAY_MS, rulebook: patientRulebook(), units };
  const year = await seedYear(transactions, plan);
  const tokens = await signIn({ transactions }, areaId);
  const { cycleKey } = year;
  const unitIds = [...new Set(year.appraisals.map(({ unitId }) => unitId))];
  return {
    year,
    unitIds,
    tokens,
    begin: async () => gateway.startCycle({ cycleId, cycleKey }),
    shown: async () => {
      const shown: ShownList[] = [];
      for (const unitId of unitIds) {
        const listHash = await listShown({ transactions }, cycleId, unitId);
        shown.push({ cycleId, cycleKey, unitId, listHash, tokens });
      }
      return shown;
    },
  };
}

async function listShown(
  { transactions }: Pick<Database, 'transactions'>,
  cycleId: string,
  unitId: string,
): Promise<string> {
  for (;;) {
    const found = await transactions.read(async ({ approvals }) => approvals.latestOf(cycleId, unitId));
    if (found !== null) return found.listHash;
    await pause(LOOK_EVERY_MS);
  }
}

/** Two more supervisors, and a session for each who decides: signing in is not what is measured. */
async function signIn(
  { transactions }: Pick<Database, 'transactions'>,
  areaId: string,
): Promise<ShownList['tokens']> {
  const secrets = createSecrets();
  const createdAt = systemClock.now();
  return transactions.run(async ({ accounts }) => {
    await accounts.insertMany(
      ['supervisor-2', 'supervisor-3'].map((name) => ({
        ...{ id: `${areaId}-${name}`, username: `${areaId}-${name}`, passwordHash: '', personId: null },
        ...{ grants: [{ role: 'supervisor', areaId, unitId: null }], disabled: false },
      })),
    );
    const tokens = {} as Record<ListName, string>;
    for (const name of NAMES) {
      tokens[name] = secrets.token();
      await accounts.insertSession({
        ...{ tokenHash: secrets.hash(tokens[name]), accountId: `${areaId}-${name}`, csrfHash: null },
        ...{ kind: 'bearer', createdAt, expiresAt: createdAt + DAY_MS, steppedUpAt: null },
      });
    }
    return tokens;
  });
}

/** Nobody is asked in a survey, and no step of an approval is ever late. */
function patientRulebook(): Rulebook {
  const { survey: _none, ...rulebook } = quickRulebook();
  const { deliberation } = rulebook.process;
  const steps = (deliberation.steps ?? []).map((step) => ({ ...step, ...NEVER_LATE }));
  return { ...rulebook, process: { ...rulebook.process, deliberation: { ...deliberation, steps } } };
}
