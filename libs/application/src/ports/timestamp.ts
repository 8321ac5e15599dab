/** What is stamped: never the thing itself, only its hash. */
export type TimestampDigest = { readonly algorithm: 'SHA-256' | 'SM3'; readonly digest: Uint8Array };

/** An authority that signs that a hash existed at a time (RFC 3161). */
export type TimestampAuthority = {
  /**
   * The authority's TimeStampToken (DER), checked against the configured certificates. Refuses `TIMESTAMP_REFUSED`
   * (the authority said no, with its words), `TIMESTAMP_UNREACHABLE` (no answer in time, or none of that kind),
   * `TIMESTAMP_INVALID` (an answer that does not hold; `details.reason` is a `TimestampFault`).
   */
  stamp(hash: TimestampDigest): Promise<Uint8Array>;
};

/** What a token says. `serial` and `policy` are the authority's: hex and dotted. `accuracyMs` null: not said. */
export type Timestamp = {
  readonly at: number; // epoch milliseconds
  readonly accuracyMs: number | null;
  readonly hash: TimestampDigest;
  readonly serial: string;
  readonly policy: string;
  readonly nonce: Uint8Array | null;
};

export type TimestampFault =
  | 'TOKEN_UNREADABLE'
  | 'TOKEN_ALGORITHM_UNKNOWN'
  | 'TOKEN_OTHER_HASH'
  | 'TOKEN_OTHER_NONCE'
  | 'TOKEN_OTHER_POLICY'
  | 'TOKEN_SIGNATURE_WRONG'
  | 'TOKEN_CERTIFICATE_WRONG'
  | 'TOKEN_AUTHORITY_UNKNOWN';
