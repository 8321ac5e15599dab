import { tableText } from '../printing/table.mjs';

/**
 * @typedef {object} Places
 * @property {string} api
 * @property {string} survey
 * @property {string | null} temporalUi null where Temporal is the user's own
 * @property {string} logs
 * @property {string} accountsFile
 * @property {string | null} accountsTable only right after they were made
 */

/**
 * Where a person goes next.
 * @param {Places} places
 * @returns {string}
 */
export function whereToLook({ api, survey, temporalUi, logs, accountsFile, accountsTable }) {
  const rows = [
    ['网页 Console', api],
    ['接口文档 API', `${api}/api/docs`],
    ['测评页 Survey', survey],
    ...(temporalUi === null ? [] : [['Temporal', temporalUi]]),
    ['日志 Logs', logs],
  ];
  const accounts =
    accountsTable === null
      ? `演示账号见 Demo accounts are in ${accountsFile}`
      : `演示账号，仅显示这一次，全部见 Demo accounts, shown this once; all are in ${accountsFile}\n${accountsTable}`;
  return `\n接下来 Where to look next\n${tableText(rows)}\n\n${accounts}\n`;
}
