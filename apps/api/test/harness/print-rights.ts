import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { rightsPage } from './rights-page.js';

/** Writes docs/rights.md. */
const text = await format(rightsPage(), { parser: 'markdown' });
writeFileSync(new URL('../../../../docs/rights.md', import.meta.url), text);
