import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RowFault } from '../roster/row-fault.js';
import { mailboxOf, opaqueRef, openidOf, phoneOf } from './contact-forms.js';
import { readResidentRow } from './read-resident-row.js';

describe('a telephone', () => {
  it.each([
    ['13000000000', '+8613000000000'],
    ['130 0000 0000', '+8613000000000'],
    ['130-0000-0000', '+8613000000000'],
    ['+8613000000000', '+8613000000000'],
    ['8613000000000', '+8613000000000'],
    ['+85200000000', '+85200000000'],
    ['+491700000000', '+491700000000'],
  ])('%s is kept as %s', (text, phone) => {
    expect(phoneOf(text)).toBe(phone);
  });

  it.each([
    '',
    '12000000000',
    '1300000000',
    '130000000000',
    '+8610000000',
    '010-00000000',
    '+0123456789',
    '演示',
    "13000000000'",
  ])('%p is no mobile number', (text) => {
    expect(phoneOf(text)).toBeNull();
  });
});

describe('a mailbox', () => {
  it.each(['demo@example.com', 'a.b+c@mail.example.gov.cn', '1@a.b'])('%s is one', (text) => {
    expect(mailboxOf(text)).toBe(text);
  });

  it.each([
    'demo',
    'demo@localhost',
    'a@b.c, d@e.f',
    'a@b.c\r\nBcc: d@e.f',
    '"a b"@c.d',
    '<a@b.c>',
    'a@-b.c',
    'a@b..c',
    '演示@example.com',
    `${'a'.repeat(65)}@b.c`,
  ])('%p is none', (text) => {
    expect(mailboxOf(text)).toBeNull();
  });
});

describe('an openid', () => {
  it.each([
    ['oDemo_0000-aaaa', 'oDemo_0000-aaaa'],
    ['short', null],
    ['with space', null],
  ])('%s becomes %p', (text, openid) => {
    expect(openidOf(text)).toBe(openid);
  });
});

describe('a reference', () => {
  it.each(['A-0001', '1', 'b2.unit_3-0401', '20260001'])('%s may be published', (text) => {
    expect(opaqueRef(text)).toBe(text);
  });

  it.each([
    '',
    '演示甲',
    'zhang san',
    '13000000000',
    '130-0000-0000',
    '8613000000000',
    '0'.repeat(18),
    `${'0'.repeat(17)}X`,
    '-1',
    'a'.repeat(33),
    '=1+1',
    'a\n',
  ])('%p may not: it is a name, a number of a person, or no reference', (text) => {
    expect(opaqueRef(text)).toBeNull();
  });
});

describe('readResidentRow', () => {
  const cells = {
    ref: 'A-1',
    stratum: '普通居民',
    phone: '13000000000',
    wechat: '',
    email: 'demo@example.com',
  };
  const read = (over: Partial<typeof cells>) => {
    const faults: RowFault[] = [];
    const resident = readResidentRow(
      { row: 2, cells: { ...cells, ...over } },
      (fault) => void faults.push(fault),
    );
    return { resident, faults };
  };

  it('reads strata in Chinese and English, and only the contacts that are there', () => {
    expect(read({}).resident).toEqual({
      ref: 'A-1',
      stratum: 'ordinary',
      contacts: { phone: '+8613000000000', email: 'demo@example.com' },
    });
    expect(read({ stratum: 'Service_Object', phone: '', email: '' }).resident).toEqual({
      ref: 'A-1',
      stratum: 'service_object',
      contacts: {},
    });
  });

  it('names every faulty cell by row, column and code', () => {
    const { resident, faults } = read({
      ref: '演示甲',
      stratum: '业主',
      phone: '1',
      wechat: '!',
      email: '@',
    });
    expect(resident).toBeNull();
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'ref', 'REF_FORM'],
      [2, 'stratum', 'STRATUM_UNKNOWN'],
      [2, 'phone', 'CONTACT_FORM'],
      [2, 'wechat', 'CONTACT_FORM'],
      [2, 'email', 'CONTACT_FORM'],
    ]);
  });

  it('never says what a cell holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (text) => {
        const { faults } = read({ ref: text, stratum: text, phone: text, wechat: text, email: text });
        expect(JSON.stringify(faults)).not.toContain(JSON.stringify(text).slice(1, -1));
      }),
    );
  });
});
