import { calendarHash, canonicalJson, contentHash, parseCalendar, type Rulebook } from '@kaoji/domain';
import { nationalRulebook } from '@kaoji/domain/testing';
import type { Appraisal, Cycle, MarkRequest, MarkRow, RoutineRow } from '../ports/records.js';
import type { Stores, Transactions } from '../ports/stores.js';
import type { HolderKey } from '../ports/survey-gateways.js';

/** A year of plainly synthetic people, ready to be opened: what `kaoji` leaves in the database before the cycle starts. */
export type YearPlan = {
  readonly cycleId: string;
  readonly areaId: string;
  readonly run?: string;
  readonly workingDayMs: number;
  readonly rulebook?: Rulebook;
  readonly units: readonly {
    readonly id: string;
    readonly people: number;
    readonly pool?: string;
    /** Facts of single people by their place in the unit, from 0. */
    readonly facts?: Readonly<Record<number, Appraisal['facts']>>;
    /** Whose marks stay open, by their place in the unit. */
    readonly unmarked?: readonly number[];
  }[];
  /** Keys of the supervisor and the superior, who hold the ballot boxes; without them no survey opens. */
  readonly holderKeys?: readonly HolderKey[];
};
export type Year = {
  readonly cycle: Cycle;
  readonly cycleKey: string;
  /** Ids in the order of the units and places of the plan. */
  readonly appraisals: readonly Appraisal[];
  /** Everything that must never reach a history. */
  readonly personal: readonly string[];
};

export const REASON = '演示理由：入户走访记录齐全';
/** Who holds the keys of the year's ballot boxes, in this order. */
export const HOLDERS = ['supervisor', 'superior'] as const;
const YEAR = 2026;

/** A calendar without a holiday: on a rehearsal's clock it is pinned and never asked. */
const CALENDAR = parseCalendar({
  format: 'kaoji-calendar/1',
  id: 'no-holidays',
  version: '1',
  timeZone: 'Asia/Shanghai',
  title: { zh: '无节假日', en: 'no holidays' },
  years: [
    {
      year: YEAR,
      sources: [
        {
          title: { zh: '测试', en: 'made up for tests' },
          number: 'test',
          issued: '2025-11-01',
          publisher: { zh: '测试', en: 'test' },
        },
      ],
      holidays: [],
      makeUpDays: [],
    },
  ],
});

/** The national rulebook with windows a test can wait for; a survey of one ballot is enough. */
export function quickRulebook(process: Partial<Rulebook['process']> = {}): Rulebook {
  const national = nationalRulebook();
  if (national.survey === undefined) throw new Error('the national rulebook asks residents');
  return {
    ...national,
    survey: { ...national.survey, minValid: 1, uncertain: 'flag' }, // two answers leave everything uncertain
    // Long enough that nobody is late who is not meant to be.
    process: { ...national.process, survey: { ...national.process.survey, workingDays: 30 }, ...process },
  };
}

/** Writes the year in one transaction and gives it back. */
export async function seedYear(transactions: Transactions, named: YearPlan): Promise<Year> {
  const plan = {
    ...named,
    units: named.units.map((unit) => ({ ...unit, id: unitIdOf(named.cycleId, unit.id) })),
  };
  const rulebook = plan.rulebook ?? quickRulebook();
  return transactions.run(async (stores) => {
    const cycle = await seedCycle(stores, plan, rulebook);
    const appraisals: Appraisal[] = [];
    const personal: string[] = [REASON];
    await stores.places.insertUnits(
      plan.units.map(({ id }) => ({ id, areaId: plan.areaId, name: `演示街道${id}` })),
    );
    await insertStaff(stores, plan);
    for (const unit of plan.units) {
      const communityId = `${unit.id}-c1`;
      await stores.places.insertCommunities([
        { id: communityId, unitId: unit.id, name: `演示社区${unit.id}` },
      ]);
      const people = Array.from({ length: unit.people }, (_, place) => ({
        id: `${unit.id}-p${String(place).padStart(4, '0')}`,
        name: `演示${unit.id}第${place}号`,
        phone: `000-${unit.id}-${place}`,
      }));
      await stores.places.insertPeople(people);
      personal.push(...people.flatMap(({ name, phone }) => [name, phone]));
      appraisals.push(
        ...people.map(({ id }, place) =>
          plannedAppraisal(cycle, unit.id, communityId, id, unit.facts?.[place] ?? {}),
        ),
      );
    }
    await stores.cycles.insert(
      cycle,
      plan.units.map((unit) => ({
        cycleId: cycle.id,
        unitId: unit.id,
        state: 'planned',
        facts: {},
        headcount: null,
        pool: unit.pool ?? null,
        collectionClosesAt: null,
        round: 0,
        noticeEndsAt: null,
        version: 1,
      })),
    );
    await stores.appraisals.insertMany(appraisals);
    await insertMarks(stores, plan, appraisals);
    for (const [at, key] of (plan.holderKeys ?? []).entries()) {
      const accountId = `${plan.areaId}-${HOLDERS[at] ?? ''}`;
      await stores.boxes.insertHolder({ ...key, cycleId: cycle.id, accountId, enrolledAt: at });
    }
    return {
      cycle,
      cycleKey: `${YEAR}/${plan.areaId}${cycle.run === 'live' ? '' : `/${cycle.run}`}`,
      appraisals,
      personal,
    };
  });
}

/** Units of one database share their ids, so a plan's names are made its own. */
export const unitIdOf = (cycleId: string, name: string): string => `${cycleId}-${name}`;

async function seedCycle(stores: Stores, plan: YearPlan, rulebook: Rulebook): Promise<Cycle> {
  const hashes = { rulebook: contentHash(rulebook), calendar: calendarHash(CALENDAR) };
  await stores.places.insertArea({ id: plan.areaId, name: '演示区' });
  await stores.rulebooks.adopt({
    hash: hashes.rulebook,
    rulebookId: rulebook.id,
    rulebookVersion: `${rulebook.version}-${plan.cycleId}`,
    source: '',
    body: canonicalJson(rulebook),
    adoptedBy: 'hr',
    adoptedAt: 0,
  });
  await stores.rulebooks.pinCalendar({
    hash: hashes.calendar,
    calendarId: CALENDAR.id,
    body: canonicalJson(CALENDAR),
  });
  return {
    id: plan.cycleId,
    run: plan.run ?? 'rehearsal-1',
    areaId: plan.areaId,
    year: YEAR,
    rulebookHash: hashes.rulebook,
    calendarHash: hashes.calendar,
    clock: { kind: 'rehearsal', workingDayMs: plan.workingDayMs },
    drawSeed: 'seed',
    state: 'open',
    version: 1,
    createdBy: 'hr',
    createdAt: 0,
    openedAt: 0,
    closedAt: null,
  };
}

async function insertStaff(stores: Stores, { areaId }: YearPlan): Promise<void> {
  const staff = [
    ...(['panel-1', 'panel-2', 'panel-3', 'supervisor', 'peer-1', 'peer-2', 'superior'] as const),
    'hr_officer',
    'reviewer-1',
    'reviewer-2',
  ] as const;
  await stores.accounts.insertMany(
    staff.map((name) => {
      const role = name.startsWith('panel') ? 'panel_member' : name.replace(/-\d+$/, '');
      return {
        id: `${areaId}-${name}`,
        username: `${areaId}-${name}`,
        passwordHash: '',
        personId: null,
        grants: [{ role: role as 'peer', areaId, unitId: null }],
        disabled: false,
      };
    }),
  );
}

function plannedAppraisal(
  cycle: Cycle,
  unitId: string,
  communityId: string,
  personId: string,
  facts: Appraisal['facts'],
): Appraisal {
  return {
    id: `${cycle.id}-${personId}`,
    cycleId: cycle.id,
    unitId,
    communityId,
    personId,
    posts: ['service_staff'],
    category: 'contract',
    facts,
    punishments: [],
    earlier: [],
    status: 'planned',
    eligibility: null,
    composite: null,
    provisionalGrade: null,
    finalStatus: null,
    finalGrade: null,
    decidedRule: null,
    decidedClause: null,
    evidenceHash: null,
    resultHash: null,
    notifiedAt: null,
    contestUntil: null,
    joinedLate: false,
    version: 1,
  };
}

const RATERS = [
  ...['panel-1', 'panel-2', 'panel-3'].map((rater) => ({
    part: 'political_quality.panel',
    role: 'panel_member',
    rater,
  })),
  { part: 'staff.tasks', role: 'supervisor', rater: 'supervisor' },
  { part: 'staff.service', role: 'supervisor', rater: 'supervisor' },
  { part: 'staff.service', role: 'peer', rater: 'peer-1' },
  { part: 'staff.service', role: 'peer', rater: 'peer-2' },
];

/** Marks between 80 and 99, another composite for each place, so that the order within a unit is known. */
async function insertMarks(stores: Stores, plan: YearPlan, appraisals: readonly Appraisal[]): Promise<void> {
  const requests: MarkRequest[] = [];
  const marks: MarkRow[] = [];
  const routine: RoutineRow[] = [];
  for (const { id, unitId, personId } of appraisals) {
    const place = Number(personId.slice(-4));
    const unmarked = plan.units.find((unit) => unit.id === unitId)?.unmarked?.includes(place) ?? false;
    const value = (99 - (place % 180) / 10).toFixed(1);
    for (const { part, role, rater } of RATERS) {
      const raterId = `${plan.areaId}-${rater}`;
      requests.push({ appraisalId: id, part, post: null, role, raterId });
      if (unmarked) continue;
      marks.push({
        appraisalId: id,
        part,
        post: null,
        role,
        raterId,
        value,
        reason: REASON,
        version: 1,
        markedAt: 0,
      });
    }
    for (const period of ['2026-q1', '2026-q2']) {
      routine.push({ appraisalId: id, period, value, version: 1, recordedBy: 'hr', recordedAt: 0 });
    }
  }
  await stores.marks.insertRequests(requests);
  await stores.marks.append(marks);
  await stores.marks.appendRoutine(routine);
}
