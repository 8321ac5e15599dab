import { beforeAll, describe, expect, it } from '@jest/globals';
import { createReplayer } from '@kaoji/gateways/replay';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { buildBundle } from '../../src/bundle/build-bundle.js';
import { earlierBuilds, type EarlierBuild } from './earlier-build.js';

const [first, second] = earlierBuilds();
if (first === undefined || second === undefined) throw new Error('Two earlier builds are kept.');
const all = [first, second].flatMap(({ buildId, bundle, histories }) =>
  [...histories.keys()].map((name) => ({ buildId, bundle, name, histories })),
);
const replayer = createReplayer();
/** What the replay of a kept history says under a bundle: null where it comes out the same. */
async function faultOf(bundle: Uint8Array, { histories }: Pick<EarlierBuild, 'histories'>, name: string) {
  const bytes = histories.get(name) ?? new Uint8Array();
  const faults = await replayer.replay(bundle, [{ workflowId: name, runId: name, bytes }]);
  return faults.get(name);
}

let present: Uint8Array;
beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
  });
  present = Buffer.from(await buildBundle());
}, 60_000);

describe('histories of earlier builds', () => {
  it.each(all)(
    'replay under the bundle that made them: $buildId $name',
    async ({ bundle, histories, name }) => {
      await expect(faultOf(bundle, { histories }, name)).resolves.toBeNull();
    },
  );

  it.each([
    ['a list decided by steps', () => present, second, 'unit-returned-once'],
    ['a box opened by two people', () => second.bundle, first, 'survey-extended'],
    ['a survey without that box', () => first.bundle, second, 'survey-extended'],
  ])('do not replay under a build with another flow: %s', async (_what, bundle, of, name) => {
    const fault = await faultOf(bundle(), of, name);
    expect(fault?.reason).toContain('Nondeterminism');
  });

  it('replay under this build where the change was made behind a patch', async () => {
    await expect(faultOf(present, first, 'appraisal-contested')).resolves.toBeNull();
  });
});
