import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from './language.js';

describe('chooseLanguage', () => {
  it.each([
    ['Chinese when nothing is asked', null, undefined, 'zh'],
    ['what the address asks for, whatever the browser prefers', 'en', 'zh-CN', 'en'],
    ['the browser’s wish when the address asks for nonsense', 'fr', 'en-GB', 'en'],
    ['the highest quality', null, 'zh;q=0.3,en;q=0.8', 'en'],
    ['the first of equals', null, 'zh-HK,en-US', 'zh'],
    ['the best language we speak', null, 'fr-FR,de;q=0.9,en;q=0.5', 'en'],
    ['Chinese when none of the wishes is spoken', null, 'fr,*;q=0.1', 'zh'],
    ['nothing that is refused', null, 'en;q=0', 'zh'],
    ['Chinese for nonsense', null, 'en;q=x,,;;en-', 'zh'],
  ])('takes %s', (_rule, asked, accepted, language) => {
    expect(chooseLanguage(asked, accepted)).toBe(language);
  });
});
