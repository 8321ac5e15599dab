import type { CountedReceipt } from '@kaoji/application';

/** The proof of a receipt as a file that stands for itself: whoever has it needs nothing else of ours. */
export function receiptProof(counted: CountedReceipt): object {
  return {
    format: 'kaoji-receipt-proof/1',
    receipt: counted.code,
    campaign: counted.campaign.id,
    digest: counted.digest,
    position: counted.position,
    envelopes: counted.envelopes,
    root: counted.root,
    proof: counted.proof,
    howToCheck: {
      zh: [
        'digest 是您的信封（密文）的 SHA-256。回执码是它的前 80 位，用 Crockford base32 写出，最后一个字符是校验字。',
        '树按 RFC 6962（证书透明度）：叶 = SHA-256(0x00 ‖ digest 的 32 个字节)，节点 = SHA-256(0x01 ‖ 左 ‖ 右)，十六进制。',
        '从 position（从 0 数起）出发，按 RFC 9162 第 2.1.3.2 节依次并入 proof 里的值，结果应当等于 root。',
        'root 应当和公告上的一样。',
      ],
      en: [
        'digest is the SHA-256 of your envelope (ciphertext). The receipt is its first 80 bits in Crockford base 32 and a check character.',
        'The tree is that of RFC 6962 (Certificate Transparency): leaf = SHA-256(0x00 || the 32 bytes of digest), node = SHA-256(0x01 || left || right), all in hex.',
        'Starting at position (counted from 0) among the envelopes, fold in the values of proof as RFC 9162 section 2.1.3.2 says: the result must be root.',
        'root must be the one on the public notice.',
      ],
    },
  };
}
