import { LauncherFailure } from '../failure.mjs';
import { canInstallDebianPackages, installDebianPackages } from '../install/debian.mjs';
import { findExecutable } from '../process/find-executable.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'Google Chrome'];
const FURTHER_FOLDERS = ['/usr/lib/chromium', '/Applications/Google Chrome.app/Contents/MacOS'];

/**
 * A browser for the page tests; on Debian as root it is installed when missing, with a Chinese font.
 * @param {import('../process/session.mjs').Session} session
 * @returns {Promise<string>}
 * @throws {LauncherFailure} one line on how to get it
 */
export async function findChromium(session) {
  const given = process.env['KAOJI_CHROMIUM'];
  if (given) return given;
  const present = look();
  if (present !== null) return present;
  if (canInstallDebianPackages()) {
    const packages = ['chromium', 'fonts-noto-cjk'];
    await installDebianPackages(session, '安装 Chromium Installing chromium with apt-get', packages);
    const installed = look();
    if (installed !== null) return installed;
  }
  throw new LauncherFailure(
    '没有 Chromium：装 chromium 或 Chrome，或设 KAOJI_CHROMIUM=程序路径 No Chromium: install chromium or Chrome, or set KAOJI_CHROMIUM to its path',
  );
}

function look() {
  return findExecutable(NAMES, { path: process.env['PATH'], further: FURTHER_FOLDERS });
}
