export { ConfigFault, loadConfig } from './load-config.js';
export {
  apiVariables,
  benchVariables,
  cliVariables,
  surveyVariables,
  testVariables,
  workerVariables,
} from './variables.js';
export type { ArchivePlace } from './archive-variables.js';
export type { SuiteChoice } from './suite-variables.js';
export type { ConfiguredLogKey } from './log-variables.js';
