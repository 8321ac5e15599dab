import { describe, expect, it } from '@jest/globals';
import { mailText, shortText } from '../channels/invitation-text.js';
import { slipText } from './slip-text.js';

const message = {
  ...{ communityName: '演示社区', link: 'https://example.com/s/x', closesAt: Date.UTC(2026, 2, 1), round: 0 },
} as Parameters<typeof mailText>[0];

describe('slips and messages', () => {
  it('promise the time the page promises', () => {
    const slip = slipText(2026, null);
    for (const text of [slip.lines.join(), shortText(message), mailText(message).text]) {
      expect(text).toContain('两三分钟');
    }
    for (const text of [slip.english.join(), mailText(message).text]) {
      expect(text).toContain('two or three minutes');
    }
  });
});
