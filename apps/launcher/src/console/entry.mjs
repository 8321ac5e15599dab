import { CHECKOUT } from '../checkout.mjs';
import { installPackages } from '../install/packages.mjs';
import { createProgress } from '../printing/progress.mjs';
import { runSession } from '../process/session.mjs';
import { consoleBuild } from './console-build.mjs';

export const help = `npm run build:console    构建网页，最后一行是所在文件夹 builds the console; the last line names its folder`;

/**
 * @param {readonly string[]} argv
 * @returns {import('../arguments/start-options.mjs').Parsed<null>}
 */
export function parse(argv) {
  return argv.length > 0 ? { kind: 'help' } : { kind: 'options', options: null };
}

/** @returns {Promise<number>} exit code */
export async function run() {
  const progress = createProgress(process.stdout);
  return runSession({ progress, logFolder: null }, async (session) => {
    await installPackages(session, CHECKOUT);
    progress.say(await consoleBuild(session, CHECKOUT));
    return 0;
  });
}
