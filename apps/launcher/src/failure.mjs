/** Something a person can act on: printed as its message alone, without a stack. */
export class LauncherFailure extends Error {
  /**
   * @param {string} message Chinese first, then English
   * @param {{ exitCode?: number }} [options] 1 unless told; 2 is for usage and for a checkout already in use
   */
  constructor(message, { exitCode = 1 } = {}) {
    super(message);
    this.name = 'LauncherFailure';
    this.exitCode = exitCode;
  }
}
