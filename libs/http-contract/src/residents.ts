import { z } from 'zod';
import { doneSchema } from './cycles.js';
import { endpoint } from './endpoint.js';
import { CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE } from './roster.js';
import { hashSchema } from './rulebooks.js';
import { idSchema, instantSchema } from './text.js';

export const PDF_MEDIA_TYPE = 'application/pdf';

const stratumSchema = z.enum(['ordinary', 'representative', 'service_object']);
const linkChannelSchema = z.enum(['sms', 'wechat', 'email', 'slip', 'handed', 'assisted']);
const listedSchema = z.object({ stratum: stratumSchema, listed: z.int() });

export const importedResidentsSchema = z.object({
  imported: z.int(),
  /** To be published before the seed of the draw is known. */
  listHash: hashSchema,
  strata: z.array(listedSchema),
});
export type ImportedResidents = z.infer<typeof importedResidentsSchema>;

export const residentsViewSchema = z.object({
  listHash: hashSchema.nullable(),
  strata: z.array(listedSchema.extend({ drawn: z.int() })),
  /** How many messages, never to whom; nothing here says who answered. */
  invitations: z.array(
    z.object({
      channel: linkChannelSchema,
      state: z.enum(['waiting', 'sent', 'delivered', 'failed']),
      count: z.int(),
    }),
  ),
  channels: z.array(linkChannelSchema),
});
export type ResidentsView = z.infer<typeof residentsViewSchema>;

export const drawInputSchema = z.strictObject({
  /** A public text that nobody could choose once the list's hash was known. */
  seed: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\u2028\u2029]+$/u),
  listHash: hashSchema,
  /** Only where the rulebook names no sizes. */
  sizes: z
    .array(z.strictObject({ stratum: stratumSchema, sample: z.int().min(1).max(20_000) }))
    .min(1)
    .max(3)
    .optional(),
});
export type DrawInput = z.infer<typeof drawInputSchema>;
export const drawSchema = z.object({
  seed: z.string(),
  listHash: hashSchema,
  /** When a list with this hash was first imported. */
  listedAt: instantSchema,
  drawnAt: instantSchema,
  drawnBy: idSchema,
  strata: z.array(listedSchema.extend({ size: z.int(), drawn: z.int() })),
  refs: z.array(z.object({ stratum: stratumSchema, refs: z.array(z.string()) })),
});
export type DrawView = z.infer<typeof drawSchema>;

export const inviteSchema = z.strictObject({ channel: z.enum(['sms', 'wechat', 'email']) });
export type InviteInput = z.infer<typeof inviteSchema>;
export const invitedSchema = z.object({ invited: z.int() });

export const slipsSchema = z.strictObject({ stratum: stratumSchema, count: z.int().min(1).max(1000) });
export type SlipsInput = z.infer<typeof slipsSchema>;
export const assistedLinkSchema = z.strictObject({ stratum: stratumSchema });
export type AssistedLinkInput = z.infer<typeof assistedLinkSchema>;
export const oneLinkSchema = z.object({ link: z.string() });

export const reissueLinkSchema = z.union([
  z.strictObject({ ref: z.string().min(1).max(64) }),
  z.strictObject({ link: z.string().min(1).max(500) }),
]);
export type ReissueLinkInput = z.infer<typeof reissueLinkSchema>;
/** Null: the new link goes to the resident on the channel they were invited on. */
export const reissuedLinkSchema = z.object({ link: z.string().nullable() });

/** Of a gateway; whatever else it says is left aside. */
export const deliveryReportSchema = z.object({
  messageId: z.string().min(1).max(128),
  status: z.enum(['delivered', 'failed']),
  problem: z.string().max(200).optional(),
});
export type DeliveryReportInput = z.infer<typeof deliveryReportSchema>;

const tag = 'residents';
const template = (file: string, zh: string, en: string, produces: string) =>
  endpoint({
    method: 'GET',
    path: `/api/templates/${file}`,
    tag: 'templates',
    summary: { zh, en },
    produces,
  });

export const residentEndpoints = {
  importResidents: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/residents',
    tag,
    summary: {
      zh: '导入居民清单（整份成功或整份不导入）',
      en: 'Imports the list of residents, all of it or nothing',
    },
    consumes: [CSV_MEDIA_TYPE, XLSX_MEDIA_TYPE],
    answer: importedResidentsSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'RESIDENTS_INVALID',
      'DRAW_MADE',
      'CAMPAIGN_CLOSED',
      'FILE_UNREADABLE',
      'FILE_TOO_LARGE',
    ],
  }),
  residents: endpoint({
    method: 'GET',
    path: '/api/surveys/:campaignId/residents',
    tag,
    summary: { zh: '居民清单与发送情况（仅数量）', en: 'The list and what was sent, in numbers' },
    answer: residentsViewSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  drawResidents: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/draw',
    tag,
    summary: { zh: '抽取样本（种子公开，仅一次）', en: 'Draws the sample by a published seed, once' },
    status: 201,
    body: drawInputSchema,
    answer: drawSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'DRAW_MADE',
      'RESIDENTS_MISSING',
      'LIST_CHANGED',
      'SAMPLE_SIZES_MISSING',
      'CAMPAIGN_CLOSED',
    ],
  }),
  draw: endpoint({
    method: 'GET',
    path: '/api/surveys/:campaignId/draw',
    tag,
    summary: { zh: '抽样记录（可复算）', en: 'The draw, to be made again by anyone' },
    answer: drawSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND'],
  }),
  inviteResidents: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/invitations',
    tag,
    summary: { zh: '向抽中的居民发送链接', en: 'Has the drawn residents written to' },
    keyed: true,
    body: inviteSchema,
    answer: invitedSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'CHANNEL_NOT_CONFIGURED',
      'DRAW_MISSING',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
    ],
  }),
  printSlips: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/slips',
    tag,
    summary: { zh: '打印二维码纸条（链接只在此文件中）', en: 'Prints slips; their links are nowhere else' },
    status: 201,
    keyed: true,
    body: slipsSchema,
    produces: PDF_MEDIA_TYPE,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CAMPAIGN_CLOSED', 'LINKS_ALREADY_ISSUED'],
  }),
  assistedLink: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/assisted-links',
    tag,
    summary: { zh: '入户代填链接（单独计数）', en: 'A link for a household visit, counted as assisted' },
    status: 201,
    keyed: true,
    body: assistedLinkSchema,
    answer: oneLinkSchema,
    refusals: ['FORBIDDEN', 'NOT_FOUND', 'CAMPAIGN_CLOSED', 'LINKS_ALREADY_ISSUED'],
  }),
  reissueLink: endpoint({
    method: 'POST',
    path: '/api/surveys/:campaignId/links/reissue',
    tag,
    summary: { zh: '作废并补发一个链接', en: 'Replaces a link that went astray' },
    keyed: true,
    body: reissueLinkSchema,
    answer: reissuedLinkSchema,
    refusals: [
      'FORBIDDEN',
      'NOT_FOUND',
      'LINK_UNKNOWN',
      'LINK_SPENT',
      'LINKS_ALREADY_ISSUED',
      'STAGE_NOT_OPEN',
      'WORKFLOW_CLOSED',
      'VERSION_CONFLICT',
    ],
  }),
  deliveryReport: endpoint({
    method: 'POST',
    path: '/api/delivery-reports/:gateway',
    tag,
    summary: {
      zh: '短信、微信网关的送达回执（须签名）',
      en: 'What a gateway says became of a message, signed',
    },
    body: deliveryReportSchema,
    answer: doneSchema,
    refusals: ['SIGNATURE_WRONG'],
  }),
  residentsCsv: template('residents.csv', '居民清单模板(CSV)', 'List of residents, CSV', CSV_MEDIA_TYPE),
  residentsXlsx: template(
    'residents.xlsx',
    '居民清单模板(Excel)',
    'List of residents, XLSX',
    XLSX_MEDIA_TYPE,
  ),
} as const;
