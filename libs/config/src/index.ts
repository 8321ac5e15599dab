export { ConfigFault, loadConfig } from './load-config.js';
export { apiVariables, cliVariables, surveyVariables, testVariables, workerVariables } from './variables.js';
