import {
  legalCategoryOf,
  provenFailures,
  type GateCase,
  type GateDocument,
  type ProvenFailure,
} from '@kaoji/domain';
import type { CycleContext } from '../../engine/cycle-context.js';
import type { RegisteredDocument } from '../../ports/documents.js';
import type { Appraisal, Instant } from '../../ports/records.js';
import type { Stores } from '../../ports/stores.js';
import { civilDay } from './civil-today.js';
import { gradeHistories, type GradeHistory } from './grade-history.js';

/** What gates know of these appraisals of one unit at an instant: all of it read, nothing of it told by who decides. */
export async function gateCases(
  stores: Stores,
  context: CycleContext,
  appraisals: readonly Appraisal[],
  at: Instant,
): Promise<ReadonlyMap<string, GateCase>> {
  const [first] = appraisals;
  if (first === undefined) return new Map();
  const documents = await stores.documents.about({
    cycleId: context.cycle.id,
    unitId: first.unitId,
    personIds: appraisals.map(({ personId }) => personId),
  });
  const delivered = await deliveries(stores, appraisals);
  const people = appraisals.map(({ personId }) => ({ personId, stated: [] })); // a roster proves nothing
  const histories = await gradeHistories(stores, context.cycle.year, people);
  const cases = new Map<string, GateCase>();
  for (const appraisal of appraisals) {
    const deliveredAt = delivered.get(appraisal.id) ?? null;
    const mine = documents.filter((document) => concerns(document, appraisal)).map(asGateDocument);
    const failures = failuresOf(context, appraisal, deliveredAt, histories.get(appraisal.personId));
    cases.set(appraisal.id, {
      legal: legalCategoryOf(context.rulebook, appraisal.category),
      year: context.cycle.year,
      today: civilDay(at),
      deliveredOn: deliveredAt === null ? null : civilDay(deliveredAt),
      contestOver: CONTEST_OVER.has(appraisal.status),
      failures,
      documents: mine,
    });
  }
  return cases;
}

/** The flow of an appraisal comes here only after the window to contest, or the decision on a contest. */
const CONTEST_OVER: ReadonlySet<Appraisal['status']> = new Set(['awaiting_confirmation', 'recorded']);

/** When each result reached its person. A flow waits for the delivery: whoever is past the window had theirs. */
async function deliveries(
  stores: Stores,
  appraisals: readonly Appraisal[],
): Promise<ReadonlyMap<string, Instant>> {
  const past = appraisals.flatMap(({ id, status, notifiedAt }): [string, Instant][] =>
    CONTEST_OVER.has(status) && notifiedAt !== null ? [[id, notifiedAt]] : [],
  );
  const rows = await stores.deliveries.ofAppraisals(appraisals.map(({ id }) => id));
  const told = rows.filter(({ document }) => document === 'result' || document === 'later_result');
  return new Map([
    ...past,
    ...told.map(({ appraisalId, deliveredAt }): [string, Instant] => [appraisalId, deliveredAt]),
  ]);
}

function concerns(document: RegisteredDocument, { id, personId }: Appraisal): boolean {
  if (document.appraisalId !== null) return document.appraisalId === id;
  return document.personId === null || document.personId === personId;
}

function asGateDocument({ id, record, issuedOn, form, paragraph, until }: RegisteredDocument): GateDocument {
  return { id, record, issuedOn, form, protection: paragraph === null ? null : { paragraph, until } };
}

function failuresOf(
  { cycle, rulebook }: CycleContext,
  { finalGrade }: Appraisal,
  deliveredAt: Instant | null,
  known: GradeHistory | undefined,
): readonly ProvenFailure[] {
  const worst = rulebook.grades.at(-1)?.code ?? '';
  if (finalGrade !== worst || deliveredAt === null) return [];
  const earlier = provenFailures(known?.history ?? [], worst).map(({ year, provenOn }) => ({
    year,
    provenOn,
  }));
  return [...earlier, { year: cycle.year, provenOn: civilDay(deliveredAt) }];
}
