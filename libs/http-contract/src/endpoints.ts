import { accessEndpoints } from './access.js';
import { accountEndpoints } from './accounts.js';
import { actEndpoints } from './acts.js';
import { auditEndpoints } from './audit.js';
import { ballotBoxEndpoints } from './ballot-boxes.js';
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
import { panelEndpoints } from './panels.js';
import { placeEndpoints } from './places.js';
import { questionnaireEndpoints } from './questionnaires.js';
import { residentEndpoints } from './residents.js';
import { resultEndpoints } from './results.js';
import { rosterEndpoints } from './roster.js';
import { rulebookEndpoints } from './rulebooks.js';
import { storyEndpoints } from './stories.js';
import { surveyEndpoints } from './surveys.js';

/** Every route of the staff service, by name. */
export const endpoints = {
  ...healthEndpoints,
  ...accountEndpoints,
  ...placeEndpoints,
  ...rulebookEndpoints,
  ...cycleEndpoints,
  ...rosterEndpoints,
  ...markEndpoints,
  ...panelEndpoints,
  ...surveyEndpoints,
  ...residentEndpoints,
  ...questionnaireEndpoints,
  ...ballotBoxEndpoints,
  ...deliberationEndpoints,
  ...actEndpoints,
  ...noticeEndpoints,
  ...objectionEndpoints,
  ...resultEndpoints,
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
