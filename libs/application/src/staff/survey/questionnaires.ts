import {
  Refusal,
  canonicalJson,
  defaultQuestionnaire,
  lintQuestionnaire,
  lintQuestionnaireText,
  questionnaireHash,
  satisfactionQuestion,
  type Questionnaire,
  type QuestionnaireFinding,
} from '@kaoji/domain';
import { questionnaireOf } from '../../engine/survey-sheet.js';
import type { Clock } from '../../ports/gateways.js';
import type { Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { demand, forbidden, holdsSomewhere } from '../access/permissions.js';
import type { Done } from '../collect/close-collection.js';
import { findCycle } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';

type Deps = { readonly transactions: Transactions; readonly clock: Clock };
export type AdoptedQuestions = {
  readonly hash: string;
  readonly id: string;
  readonly version: string;
  /** Hints only: an error keeps it from being adopted. */
  readonly findings: readonly QuestionnaireFinding[];
};

/**
 * Adopts a questionnaire as it is, for good; the same one again changes nothing. Refuses `QUESTIONNAIRE_FINDINGS`
 * (`details.findings`, each with its line) while lint finds an error, and `FORBIDDEN`.
 */
export async function adoptQuestionnaire(
  deps: Deps,
  actor: Actor,
  source: string,
): Promise<AdoptedQuestions> {
  if (!holdsSomewhere(actor, 'questionnaire.adopt')) throw forbidden();
  const { findings, questionnaire, hash } = lintQuestionnaireText(source);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || questionnaire === null || hash === null) {
    const count = errors.length === 1 ? 'one error' : `${errors.length} errors`;
    throw new Refusal('QUESTIONNAIRE_FINDINGS', `The questionnaire was not adopted: ${count}.`, {
      findings: errors,
    });
  }
  const body = canonicalJson(questionnaire);
  const adoptedAt = deps.clock.now();
  await deps.transactions.run(async (stores) => stores.questionnaires.adopt({ hash, body, adoptedAt }));
  return { hash, id: questionnaire.id, version: questionnaire.version, findings };
}

/**
 * HR chooses what a cycle's surveys ask, before any of them is open; else the default one is asked, which can be
 * chosen back without being adopted first. Refuses
 * `QUESTIONNAIRE_UNKNOWN`, `SURVEY_SCALE_MISMATCH` (people would be rated on another scale than the rulebook's),
 * `STAGE_NOT_OPEN` (one was asked already), `NOT_FOUND`, `FORBIDDEN`.
 */
export async function chooseQuestionnaire(
  deps: Deps & { readonly rulebooks: RulebookShelf },
  actor: Actor,
  input: { readonly cycleId: string; readonly hash: string },
): Promise<Done> {
  const { cycleId, hash } = input;
  return deps.transactions.run(async (stores) => {
    const cycle = await findCycle(stores, cycleId);
    demand(actor, 'cycle.plan', { areaId: cycle.areaId, unitId: 'whole_area' });
    if (hash === questionnaireHash(defaultQuestionnaire)) {
      const body = canonicalJson(defaultQuestionnaire);
      await stores.questionnaires.adopt({ hash, body, adoptedAt: deps.clock.now() });
    }
    const questionnaire = await questionnaireOf(stores, hash);
    const { survey } = await deps.rulebooks.take(stores, cycle.rulebookHash);
    if (survey !== undefined) satisfactionQuestion(questionnaire, survey);
    if ((await stores.surveys.campaignsOf(cycleId)).some(({ state }) => state !== 'planned')) {
      throw new Refusal('STAGE_NOT_OPEN', 'Residents are being asked already: everybody is asked the same.');
    }
    await stores.questionnaires.chooseForCycle(cycleId, hash);
    return { done: true };
  });
}

export type ShownQuestionnaire = { readonly hash: string; readonly questionnaire: Questionnaire };
const DEFAULT = 'default';

/** A questionnaire as adopted, or the one asked by default. Refuses `NOT_FOUND`. */
export async function viewQuestionnaire(
  deps: Pick<Deps, 'transactions'>,
  hash: string,
): Promise<ShownQuestionnaire> {
  if (hash === DEFAULT) {
    return { hash: questionnaireHash(defaultQuestionnaire), questionnaire: defaultQuestionnaire };
  }
  const adopted = await deps.transactions.read(async (stores) => stores.questionnaires.byHash(hash));
  if (adopted === null) throw new Refusal('NOT_FOUND', 'No such questionnaire was adopted.');
  return { hash, questionnaire: JSON.parse(adopted.body) as Questionnaire };
}

export type ListedQuestionnaire = Pick<Questionnaire, 'id' | 'version' | 'title'> & {
  readonly hash: string;
  readonly questions: number;
  /** Null: the one asked by default. */
  readonly adoptedAt: number | null;
};

/** What can be chosen: the default one first, then the latest adopted. Refuses `FORBIDDEN`. */
export async function listQuestionnaires(
  deps: Pick<Deps, 'transactions'>,
  actor: Actor,
): Promise<readonly ListedQuestionnaire[]> {
  if (!holdsSomewhere(actor, 'questionnaire.read')) throw forbidden();
  const adopted = await deps.transactions.read(async (stores) => stores.questionnaires.latest());
  const byDefault = listed(questionnaireHash(defaultQuestionnaire), defaultQuestionnaire, null);
  return [
    byDefault,
    ...adopted
      .filter(({ hash }) => hash !== byDefault.hash)
      .map(({ hash, body, adoptedAt }) => listed(hash, JSON.parse(body) as Questionnaire, adoptedAt)),
  ];
}

function listed(
  hash: string,
  { id, version, title, community, appraisee }: Questionnaire,
  adoptedAt: number | null,
): ListedQuestionnaire {
  return { hash, id, version, title, questions: community.length + appraisee.length, adoptedAt };
}

export type PreviewedQuestionnaire = ShownQuestionnaire & {
  readonly findings: readonly QuestionnaireFinding[];
};

/** The same with what lint has to say of its words, for a preview. Refuses `NOT_FOUND`. */
export async function previewQuestionnaire(
  deps: Pick<Deps, 'transactions'>,
  hash: string,
): Promise<PreviewedQuestionnaire> {
  const shown = await viewQuestionnaire(deps, hash);
  return { ...shown, findings: lintQuestionnaire(shown.questionnaire) };
}

/** What the surveys of a cycle ask, or will. Refuses `NOT_FOUND`, `FORBIDDEN`. */
export async function cycleQuestionnaire(
  deps: Pick<Deps, 'transactions'>,
  actor: Actor,
  cycleId: string,
): Promise<ShownQuestionnaire> {
  const chosen = await deps.transactions.read(async (stores) => {
    const { areaId } = await findCycle(stores, cycleId);
    demand(actor, 'questionnaire.read', { areaId, unitId: 'any_unit' });
    return stores.questionnaires.ofCycle(cycleId);
  });
  return viewQuestionnaire(deps, chosen ?? DEFAULT);
}
