import { createContext, runInContext } from 'node:vm';

/** Names of the functions a workflow bundle exports, sorted; read from the bundle itself, as the SDK does. */
export function bundledFlows(code: string): readonly string[] {
  const sandbox = createContext({
    console,
    TextEncoder,
    TextDecoder,
    setTimeout,
    __webpack_module_cache__: {},
  });
  runInContext(code, sandbox);
  const names: unknown = runInContext(
    'Object.keys(globalThis.__TEMPORAL__.importWorkflows()).sort()',
    sandbox,
  );
  if (!Array.isArray(names)) throw new TypeError('not a workflow bundle');
  return names.map(String);
}
