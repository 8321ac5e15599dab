import { describe, expect, it } from '@jest/globals';

import { elapsedText } from '../src/printing/elapsed.mjs';
import { createProgress } from '../src/printing/progress.mjs';
import { tableText } from '../src/printing/table.mjs';

const recorder = (isTTY: boolean) => {
  let text = '';
  return { isTTY, write: (part: string) => (text += part), text: () => text };
};

describe('elapsedText', () => {
  it.each([
    [400, '0.4 s'],
    [42_000, '42 s'],
    [59_400, '59 s'],
    [303_000, '5 min 3 s'],
  ])('says %d ms as %s', (durationMs, text) => {
    expect(elapsedText(durationMs)).toBe(text);
  });
});

describe('tableText', () => {
  it('aligns columns by the cells a terminal shows, two for a Chinese character', () => {
    expect(
      tableText(
        [
          ['考核', 'a'],
          ['x', 'b'],
        ],
        '',
      ),
    ).toBe('考核  a\nx     b');
  });
});

describe('createProgress', () => {
  it('prints one plain line for a short step where there is no terminal', async () => {
    const output = recorder(false);
    await createProgress(output).step('安装 Installing', async (note) => note('3 packages'));
    expect(output.text()).toMatch(/^安装 Installing … 0\.\d s {2}3 packages\n$/);
  });

  it('says that a failed step was not done, and passes the failure on', async () => {
    const output = recorder(false);
    const failing = createProgress(output).step('安装 Installing', () =>
      Promise.reject(new Error('no network')),
    );
    await expect(failing).rejects.toThrow('no network');
    expect(output.text()).toContain('not done');
  });

  it('keeps what is said during a step on lines of its own on a terminal', async () => {
    const output = recorder(true);
    const progress = createProgress(output);
    await progress.step('安装 Installing', async () => progress.say('port 3400 is taken'));
    const lines = output
      .text()
      .split('\n')
      .map((line) => line.split('\u001b[2K').at(-1));
    expect(lines).toEqual(['port 3400 is taken', expect.stringMatching(/^✓ 安装 Installing … /), '']);
  });
});
