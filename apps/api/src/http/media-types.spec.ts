import { describe, expect, it } from '@jest/globals';
import { endpoints } from '@kaoji/http-contract';
import { isAccepted } from './media-types.js';

describe('isAccepted', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])('takes %j for a route of JSON', (header) => {
    expect(isAccepted(endpoints.createCycle, header)).toBe(true);
  });

  it.each([
    undefined,
    '',
    ' application/json',
    'application/json ',
    '\tapplication/json',
    'application/json\t',
    'application/json,text/plain',
    'application/jsonx',
    'application/json; charset=utf-16',
    'application/json; boundary=x',
    'application/json;;charset=utf-8',
    'text/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/merge-patch+json',
    'text/csv',
    '*/*',
  ])('refuses %j for a route of JSON', (header) => {
    expect(isAccepted(endpoints.createCycle, header)).toBe(false);
  });

  it('takes GBK for CSV and nowhere else', () => {
    expect(isAccepted(endpoints.importRoster, 'text/csv; charset=gbk')).toBe(true);
    expect(isAccepted(endpoints.adoptRulebook, 'text/yaml; charset=gbk')).toBe(false);
  });
});
