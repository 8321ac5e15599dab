import type { Page } from './stores.js';
import type * as S from './survey-records.js';

export type SurveyStore = {
  insertCampaigns(campaigns: readonly S.Campaign[]): Promise<void>;
  campaign(id: string): Promise<S.Campaign | null>;
  campaignsOf(cycleId: string): Promise<readonly S.Campaign[]>;
  advanceCampaign(
    id: string,
    expectedVersion: number,
    change: Partial<
      Pick<S.Campaign, 'state' | 'opensAt' | 'closesAt' | 'extensions' | 'questionnaireHash' | 'panelReason'>
    >,
  ): Promise<void>;
  insertLinks(links: readonly S.SurveyLink[]): Promise<void>;
  link(linkHash: string): Promise<S.SurveyLink | null>;
  revokeLink(linkHash: string): Promise<boolean>;
  /** Links given out, revoked ones included, by stratum and channel. */
  linkCounts(
    campaignId: string,
  ): Promise<
    readonly { readonly stratum: S.Stratum; readonly channel: S.LinkChannel; readonly count: number }[]
  >;
  /** Envelopes in the box by stratum and whether assisted: what the validity of a sample is read from. */
  envelopeCounts(
    campaignId: string,
  ): Promise<readonly { readonly stratum: S.Stratum; readonly assisted: boolean; readonly count: number }[]>;
  responseCount(cycleId: string): Promise<number>;
  /** The box without its links, ordered by digest. */
  strippedEnvelopes(campaignId: string): Promise<readonly S.StrippedEnvelope[]>;
  /** Deletes ciphertexts and shares of a box and everything that could tie a resident to a link. */
  destroyBox(campaignId: string): Promise<void>;
  putSheet(sheet: S.SurveySheet): Promise<void>; // replaces
  sheet(campaignId: string): Promise<S.SurveySheet | null>;
  replaceTally(campaignId: string, rows: readonly S.SurveyTally[]): Promise<void>;
  tallyOfUnit(cycleId: string, unitId: string): Promise<readonly S.SurveyTally[]>;
  addPace(rows: readonly S.SurveyPace[]): Promise<void>; // adds to what is there
  paceOf(campaignId: string): Promise<readonly S.SurveyPace[]>;
};

export type QuestionnaireStore = {
  adopt(questionnaire: S.AdoptedQuestionnaire): Promise<'adopted' | 'already'>;
  byHash(hash: string): Promise<S.AdoptedQuestionnaire | null>;
  /** The last hundred adopted, the latest first. */
  latest(): Promise<readonly S.AdoptedQuestionnaire[]>;
  /** Which questionnaire a cycle's campaigns ask; null: the default one. */
  ofCycle(cycleId: string): Promise<string | null>;
  chooseForCycle(cycleId: string, hash: string): Promise<void>;
};

/** Ballot boxes, their holders, shares, leaves and counts. */
export type BoxStore = {
  insertHolder(holder: S.BoxHolder): Promise<void>; // refuses DUPLICATE_HOLDER
  holders(cycleId: string): Promise<readonly S.BoxHolder[]>;
  insertBox(box: S.BallotBox, shares: readonly S.BoxShare[]): Promise<void>;
  box(campaignId: string): Promise<S.BallotBox | null>;
  seal(campaignId: string, root: string, leaves: readonly S.BoxLeaf[], at: number): Promise<void>;
  leaves(campaignId: string): Promise<readonly S.BoxLeaf[]>;
  insertShares(shares: readonly S.BoxShare[]): Promise<void>; // a repeat of (campaign, account, from) changes nothing
  sharesFor(campaignId: string, accountId: string): Promise<readonly S.BoxShare[]>;
  shares(campaignId: string): Promise<readonly S.BoxShare[]>;
  putCount(count: S.CampaignCountRow): Promise<void>; // refuses DUPLICATE_COUNT
  count(campaignId: string): Promise<S.CampaignCountRow | null>;
  confirmCount(campaignId: string, by: string, at: number): Promise<boolean>; // once
  markDestroyed(campaignId: string, by: string, at: number): Promise<void>;
  insertHandover(handover: S.SurveyHandover): Promise<void>; // refuses DUPLICATE_HANDOVER
  handover(campaignId: string): Promise<S.SurveyHandover | null>;
};

/** Residents' lists, draws and invitations: everything here that names a contact is sealed and goes at close. */
export type InvitationStore = {
  replaceResidents(campaignId: string, residents: readonly S.SurveyResident[]): Promise<void>;
  residents(campaignId: string): Promise<readonly S.SurveyResident[]>;
  residentCounts(
    campaignId: string,
  ): Promise<readonly { readonly stratum: S.Stratum; readonly count: number; readonly drawn: number }[]>;
  markDrawn(campaignId: string, refs: readonly string[]): Promise<void>;
  insertDraw(draw: S.SurveyDraw): Promise<void>; // refuses DUPLICATE_DRAW: a sample is drawn once
  draw(campaignId: string): Promise<S.SurveyDraw | null>;
  insertMany(invitations: readonly S.Invitation[]): Promise<void>;
  byId(id: string): Promise<S.Invitation | null>;
  /** All of a campaign's, by id: a resident has at most one per channel, and all of theirs carry one link. */
  ofCampaign(campaignId: string): Promise<readonly S.Invitation[]>;
  /** Which of these links have an envelope in the box. For sending only: no view shows it. */
  spentAmong(linkHashes: readonly string[]): Promise<ReadonlySet<string>>;
  waiting(campaignId: string, page: Page): Promise<readonly S.Invitation[]>;
  /** Sent, link not spent, fewer than `atMost` reminders: computed from spent link hashes, tells nobody who answered. */
  unanswered(campaignId: string, atMost: number, page: Page): Promise<readonly S.Invitation[]>;
  advance(
    id: string,
    change: Partial<
      Pick<S.Invitation, 'state' | 'reminders' | 'problem' | 'linkHash' | 'sealed' | 'channel'>
    >,
  ): Promise<void>;
  counts(campaignId: string): Promise<
    readonly {
      readonly channel: S.LinkChannel;
      readonly state: S.Invitation['state'];
      readonly count: number;
    }[]
  >;
};
