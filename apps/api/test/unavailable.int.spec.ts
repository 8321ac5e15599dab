import { afterEach, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from './harness/api.js';
import { UNIT } from './harness/places.js';
import { collectingCycle, rosteredCycle } from './harness/year.js';

let api: TestApi;
afterEach(() => api.close());

describe('a lost Temporal', () => {
  it('is told by /ready, and asked with TEMPORAL_UNAVAILABLE, a time to wait, and what was asked kept', async () => {
    api = await startApi();
    expect((await api.stranger.get('/health')).status).toBe(200);
    const ready = await api.stranger.get('/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toEqual({ ready: false, database: true, temporal: false });

    const { cycleId } = await collectingCycle(api);
    const hr = await api.as('hr');
    const outbox = () => api.database.transactions.read(({ effects }) => effects.pendingOutbox(10));
    const before = (await outbox()).length;
    const path = `/api/cycles/${cycleId}/units/${UNIT}/close-collection`;
    const early = { reason: '演示' };
    const lost = await hr.post(path, early, 'close-1');
    expect(lost.body).toMatchObject({ status: 503, code: 'TEMPORAL_UNAVAILABLE' });
    expect(Number(lost.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await outbox()).length).toBe(before + 1);
    // The same key again asks the same, once.
    expect((await hr.post(path, early, 'close-1')).body).toMatchObject({ code: 'TEMPORAL_UNAVAILABLE' });
    expect((await outbox()).length).toBe(before + 1);
  });

  it('does not keep a cycle from being opened: the start waits in the outbox', async () => {
    api = await startApi();
    const { cycleId } = await rosteredCycle(api);
    const hr = await api.as('hr');
    await hr.post(`/api/cycles/${cycleId}/consultation`, {
      heldOn: '2026-01-15',
      form: 'meeting',
      summary: '演示',
    });
    await hr.post(`/api/cycles/${cycleId}/publish`);
    expect((await hr.post(`/api/cycles/${cycleId}/open`)).status).toBe(202);
    const rows = await api.database.transactions.read(({ effects }) => effects.pendingOutbox(10));
    expect(rows.map(({ kind }) => kind)).toEqual(['start_cycle']);
  });
});

describe('a lost database', () => {
  it('is told by /ready and refused with DATABASE_UNAVAILABLE by every route, with nothing of the database in it', async () => {
    api = await startApi();
    const hr = await api.as('hr');
    await api.database.close();
    expect((await api.stranger.get('/health')).status).toBe(200);
    expect((await api.stranger.get('/ready')).body).toMatchObject({ ready: false, database: false });
    for (const path of ['/api/me', '/api/cycles', '/api/areas', '/api/rulebooks', '/api/public/notices']) {
      const { body, headers, text } = await hr.get(path);
      expect(body).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
      expect(headers.get('retry-after')).toBe('5');
      expect(text).not.toMatch(/sqlite|SELECT|typeorm/i);
    }
    const signIn = await api.stranger.post('/api/sessions', { username: 'hr', password: 'x' });
    expect(signIn.body).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });
});

describe('a fault of our own', () => {
  it('is an opaque INTERNAL 500 with the id under which the log tells more, once', async () => {
    api = await startApi();
    const hr = await api.as('hr');
    const { cycleId } = await rosteredCycle(api);
    // A row no code of ours writes: the stored rulebook is sound, the roster is not.
    await api.database.transactions.run(async ({ results, cycles }) => {
      const unit = await cycles.unit(cycleId, UNIT);
      await cycles.advanceUnit(cycleId, UNIT, unit?.version ?? 0, { state: 'deliberating', round: 1 });
      await results.insertQuotaSheet({
        cycleId,
        unitId: UNIT,
        round: 1,
        hash: 'h',
        body: 'not JSON: 演示甲',
      });
    });
    const { body, text } = await hr.get(`/api/cycles/${cycleId}/units/${UNIT}/list`);
    expect(body).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(text).not.toContain('演示甲');
    expect(text).not.toMatch(/JSON|at .*\.ts/);
    const faults = api.events.filter((event) => event.event === 'fault');
    expect(faults).toEqual([expect.objectContaining({ requestId: body['requestId'], error: 'SyntaxError' })]);
    expect(JSON.stringify(faults)).not.toContain('演示甲');
  });
});
