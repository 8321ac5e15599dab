import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { archiveVariables } from './archive-variables.js';
import { loadConfig } from './load-config.js';
import { suiteVariables } from './suite-variables.js';

const archive = (place: string) =>
  loadConfig(z.object(archiveVariables), { KAOJI_ARCHIVE: place }).KAOJI_ARCHIVE;
const suite = (text: string) => loadConfig(z.object(suiteVariables), { KAOJI_SUITE: text }).KAOJI_SUITE;

describe('an archive', () => {
  it.each([
    ['', undefined],
    ['file:/srv/kaoji/archive', { kind: 'folder', folder: '/srv/kaoji/archive' }],
    ['s3://kaoji-archive', { kind: 's3', bucket: 'kaoji-archive', prefix: '' }],
    ['s3://kaoji-archive/', { kind: 's3', bucket: 'kaoji-archive', prefix: '' }],
    ['s3://kaoji-archive/area-1/live', { kind: 's3', bucket: 'kaoji-archive', prefix: 'area-1/live/' }],
  ])('"%s" is a place', (text, place) => {
    expect(archive(text)).toEqual(place);
  });

  it.each(['/srv/kaoji', 'file:', 's3://', 's3://A/b', 's3://ok//x', 's3://ok/a b', 'https://s3.example/b'])(
    '"%s" is refused by name',
    (text) => {
      expect(() => archive(text)).toThrow(/KAOJI_ARCHIVE: not valid$/);
    },
  );
});

describe('the suite', () => {
  it('is the usual one unless an area has its own', () => {
    expect(loadConfig(z.object(suiteVariables), {}).KAOJI_SUITE).toEqual({ usual: 'intl', areas: {} });
    expect(suite('sm')).toEqual({ usual: 'sm', areas: {} });
    expect(suite('area-1=sm')).toEqual({ usual: 'intl', areas: { 'area-1': 'sm' } });
    expect(suite('sm,area-1=intl,area-2=sm')).toEqual({
      usual: 'sm',
      areas: { 'area-1': 'intl', 'area-2': 'sm' },
    });
  });

  it.each(['SM', 'area-1=', '=sm', 'area-1=des', 'intl,', 'area 1=sm'])('"%s" is refused by name', (text) => {
    expect(() => suite(text)).toThrow(/KAOJI_SUITE: not valid$/);
  });
});
