import type { Instant } from './records.js';

/**
 * `planned` → `open` → (`extended` …) → `sealed` → `counted` → `closed_valid`, or at the limit `closed_to_panel`.
 * Not valid yet is `open` or `extended`. `sealed`: nothing more goes into the box, its root is published, two
 * key holders are waited for. `counted`: the counts wait for a named person's confirmation.
 */
export type CampaignState =
  'planned' | 'open' | 'extended' | 'sealed' | 'counted' | 'closed_valid' | 'closed_to_panel';
export type Campaign = {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly communityId: string;
  readonly state: CampaignState;
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
  readonly extensions: number;
  /** The questionnaire asked, pinned when the campaign opens; null before. */
  readonly questionnaireHash: string | null;
  /** Why it went to the panel; null otherwise. */
  readonly panelReason: 'sample_not_valid' | 'box_not_opened' | null;
  readonly version: number;
};

export type Stratum = 'ordinary' | 'representative' | 'service_object';
/** How a link reaches its resident. `handed`: shown once to staff. `assisted`: staff fill in what a resident says. */
export type LinkChannel = 'sms' | 'wechat' | 'email' | 'slip' | 'handed' | 'assisted';
/** Only the hash of a link is stored. */
export type SurveyLink = {
  readonly linkHash: string;
  readonly campaignId: string;
  readonly stratum: Stratum;
  readonly channel: LinkChannel;
  readonly state: 'issued' | 'revoked';
};

/** An adopted questionnaire: immutable under its content hash. `body` is canonical JSON. */
export type AdoptedQuestionnaire = {
  readonly hash: string;
  readonly body: string;
  readonly adoptedAt: Instant;
};

/**
 * What the survey process needs to show a campaign's page, and all it may read of the staff's side: JSON of
 * `SheetBody`. Written by the engine whenever people join or leave; names are in it, so it goes with the box, and
 * JSON of `SheetTitle` takes its place.
 */
export type SurveySheet = { readonly campaignId: string; readonly body: string };
/** What a survey is called, without anybody in it: stays, so that a receipt says years later which one it is of. */
export type SheetTitle = { readonly year: number; readonly communityName: string };
export type SheetBody = SheetTitle & {
  /** The questionnaire itself (domain's `Questionnaire`), not its hash. */
  readonly questionnaire: unknown;
  readonly people: readonly {
    readonly appraisalId: string;
    readonly name: string;
    readonly postTitles: readonly { readonly zh: string; readonly en: string }[];
  }[];
  /** The ballot box's public key, base64url. */
  readonly publicKey: string;
};

/** `sealed` is ciphertext only, base64url; `digest` its SHA-256 (hex), from which the receipt is made. `day` is a civil date. */
export type SurveyEnvelope = {
  readonly linkHash: string;
  readonly campaignId: string;
  readonly sealed: string;
  readonly digest: string;
  readonly day: string;
};
/** An envelope as it leaves the box: the link is gone, nothing says when or in which order it came. */
export type StrippedEnvelope = {
  readonly sealed: string;
  readonly digest: string;
  readonly stratum: Stratum;
  readonly assisted: boolean;
};

/** Whoever keeps a share of the key: the public half of a key derived from a passphrase nobody stores. */
export type BoxHolder = {
  readonly cycleId: string;
  readonly accountId: string;
  readonly publicKey: string; // base64url
  readonly salt: string; // base64url
  readonly enrolledAt: Instant;
};
/** One per campaign. The private half exists only as shares sealed to holders. */
export type BallotBox = {
  readonly campaignId: string;
  readonly publicKey: string;
  /** RFC 6962 root (hex) over the envelopes' digests in ascending order; null until sealed. */
  readonly root: string | null;
  readonly leaves: number | null;
  readonly sealedAt: Instant | null;
  readonly destroyedAt: Instant | null;
  readonly destroyedBy: string | null;
};
/** `fromAccount` null: made with the box. Else the share of `fromAccount`, opened and sealed anew to `accountId`. */
export type BoxShare = {
  readonly campaignId: string;
  readonly accountId: string;
  readonly fromAccount: string | null;
  readonly sealed: string; // base64url
};
/** Append-only: a named person gave a sealed campaign to the panel, and why. */
export type SurveyHandover = {
  readonly campaignId: string;
  readonly reason: string;
  readonly handedOverBy: string;
  readonly handedOverAt: Instant;
};
/** A published leaf: stays after the ciphertexts are gone, so that a receipt can be checked years later. */
export type BoxLeaf = { readonly campaignId: string; readonly position: number; readonly digest: string };

/** One row per campaign and person rated. */
export type SurveyTally = {
  readonly campaignId: string;
  readonly appraisalId: string;
  readonly issued: number;
  readonly valid: number;
  readonly satisfied: number;
  readonly ordinary: number;
  readonly assisted: number;
  readonly population: number | null;
};
/** The whole count of a campaign as canonical JSON (domain's `CampaignCount`), with its hash. */
export type CampaignCountRow = {
  readonly campaignId: string;
  readonly hash: string;
  readonly body: string;
  readonly countedAt: Instant;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
};
/** How many came: by hour of a day, or by how long the page was open. Never by person. */
export type SurveyPace = {
  readonly campaignId: string;
  readonly day: string;
  /** `h00`…`h23` or `under_15s`, `under_60s`, `over_60s`, `unknown`. */
  readonly bucket: string;
  readonly count: number;
};

/** A resident of the list a sample is drawn from. `sealed` holds contacts, under the contact key; gone at close. */
export type SurveyResident = {
  readonly campaignId: string;
  readonly ref: string;
  readonly stratum: Stratum;
  readonly drawn: boolean;
  readonly sealed: string;
};
/** A draw that was made: everything needed to make it again. */
export type SurveyDraw = {
  readonly campaignId: string;
  readonly seed: string;
  readonly listHash: string;
  /** JSON: per stratum how many there were and how many were drawn. */
  readonly strata: string;
  readonly drawnBy: string;
  readonly drawnAt: Instant;
};
/** One message to one resident. `sealed` holds contact and link, under the contact key; rows go at close. */
export type Invitation = {
  readonly id: string;
  readonly campaignId: string;
  readonly ref: string;
  readonly channel: LinkChannel;
  readonly linkHash: string;
  readonly sealed: string;
  readonly state: 'waiting' | 'sent' | 'delivered' | 'failed';
  readonly reminders: number;
  readonly problem: string | null;
};
