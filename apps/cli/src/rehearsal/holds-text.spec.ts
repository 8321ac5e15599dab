import { describe, expect, it } from '@jest/globals';
import { holdsText } from './holds-text.js';

const payload = (text: string) => ({
  events: [{ input: { payloads: [{ data: new TextEncoder().encode(text) }] } }],
});

describe('holdsText', () => {
  it.each([
    ['the bytes of a payload', payload('{"by":"演示001"}'), true],
    ['a failure message', { events: [{ failure: { message: 'no 演示001' } }] }, true],
    ['a key', { memo: { 演示001: 1 } }, true],
    ['ids, hashes and scores only', payload('{"composite":"95.06"}'), false],
    ['nothing', { events: null, taskId: 1n }, false],
  ])('sees a name in %s', (_where, history, found) => {
    expect(holdsText(history, '演示')).toBe(found);
  });
});
