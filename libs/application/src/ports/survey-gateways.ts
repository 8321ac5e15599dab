import type { Instant } from './records.js';
import type { BoxLeaf, LinkChannel, SurveyEnvelope, SurveyPace } from './survey-records.js';

/** On the survey process: seals answers to a box whose private key is elsewhere. Ciphertext as base64url. */
export type BallotSealer = {
  seal(publicKey: string, campaignId: string, ballot: Uint8Array): Promise<string>;
};

export type HolderKey = { readonly publicKey: string; readonly salt: string };
export type SealedShare = { readonly accountId: string; readonly sealed: string };

/** Makes and opens ballot boxes. No passphrase, private key or open share is ever stored or logged. */
export type BallotBoxes = {
  /** A holder's key, derived from a passphrase. Refuses BOX_PASSPHRASE_WEAK. */
  enrol(passphrase: string): Promise<HolderKey>;
  /**
   * A new box: key pair, private half split so that any two holders open it. Refuses BOX_NEEDS_TWO_HOLDERS and
   * BOX_TOO_MANY_HOLDERS (over five).
   */
  create(
    campaignId: string,
    holders: readonly { readonly accountId: string; readonly publicKey: string }[],
  ): Promise<{ readonly publicKey: string; readonly shares: readonly SealedShare[] }>;
  /**
   * A holder's key, derived once for any number of boxes: each derivation takes a core for a moment. Refuses
   * BOX_PASSPHRASE_WRONG.
   */
  unlock(holder: HolderKey, passphrase: string): Promise<UnlockedHolder>;
};
/** What a holder can do while their key is at hand; it is kept nowhere else. */
export type UnlockedHolder = {
  /** The first holder's act: own share, sealed anew to each other holder. Refuses BOX_SHARES_DO_NOT_FIT. */
  pass(input: {
    readonly campaignId: string;
    readonly share: string;
    readonly others: readonly { readonly accountId: string; readonly publicKey: string }[];
  }): Promise<readonly SealedShare[]>;
  /** The second holder's act: own share and one passed on. Refuses BOX_SHARES_DO_NOT_FIT. */
  open(input: {
    readonly campaignId: string;
    readonly publicKey: string;
    readonly share: string;
    readonly passed: string;
  }): Promise<OpenBox>;
};
export type OpenBox = {
  /** The ballot, or null for what was not sealed to this box. */
  open(sealed: string): Promise<Uint8Array | null>;
  destroy(): void;
};

/** Puts things into an order nobody chose and nobody can guess: cryptographic randomness. */
export type Shuffle = <T>(things: readonly T[]) => readonly T[];

/** A campaign as the public side sees it. `state` is the campaign's own; `sheet` is JSON of `SheetBody`. */
export type PublicCampaign = {
  readonly id: string;
  readonly state: string;
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
  readonly sheet: string | null;
};
/** What the survey process may read. Campaigns may be up to a second old. */
export type SurveyReads = {
  campaign(id: string): Promise<PublicCampaign | null>;
  link(linkHash: string): Promise<{
    readonly campaignId: string;
    readonly state: 'issued' | 'revoked';
    readonly assisted: boolean;
  } | null>;
  /** The digest of the envelope behind a spent link; null if not spent. */
  spent(linkHash: string): Promise<string | null>;
  /** Published leaves whose digest begins so (hex, at least 20 characters), with the root and size of their box. */
  leaf(digestPrefix: string): Promise<{
    readonly leaf: BoxLeaf;
    readonly root: string;
    readonly leaves: readonly string[];
  } | null>;
};

/**
 * Takes envelopes. Answers only after a durable commit; many that arrive together share one transaction. In it
 * the campaign is locked for reading, so that nothing enters a box after it is sealed; the primary key decides
 * between answers of one link.
 */
export type BallotIntake = {
  put(envelope: SurveyEnvelope): Promise<'accepted' | 'already' | 'revoked' | 'closed' | 'unknown'>;
  /** Counts that belong to nobody; kept in memory and written now and then, at the latest on close. */
  pace(row: Omit<SurveyPace, 'count'>): void;
};

/** What goes to a resident. `link` must never reach a log, a history or a metric. */
export type InvitationMessage = {
  /** The idempotency key at the gateway: the same id again is the same message. */
  readonly messageId: string;
  /** 0 invites, 1 is the first reminder. */
  readonly round: number;
  readonly to: string;
  readonly link: string;
  readonly communityName: string;
  readonly closesAt: Instant;
};
export type SendOutcome =
  | { readonly outcome: 'sent' | 'delivered' }
  | { readonly outcome: 'failed'; readonly problem: string } // a code, never the contact or the link
  | { readonly outcome: 'try_later'; readonly afterMs: number };
export type InvitationChannel = {
  readonly channel: LinkChannel;
  send(message: InvitationMessage): Promise<SendOutcome>;
};

/**
 * Encrypts contacts and links at rest (AES-256-GCM, keys with ids, bound to their campaign). `open` refuses
 * CONTACT_SEALED_WRONG.
 */
export type ContactSealer = {
  seal(campaignId: string, contact: unknown): string;
  open(campaignId: string, sealed: string): unknown;
};

/** Printed slips: A4, ten to a page, cut marks, Chinese font embedded. */
export type SlipPrinter = {
  print(input: {
    readonly communityName: string;
    readonly year: number;
    readonly closesAt: Instant | null;
    readonly links: readonly string[];
  }): Promise<Uint8Array>;
};
