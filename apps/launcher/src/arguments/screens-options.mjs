import { parseArgs } from 'node:util';

/** @typedef {{ out: string | null }} ScreensOptions */

export const SCREENS_HELP = `npm run screens -- [--out FOLDER]

  自起一套演示，为每种人的主要页面截图，默认存入 docs/screens
  brings up a demo of its own and takes a picture of everybody's main screens, into docs/screens unless told otherwise`;

/**
 * @param {readonly string[]} argv
 * @returns {import('./start-options.mjs').Parsed<ScreensOptions>}
 */
export function parseScreensOptions(argv) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: { out: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return { kind: 'help' };
    return { kind: 'options', options: { out: values.out ?? null } };
  } catch (fault) {
    const said = String(fault instanceof Error ? fault.message : fault).split('\n')[0];
    return { kind: 'fault', fault: `参数有误 Bad option: ${said}` };
  }
}
