import type {
  BallotBox,
  BoxHolder,
  BoxLeaf,
  BoxShare,
  CampaignCountRow,
  SurveyHandover,
  SurveySheet,
} from '@kaoji/application';
import { count, emptyAsNull, hash, id, instant, key, optional, primary, sealed, text } from './columns.js';
import { defineTable, reference } from './define-table.js';
import { toCampaign } from './survey.entities.js';

const toAccount = reference('account', ['accountId'], 'account');
const toBox = reference('box', ['campaignId'], 'ballot_box', ['campaignId']);

export const sheetTable = defineTable<SurveySheet>(
  'survey_sheet',
  { campaignId: primary(id()), body: text() },
  { references: [toCampaign] },
);

export const holderTable = defineTable<BoxHolder>(
  'box_holder',
  {
    cycleId: primary(id()),
    accountId: primary(id()),
    publicKey: key(),
    salt: key(),
    enrolledAt: instant(),
  },
  { references: [reference('cycle', ['cycleId'], 'cycle'), toAccount] },
);

export const boxTable = defineTable<BallotBox>(
  'ballot_box',
  {
    campaignId: primary(id()),
    publicKey: key(),
    root: optional(hash()),
    leaves: optional(count()),
    sealedAt: optional(instant()),
    destroyedAt: optional(instant()),
    destroyedBy: optional(id()),
  },
  { checks: ['sealed', 'destroyed'], references: [toCampaign] },
);

export const shareTable = defineTable<BoxShare>(
  'box_share',
  {
    campaignId: primary(id()),
    accountId: primary(id()),
    fromAccount: primary(emptyAsNull(id())),
    sealed: sealed(),
  },
  { references: [toBox, toAccount] },
);

export const leafTable = defineTable<BoxLeaf>(
  'box_leaf',
  { campaignId: primary(id()), position: primary(count()), digest: hash() },
  { indexes: { idx_box_leaf_digest: ['digest'] }, checks: ['position'], references: [toBox] },
);

export const countTable = defineTable<CampaignCountRow>(
  'campaign_count',
  {
    campaignId: primary(id()),
    hash: hash(),
    body: text(),
    countedAt: instant(),
    confirmedBy: optional(id()),
    confirmedAt: optional(instant()),
  },
  { checks: ['confirmed'], references: [toCampaign] },
);

export const handoverTable = defineTable<SurveyHandover>(
  'survey_handover',
  { campaignId: primary(id()), reason: text(), handedOverBy: id(), handedOverAt: instant() },
  { references: [toCampaign] },
);
