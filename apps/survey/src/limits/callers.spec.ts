import { describe, expect, it } from '@jest/globals';
import { createCallers } from './callers.js';

const callers = createCallers();
const same = (one: string, other: string) => callers.nameOf(one) === callers.nameOf(other);

describe('createCallers', () => {
  it.each([
    ['one IPv4 address', '203.0.113.7', '203.0.113.7', true],
    ['two IPv4 addresses', '203.0.113.7', '203.0.113.8', false],
    ['an IPv4 address written as IPv6', '203.0.113.7', '::ffff:203.0.113.7', true],
    ['one IPv6 network, written short and long', '2001:db8::1', '2001:0DB8:0:0:ffff::', true],
    ['two IPv6 networks', '2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ])('%s: %s and %s are one caller: %s', (_what, one, other, expected) => {
    expect(same(one, other)).toBe(expected);
  });

  it('names nobody alike in two processes, and shows no address', () => {
    expect(createCallers().nameOf('203.0.113.7')).not.toBe(callers.nameOf('203.0.113.7'));
    expect(callers.nameOf('203.0.113.7')).toMatch(/^[\w-]{22}$/);
  });
});
