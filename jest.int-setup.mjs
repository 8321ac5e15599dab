import { jest } from '@jest/globals';

// A real server answers when it does; a hung test is caught all the same.
jest.setTimeout(120_000);
