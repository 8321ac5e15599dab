import async_hooks from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

/** What jest-circus leaves on the global object for one file: its state, its listeners and what `jest.setTimeout` and its like set. */
const ONE_FILE_ONLY =
  /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|RETRY_.+|WAIT_BEFORE_RETRY|LOG_ERRORS_BEFORE_RETRY)$/;

/** @type {KeptEnvironment | null} the one this process goes on using */
let kept = null;

/**
 * Every storage that was once used costs each promise a little until it is disabled, and a file leaves some behind with each run.
 * @type {Set<WeakRef<async_hooks.AsyncLocalStorage<unknown>>>}
 */
const storages = new Set();

function countStorages() {
  const { AsyncLocalStorage } = async_hooks;
  async_hooks.AsyncLocalStorage = class extends AsyncLocalStorage {
    constructor(...given) {
      super(...given);
      storages.add(new WeakRef(this));
    }
  };
}

countStorages();

/** None is in use between two files; one that is used again enables itself. */
function disableStorages() {
  for (const reference of storages) {
    const storage = reference.deref();
    if (storage === undefined) storages.delete(reference);
    else storage.disable();
  }
}

/**
 * One global object for all the test files a process runs, so that what they import is loaded once (jest.kept-runtime.mjs).
 * Given back between files: the environment variables, the timers, the spies and Jest's own state.
 * After a file that failed, or could not be loaded, the next file starts from nothing: one failure must not bring about another.
 * A file that cannot share says `@jest-environment node` in its opening comment, with the reason.
 */
class KeptEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (kept !== null) return kept;
    super(config, context);
    /** @type {import('./jest.kept-runtime.mjs').default | null} */
    this.runtime = null;
    const { env, exit } = this.global.process;
    this.atFirst = { variables: { ...env }, exit };
    const { collectCoverage, watch, watchAll } = config.globalConfig;
    // Coverage is counted per file, and a watched file may have changed since it was loaded.
    if (collectCoverage || watch || watchAll) return;
    kept = this;
  }

  get isKept() {
    return kept === this;
  }

  /** The next file gets an environment of its own. */
  spoil() {
    if (kept === this) kept = null;
  }

  handleTestEvent({ name, test }) {
    if (name === 'error' || name === 'hook_failure' || (name === 'test_done' && test.errors.length > 0)) {
      this.spoil();
    }
  }

  async teardown() {
    if (!this.isKept) return super.teardown();
    disableStorages();
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
    const { process } = this.global;
    const { env } = process;
    for (const name of Object.keys(env)) delete env[name];
    Object.assign(env, this.atFirst.variables);
    process.exit = this.atFirst.exit;
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (ONE_FILE_ONLY.test(symbol.description ?? '')) delete this.global[symbol];
    }
  }
}

export { KeptEnvironment as default };
