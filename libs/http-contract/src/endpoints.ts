import { accessEndpoints } from './access.js';
import { accountEndpoints } from './accounts.js';
import { actEndpoints } from './acts.js';
import { auditEndpoints } from './audit.js';
import { ballotBoxEndpoints } from './ballot-boxes.js';
import { cycleBoardEndpoints } from './cycle-board.js';
import { cycleEndpoints } from './cycles.js';
import { contestEndpoints } from './contests.js';
import { decisionEndpoints } from './decisions.js';
import { deliberationEndpoints } from './deliberation.js';
import { healthEndpoints } from './health.js';
import { inboxEndpoints } from './inbox.js';
import { ledgerEndpoints } from './ledger.js';
import { logHeadEndpoints } from './log-heads.js';
import { markEndpoints } from './marks.js';
import { noticeEndpoints } from './notices.js';
import { objectionEndpoints } from './objections.js';
import { operationEndpoints } from './operation.js';
import { ownYearEndpoints } from './own-year.js';
import { panelEndpoints } from './panels.js';
import { placeEndpoints } from './places.js';
import { planningEndpoints } from './planning.js';
import { questionnaireEndpoints } from './questionnaires.js';
import { recordEndpoints } from './records.js';
import { residentEndpoints } from './residents.js';
import { resultEndpoints } from './results.js';
import { rosterEndpoints } from './roster.js';
import { rulebookEndpoints } from './rulebooks.js';
import { storyEndpoints } from './stories.js';
import { surveyCoverageEndpoints } from './survey-coverage.js';
import { surveyEndpoints } from './surveys.js';
import { whatIfEndpoints } from './what-if.js';

/** Every route of the staff service, by name. */
export const endpoints = {
  ...healthEndpoints,
  ...accountEndpoints,
  ...placeEndpoints,
  ...rulebookEndpoints,
  ...whatIfEndpoints,
  ...cycleEndpoints,
  ...cycleBoardEndpoints,
  ...rosterEndpoints,
  ...planningEndpoints,
  ...markEndpoints,
  ...recordEndpoints,
  ...panelEndpoints,
  ...surveyEndpoints,
  ...surveyCoverageEndpoints,
  ...residentEndpoints,
  ...questionnaireEndpoints,
  ...ballotBoxEndpoints,
  ...deliberationEndpoints,
  ...actEndpoints,
  ...noticeEndpoints,
  ...objectionEndpoints,
  ...resultEndpoints,
  ...ownYearEndpoints,
  ...contestEndpoints,
  ...decisionEndpoints,
  ...ledgerEndpoints,
  ...inboxEndpoints,
  ...operationEndpoints,
  ...auditEndpoints,
  ...logHeadEndpoints,
  ...storyEndpoints,
  ...accessEndpoints,
} as const;
export type EndpointName = keyof typeof endpoints;
