import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('./main-verifier.ts', import.meta.url));

type Found = { readonly path: string };
/** As much of the bundler's plugins as is used here. */
type Build = {
  onResolve(on: { filter: RegExp }, find: (at: Found) => Found & { namespace: string }): void;
  onLoad(
    on: { filter: RegExp; namespace: string },
    load: (at: Found) => { contents: string; loader: 'js' },
  ): void;
};

/** The SDK holds a native engine and lies beside the file, or replays are not checked: it is asked for when it is needed. */
const besideFile = {
  name: 'beside',
  setup(build: Build): void {
    build.onResolve({ filter: /^@temporalio\// }, ({ path }) => ({ path, namespace: 'beside' }));
    build.onLoad({ filter: /.*/, namespace: 'beside' }, ({ path }) => ({
      contents: `module.exports = globalThis.kaojiBeside(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};

const BANNER = `#!/usr/bin/env node
// kaoji-verify: verifies a Kaoji audit bundle. Needs Node 20 or later and no network; made from the sources of the project.
import { createRequire as kaojiRequire } from 'node:module';
globalThis.kaojiBeside = kaojiRequire(import.meta.url);
const require = globalThis.kaojiBeside;`;

/** The verifier as one file of JavaScript. Throws where the bundler is not installed. */
export async function bundleVerifier(): Promise<{ readonly code: Uint8Array }> {
  // It comes with the console's tools and is asked for only where the file is made: whoever verifies does not need it.
  // eslint-disable-next-line @nx/enforce-module-boundaries -- not a package of the commands, see above
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [MAIN],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    banner: { js: BANNER },
    plugins: [besideFile],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('the bundler gave no file');
  return { code: file.contents };
}
