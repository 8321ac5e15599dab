import type { Language } from './language.js';
import { en } from './texts-en.js';
import { zh } from './texts-zh.js';
import type { Texts } from './wording.js';

export type { NoticeKind, RetryKind, Texts } from './wording.js';

export const TEXTS: Readonly<Record<Language, Texts>> = { zh, en };
