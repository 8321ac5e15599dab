import { builtinModules } from 'node:module';

import nx from '@nx/eslint-plugin';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** A project with the tag may depend on projects with these tags (docs/architecture.md has the table and how to mend an error). */
const may = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });
const only = (constraint, ...allowedExternalImports) => ({ ...constraint, allowedExternalImports });
const never = (constraint, ...bannedExternalImports) => ({ ...constraint, bannedExternalImports });

const FRAMEWORKS = ['@nestjs/*', 'fastify', '@fastify/*'];
const DATABASES = ['typeorm', 'mysql2', 'libsql'];

const BROWSER_LIBRARIES = [
  'react',
  'react/*',
  'react-dom',
  'react-dom/*',
  'antd',
  'antd/*',
  '@ant-design/icons',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'i18next',
  'react-i18next',
  'dayjs',
  'dayjs/*',
  'echarts',
  'echarts/*',
  'openapi-fetch',
  '@casl/ability',
];

const boundaries = (...testTools) => [
  'error',
  {
    allow: [],
    banTransitiveDependencies: true,
    // A command loaded only when called may share a library with the rest.
    checkDynamicDependenciesExceptions: ['.*'],
    depConstraints: [
      only(may('type:domain', 'type:domain'), 'zod', 'yaml', '@noble/hashes/*', ...testTools),
      never(may('type:application', 'type:domain'), ...FRAMEWORKS, ...DATABASES, '@temporalio/*'),
      only(may('type:http-contract', 'type:domain'), 'zod', ...testTools),
      only(
        may('type:temporal-contract', 'type:domain'),
        '@temporalio/workflow',
        '@temporalio/common',
        ...testTools,
      ),
      never(may('type:adapter', 'type:application', 'type:temporal-contract', 'type:domain'), ...FRAMEWORKS),
      only(
        may('type:workflow', 'type:temporal-contract', 'type:domain'),
        '@temporalio/workflow',
        '@temporalio/common',
        ...testTools,
      ),
      never(
        may('type:activity', 'type:temporal-contract', 'type:application', 'type:domain'),
        ...FRAMEWORKS,
        ...DATABASES,
      ),
      only(may('type:config', 'type:config'), 'zod', ...testTools),
      never(
        may(
          'type:api',
          'type:application',
          'type:http-contract',
          'type:temporal-contract',
          'type:adapter',
          'type:config',
          'type:domain',
        ),
        ...DATABASES,
      ),
      never(
        may(
          'type:survey',
          'type:application',
          'type:http-contract',
          'type:adapter',
          'type:config',
          'type:domain',
        ),
        ...DATABASES,
        '@temporalio/*',
      ),
      never(
        may(
          'type:worker',
          'type:application',
          'type:temporal-contract',
          'type:adapter',
          'type:config',
          'type:workflow',
          'type:activity',
          'type:domain',
        ),
        ...DATABASES,
      ),
      may(
        'type:cli',
        'type:application',
        'type:http-contract',
        'type:temporal-contract',
        'type:adapter',
        'type:config',
        'type:workflow',
        'type:activity',
        'type:domain',
      ),
      only(may('type:console', 'type:http-contract', 'type:domain'), ...BROWSER_LIBRARIES, ...testTools),
      may('type:launcher', 'type:launcher'),
      may('type:house', 'type:house'),
      may('runs:anywhere', 'runs:anywhere'),
      may('runs:sandbox', 'runs:sandbox', 'runs:anywhere'),
      may('runs:browser', 'runs:browser', 'runs:anywhere'),
      may('runs:node', 'runs:node', 'runs:sandbox', 'runs:anywhere'),
    ],
  },
];

const TEST_TOOLS = [
  '@temporalio/common/*',
  '@jest/globals',
  'fast-check',
  '@temporalio/testing',
  '@temporalio/worker',
  '@temporalio/client',
];
const TESTS = ['**/*.spec.ts', '**/test/**/*.ts', '**/src/testing.ts', '**/src/testing/**/*.ts'];
/** The console is built by these; what it is made of never imports them. */
const BUILD_TOOLS = ['vite', '@vitejs/plugin-react', 'openapi-typescript'];
/** Code that must give the same answer at every replay and in every process. */
const PURE = [
  'libs/domain/src/**/*.ts',
  'libs/http-contract/src/**/*.ts',
  'libs/temporal-contract/src/**/*.ts',
  'workflows/src/**/*.ts',
];

/** Residents' identifiers: an identity card with a plausible birth date; a mobile number, unless its subscriber part is all zeros. */
const PERSONAL_NUMBER =
  '(?<!\\d)([1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]|1[3-9]\\d(?!0{8})\\d{8})(?!\\d)';
const PERSONAL_NUMBER_MESSAGE =
  'Looks like a resident’s identity card or mobile number; demo people are plainly synthetic.';

const EVERYWHERE = [
  { selector: 'ExportAllDeclaration', message: 'List the names: a reader must see what a library offers.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'States are unions of string literals.' },
  { selector: `Literal[raw=/${PERSONAL_NUMBER}/]`, message: PERSONAL_NUMBER_MESSAGE },
  { selector: `TemplateElement[value.raw=/${PERSONAL_NUMBER}/]`, message: PERSONAL_NUMBER_MESSAGE },
];
const ENVIRONMENT = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only libs/config and the launcher read the environment.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Only libs/config and the launcher read the environment.',
  },
];
const ASYNC_VALIDATORS = [
  {
    selector:
      "Property[key.name='validator'] > :matches(ArrowFunctionExpression, FunctionExpression)[async=true]",
    message: 'An asynchronous update validator never rejects: the SDK does not await it.',
  },
];
const CLOCK_AND_CHANCE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the instant in.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Pass the instant in.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Pass the instant in.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Derive it from a stated seed.',
  },
];
const AMBIENT = [
  'globalThis',
  'process',
  'Buffer',
  'fetch',
  'performance',
  'crypto',
  'setImmediate',
  'queueMicrotask',
  'require',
  'console',
].map((name) => ({ name, message: 'Pure code takes what it needs as an argument.' }));
const TIMERS = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'].map((name) => ({
  name,
  message: 'The domain does not wait; a workflow does.',
}));
const NO_NODE = {
  patterns: [{ regex: '^node:', message: 'Pure code runs in the sandbox and in browsers.' }],
  paths: builtinModules.map((name) => ({ name, message: 'Pure code runs in the sandbox and in browsers.' })),
};

/** Flat configuration lets a later block replace a rule's options, so each block names all it wants. */
const syntax = (...lists) => ['error', ...lists.flat()];

const kebabCase = {
  meta: {
    type: 'layout',
    schema: [],
    messages: { name: 'File names are kebab-case with the role last: {{name}}' },
  },
  create: (context) => ({
    Program(node) {
      const name = context.filename.replaceAll('\\', '/').split('/').at(-1) ?? '';
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(name)) {
        context.report({ node, messageId: 'name', data: { name } });
      }
    },
  }),
};

export default tseslint.config(
  { ignores: ['**/node_modules', '**/.nx', '**/.kaoji', '**/dist', '**/coverage', '**/*.gen.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    languageOptions: { parser: tseslint.parser, sourceType: 'module' },
    plugins: {
      '@nx': nx,
      '@typescript-eslint': tseslint.plugin,
      'import-x': importX,
      kaoji: { rules: { 'kebab-case': kebabCase } },
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'kaoji/kebab-case': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': syntax(EVERYWHERE, ENVIRONMENT),
    },
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx', '.mjs'] },
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.js'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
        }),
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', 'apps/launcher/src/**/*.mjs'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './apps/console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      // HTTP frameworks await the handlers they are given.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: TESTS, rules: { '@nx/enforce-module-boundaries': boundaries(...TEST_TOOLS) } },
  {
    files: ['apps/console/build/**/*.mjs'],
    rules: { '@nx/enforce-module-boundaries': boundaries(...BUILD_TOOLS) },
  },
  {
    files: ['apps/console/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', NO_NODE] },
  },
  {
    // A feature is one folder deep: what two of them need lies in src/api or src/parts, and links go by the router.
    files: ['apps/console/src/features/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: NO_NODE.paths,
          patterns: [
            ...NO_NODE.patterns,
            { regex: '^\\.\\./(?!\\.\\./)|/features/', message: 'No feature imports another.' },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/console/src/{api,app,i18n,parts,session,theme}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: NO_NODE.paths,
          patterns: [
            ...NO_NODE.patterns,
            { regex: '/features/', message: 'Only the router knows the features.' },
          ],
        },
      ],
    },
  },
  {
    files: PURE,
    ignores: ['**/*.spec.ts', '**/src/testing.ts', '**/src/testing/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', NO_NODE],
      'no-restricted-globals': ['error', ...AMBIENT],
      'no-restricted-syntax': syntax(EVERYWHERE, ENVIRONMENT, ASYNC_VALIDATORS, CLOCK_AND_CHANCE),
    },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/src/testing.ts', '**/src/testing/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...AMBIENT, ...TIMERS] },
  },
  {
    files: ['libs/config/src/**/*.ts', 'apps/launcher/**/*.{mjs,ts}', 'apps/cli/bin/*.mjs'],
    rules: { 'no-restricted-syntax': syntax(EVERYWHERE) },
  },
  {
    // Configuration files are read by their tools through the default export.
    files: ['*.config.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['libs/persistence/src/migrations/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
);
