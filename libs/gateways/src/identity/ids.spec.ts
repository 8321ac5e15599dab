import { describe, expect, it } from '@jest/globals';
import { createIds, uuidV7 } from './ids.js';

describe('uuidV7', () => {
  it('puts 48 bits of time first and marks version and variant', () => {
    // The example of RFC 9562, appendix A.6.
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });
});

describe('createIds', () => {
  it('gives ids that sort by the time they were made and never repeat', () => {
    let now = 1_800_000_000_000;
    const ids = createIds({ now: () => (now += 1) });
    const made = Array.from({ length: 1000 }, () => ids.next());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(1000);
  });
});
