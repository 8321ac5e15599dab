export { openDatabase } from './database.js';
export type { Database } from './database.js';
export type { OpenOptions } from './data-source.js';
