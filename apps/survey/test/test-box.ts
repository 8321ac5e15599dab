import type { OpenBox } from '@kaoji/application';
import { createBallotBoxes } from '@kaoji/gateways';

/** A real ballot box and its two holders, who open it when first asked. */
export type TestBox = { readonly publicKey: string; open(): Promise<OpenBox> };

const FIRST = '演示 first passphrase';
const SECOND = '演示 second passphrase';

export async function createTestBox(campaignId: string): Promise<TestBox> {
  const boxes = createBallotBoxes();
  const [first, second] = await Promise.all([boxes.enrol(FIRST), boxes.enrol(SECOND)]);
  const { publicKey, shares } = await boxes.create(campaignId, [
    { accountId: 'first', publicKey: first.publicKey },
    { accountId: 'second', publicKey: second.publicKey },
  ]);
  const [firstShare, secondShare] = shares.map(({ sealed }) => sealed);
  let opened: Promise<OpenBox> | null = null;
  const open = async () => {
    const [one, other] = await Promise.all([boxes.unlock(first, FIRST), boxes.unlock(second, SECOND)]);
    const [passed] = await one.pass({
      campaignId,
      share: firstShare ?? '',
      others: [{ accountId: 'second', publicKey: second.publicKey }],
    });
    return other.open({
      campaignId,
      publicKey,
      share: secondShare ?? '',
      passed: passed?.sealed ?? '',
    });
  };
  return { publicKey, open: () => (opened ??= open()) };
}
