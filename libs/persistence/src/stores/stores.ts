import type { Stores } from '@kaoji/application';
import type { Session } from '../session.js';
import { createAccountStore } from './account.store.js';
import { createAppraisalStore } from './appraisal.store.js';
import { createBoxStore } from './box.store.js';
import { createCycleStore } from './cycle.store.js';
import { createDecisionStore } from './decision.store.js';
import { createEffectStore } from './effect.store.js';
import { createInvitationStore } from './invitation.store.js';
import { createMarkStore } from './mark.store.js';
import { createPlaceStore } from './place.store.js';
import { createQuestionnaireStore } from './questionnaire.store.js';
import { createResultStore } from './result.store.js';
import { createRulebookStore } from './rulebook.store.js';
import { createSurveyStore } from './survey.store.js';

/** All stores of one transaction. */
export function createStores(session: Session): Stores {
  return {
    places: createPlaceStore(session),
    accounts: createAccountStore(session),
    rulebooks: createRulebookStore(session),
    cycles: createCycleStore(session),
    appraisals: createAppraisalStore(session),
    marks: createMarkStore(session),
    surveys: createSurveyStore(session),
    questionnaires: createQuestionnaireStore(session),
    boxes: createBoxStore(session),
    invitations: createInvitationStore(session),
    results: createResultStore(session),
    decisions: createDecisionStore(session),
    effects: createEffectStore(session),
  };
}
