import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Runtime from 'jest-runtime';

const ALONE =
  'A file that replaces a module stands alone: start it with a comment that says `@jest-environment node` and why (jest.kept-environment.mjs).';

/**
 * Jest's module registry, kept from one test file of a process to the next: packages and our own sources are loaded once,
 * which is most of what a test file costs. Test files and their helpers (`*.spec.ts`, `test/`) are loaded anew each time.
 * It reaches into the parts of Jest's own runtime, whose version is therefore exact in package.json.
 */
class KeptRuntime extends Runtime {
  constructor(...given) {
    const [config, environment, , , , , testPath] = given;
    if (environment.isKept && environment.runtime !== null) return environment.runtime.reopen(testPath);
    super(...given);
    if (environment.isKept) environment.runtime = this;
    const { jestGlobals } = this;
    const globalsFor = jestGlobals.esmGlobalsModule.bind(jestGlobals);
    jestGlobals.esmGlobalsModule = (file, context) => {
      // The hooks of one file would be handed to all the others.
      if (isShared(file, config.rootDir))
        throw new Error(`${file} imports @jest/globals: it has to be a *.spec.ts or lie under test/.`);
      return globalsFor(file, context);
    };
  }

  /** @param {string} testPath the file about to run */
  reopen(testPath) {
    this._testPath = testPath;
    this.testState.state = 'loading';
    return this;
  }

  /** @param {unknown[]} given */
  setModuleMock(...given) {
    if (this._environment.isKept) throw new Error(ALONE);
    super.setModuleMock(...given);
  }

  async unstable_importModule(from, name) {
    try {
      return await super.unstable_importModule(from, name);
    } catch (fault) {
      // Half-linked modules are of no use to the next file.
      this._environment.spoil?.();
      throw fault;
    }
  }

  teardown() {
    if (!this._environment.isKept) return super.teardown();
    this.restoreAllMocks();
    this.mockState.clear();
    this.jestGlobals.clearJestObjectCache();
    this.loggedReferenceErrors.clear();
    const { rootDir } = this._config;
    const { esModuleRegistry, internalModuleRegistry } = this.registries;
    for (const key of esModuleRegistry.keys()) if (!isShared(key, rootDir)) esModuleRegistry.delete(key);
    // The state of the run, describe blocks and all, lives in this one module of jest-circus.
    for (const key of internalModuleRegistry.keys()) {
      if (key.endsWith('jestAdapterInit.js')) internalModuleRegistry.delete(key);
    }
    // What a finished file still imports is reported as ever.
    this.testState.teardown();
  }
}

/**
 * @param {string} module a key of the registry: a file's URL or path, or a name of Node's or Jest's
 * @param {string} rootDir of the checkout, which may itself lie in a folder called src or test
 */
function isShared(module, rootDir) {
  if (module.startsWith('@jest/')) return false;
  if (!module.includes('/') || module.startsWith('node:') || module.includes('/node_modules/')) return true;
  const place = relative(rootDir, module.startsWith('file:') ? fileURLToPath(module) : module).split(sep);
  return place.includes('src') && !place.includes('test') && !module.endsWith('.spec.ts');
}

export { KeptRuntime as default };
