import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {boolean} once stop everything after the rehearsal
 * @property {boolean} json one last line of JSON
 * @property {boolean} fresh delete the state folder first
 * @property {boolean} rehearsal
 * @property {number} appraisees
 * @property {string} seed
 * @property {number | null} workingDayMs null leaves the length of a rehearsed working day to the rehearsal
 */

/**
 * @template T
 * @typedef {{ kind: 'options', options: T } | { kind: 'help' } | { kind: 'fault', fault: string }} Parsed
 */

export const START_HELP = `npm start -- [选项 options]

  --once               演练后停止全部进程并退出 stop everything after the rehearsal and exit
  --json               最后一行输出 JSON 汇总 print the summary as one last line of JSON
  --fresh              清空 .kaoji 后从头开始 delete .kaoji and start from nothing
  --no-rehearsal       不做演练 leave out the rehearsal
  --appraisees N       被考核人数，1 至 2000，默认 48 people in the demo year, 1 to 2000 (48)
  --seed S             演示种子，同种子同结果，默认 2026 same seed, same grades (2026)
  --working-day-ms N   演练中一个工作日的毫秒数 milliseconds one working day lasts in the rehearsal
  --help               本说明 this text

环境变量 environment: DATABASE_URL (sqlite: mariadb:// mysql://)  KAOJI_SURVEY_DATABASE_URL  TEMPORAL_ADDRESS  TEMPORAL_NAMESPACE`;

const MOST_APPRAISEES = 2_000;
const ONE_DAY_MS = 86_400_000;

/**
 * What the arguments of `npm start` ask for; a fault is one line naming the argument.
 * @param {readonly string[]} argv
 * @returns {Parsed<StartOptions>}
 */
export function parseStartOptions(argv) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        once: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        'no-rehearsal': { type: 'boolean', default: false },
        appraisees: { type: 'string', default: '48' },
        seed: { type: 'string', default: '2026' },
        'working-day-ms': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (fault) {
    return refuse(`${String(fault instanceof Error ? fault.message : fault).split('\n')[0]}`);
  }
  if (values.help) return { kind: 'help' };

  const appraisees = wholeNumber(values.appraisees, 1, MOST_APPRAISEES);
  if (appraisees === null)
    return refuse(`--appraisees 须为 1 至 ${MOST_APPRAISEES} 的整数 takes 1 to ${MOST_APPRAISEES}`);
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(values.seed)) {
    return refuse('--seed 只能含字母、数字和 . _ - takes up to 64 letters, digits, . _ -');
  }
  const dayText = values['working-day-ms'];
  const workingDayMs = dayText === undefined ? null : wholeNumber(dayText, 1, ONE_DAY_MS);
  if (dayText !== undefined && workingDayMs === null) {
    return refuse(`--working-day-ms 须为 1 至 ${ONE_DAY_MS} 的整数 takes 1 to ${ONE_DAY_MS}`);
  }
  if (values.json && values['no-rehearsal']) {
    return refuse(
      '--json 需要演练，不能与 --no-rehearsal 同用 --json reports the rehearsal and cannot go with --no-rehearsal',
    );
  }
  return {
    kind: 'options',
    options: {
      once: values.once,
      json: values.json,
      fresh: values.fresh,
      rehearsal: !values['no-rehearsal'],
      appraisees,
      seed: values.seed,
      workingDayMs,
    },
  };
}

/**
 * @param {string} text
 * @param {number} least
 * @param {number} most
 * @returns {number | null}
 */
function wholeNumber(text, least, most) {
  if (!/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/**
 * @param {string} fault
 * @returns {{ kind: 'fault', fault: string }}
 */
function refuse(fault) {
  return { kind: 'fault', fault: `参数有误 Bad option: ${fault}` };
}
