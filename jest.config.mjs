/**
 * Two kinds of tests, told apart by suffix: `*.spec.ts` is pure and takes milliseconds;
 * `*.int.spec.ts` and `*.replay.spec.ts` meet the real database, Temporal server, HTTP and browser.
 */
const shared = {
  testEnvironment: '<rootDir>/jest.kept-environment.mjs',
  runtime: '<rootDir>/jest.kept-runtime.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  // Workspace packages are reached through links into node_modules but live outside it.
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/.nx', '<rootDir>/.kaoji'],
};

export default {
  // A property over thousands of cases takes as long as a busy machine makes it; one that hangs is caught all the same.
  testTimeout: 20_000,
  projects: [
    {
      ...shared,
      displayName: 'spec',
      testMatch: [
        '<rootDir>/{apps,libs}/*/{src,test}/**/*.spec.ts',
        '<rootDir>/{workflows,activities}/src/**/*.spec.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '\\.(int|replay)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'int',
      setupFilesAfterEnv: ['<rootDir>/jest.int-setup.mjs'],
      testMatch: [
        '<rootDir>/{apps,libs}/*/{src,test}/**/*.{int,replay}.spec.ts',
        '<rootDir>/{workflows,activities}/src/**/*.{int,replay}.spec.ts',
      ],
    },
  ],
};
