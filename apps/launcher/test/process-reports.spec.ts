import { describe, expect, it } from '@jest/globals';

import { crashReport } from '../src/process/crash-report.mjs';
import { createLineReader } from '../src/process/line-reader.mjs';
import { jsonObject, lastJsonLine } from '../src/start/json-lines.mjs';

describe('crashReport', () => {
  const exit = { code: 3, signal: null, spawnError: null };

  it('names the process, how it ended, its last lines and its log', () => {
    const report = crashReport({
      name: 'api',
      exit,
      lastLines: ['listening', 'boom'],
      logFile: 'logs/api.log',
    });
    expect(report.split('\n')).toEqual([
      'api 意外退出 stopped by itself (exit code 3)',
      '  │ listening',
      '  │ boom',
      '  日志 log: logs/api.log',
    ]);
  });

  it('says so when the process printed nothing', () => {
    const report = crashReport({
      name: 'api',
      exit: { ...exit, code: null, signal: 'SIGSEGV' },
      lastLines: [],
      logFile: null,
    });
    expect(report).toContain('signal SIGSEGV');
    expect(report).toContain('it printed nothing');
  });
});

describe('createLineReader', () => {
  it('joins a Chinese character cut between two chunks', () => {
    const lines: string[] = [];
    const reader = createLineReader((line) => lines.push(line));
    const bytes = Buffer.from('考绩 ready\n没有换行');
    reader.take(bytes.subarray(0, 2));
    reader.take(bytes.subarray(2));
    reader.end();
    expect(lines).toEqual(['考绩 ready', '没有换行']);
  });
});

describe('lastJsonLine', () => {
  it('gives the last object among other output', () => {
    expect(lastJsonLine(['{"a":1}', 'done', '{"b":2}', '', '{not json'])).toEqual({ b: 2 });
  });

  it.each(['', 'text', '[1]', '{"open":', '42'])('takes %j for no object', (line) => {
    expect(jsonObject(line)).toBeNull();
  });
});
