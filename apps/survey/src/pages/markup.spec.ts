import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markup } from './markup.js';

describe('markup', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onfocus="x', '&quot; onfocus=&quot;x'],
    ["' onfocus='x", '&#39; onfocus=&#39;x'],
    ['&lt;', '&amp;lt;'],
    ['张三', '张三'],
  ])('escapes %j', (text, escaped) => {
    expect(markup`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('lets its own markup, lists and numbers through and inserts nothing for null', () => {
    expect(markup`${[markup`<b>${'<'}</b>`, '>']}${null}${7}`.markup).toBe('<b>&lt;</b>&gt;7');
  });

  it('never lets a text open an element, a reference or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(markup`${text}`.markup.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>"'&]/);
      }),
    );
  });
});
