/** The algorithm suites an area can choose; a later one is one more file in libs/gateways/src/suites. */
export const SUITE_IDS = ['intl', 'sm'] as const;
export type SuiteId = (typeof SUITE_IDS)[number];

export type SigningKeys = {
  readonly privateKey: string; // base64url of PKCS #8
  readonly publicKey: string; // base64url of SPKI
};

/**
 * The hash, signature and cipher an area uses, chosen together. Whatever one of them makes is stored beside the
 * suite's id, so that whoever reads it ten years later knows with what. Keys are bytes, never names.
 */
export type Suite = {
  readonly id: SuiteId;
  readonly algorithms: { readonly hash: string; readonly signature: string; readonly cipher: string };
  /** 32 bytes. */
  readonly hash: (data: Uint8Array) => Uint8Array;
  readonly newSigningKeys: () => SigningKeys;
  /** Throws on a key it cannot read. */
  readonly sign: (privateKey: string, data: Uint8Array) => Uint8Array;
  /** False for whatever does not verify: a wrong signature, a key of another suite, bytes that are none. */
  readonly verify: (publicKey: string, data: Uint8Array, signature: Uint8Array) => boolean;
  /** A fresh key of 32 bytes for `seal`. */
  readonly newKey: () => Uint8Array;
  /** Encrypts and authenticates, bound to `context`, which is not in the result. Each call gives other bytes. */
  readonly seal: (key: Uint8Array, plaintext: Uint8Array, context: string) => Uint8Array;
  /** Null when key, context or bytes do not belong together. */
  readonly open: (key: Uint8Array, sealed: Uint8Array, context: string) => Uint8Array | null;
};
