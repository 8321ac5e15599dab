import type { Stores } from '@kaoji/application';
import type { Session } from '../session.js';
import { createAccessLogStore } from './access-log.store.js';
import { createAccountStore } from './account.store.js';
import { createApprovalStore } from './approval.store.js';
import { createAppraisalStore } from './appraisal.store.js';
import { createArchivedRunStore } from './archived-run.store.js';
import { createBoxStore } from './box.store.js';
import { createContestStore, createDeliveryStore } from './contest.store.js';
import { createCycleStore } from './cycle.store.js';
import { createDecisionStore } from './decision.store.js';
import { createDocumentStore } from './document.store.js';
import { createEffectStore } from './effect.store.js';
import { createInboxStore } from './inbox.store.js';
import { createInvitationStore } from './invitation.store.js';
import { createLedgerStore } from './ledger.store.js';
import { createLogStore } from './log.store.js';
import { createMarkStore } from './mark.store.js';
import { createNoticeStore } from './notice.store.js';
import { createPanelStore } from './panel.store.js';
import { createPersonKeyStore } from './person-key.store.js';
import { createPlaceStore } from './place.store.js';
import { createPlanStore } from './plan.store.js';
import { createQuestionnaireStore } from './questionnaire.store.js';
import { createResultStore } from './result.store.js';
import { createRulebookStore } from './rulebook.store.js';
import { createSurveyStore } from './survey.store.js';
import { createWaitingStore } from './waiting.store.js';

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
    deliveries: createDeliveryStore(session),
    contests: createContestStore(session),
    notices: createNoticeStore(session),
    effects: createEffectStore(session),
    approvals: createApprovalStore(session),
    inbox: createInboxStore(session),
    waiting: createWaitingStore(session),
    documents: createDocumentStore(session),
    ledger: createLedgerStore(session),
    log: createLogStore(session),
    plans: createPlanStore(session),
    panels: createPanelStore(session),
    accessLog: createAccessLogStore(session),
    personKeys: createPersonKeyStore(session),
    archivedRuns: createArchivedRunStore(session),
  };
}
