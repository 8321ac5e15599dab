import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { logRootSchema } from './log-heads.js';
import { surveySheetSchema } from './survey-count.js';
import { idSchema, instantSchema } from './text.js';

export const areaSchema = z.object({ id: idSchema, name: z.string() });
export const communitySchema = z.object({ id: idSchema, name: z.string() });
export const unitSchema = z.object({ id: idSchema, name: z.string(), communities: z.array(communitySchema) });
export type AreaView = z.infer<typeof areaSchema>;
export type UnitView = z.infer<typeof unitSchema>;
export const areaListSchema = z.object({ items: z.array(areaSchema), next: z.null() });
export const unitListSchema = z.object({ items: z.array(unitSchema), next: z.null() });

/** What everybody may read during the notice, and nothing of it afterwards. */
export const noticeEntrySchema = z.object({
  name: z.string(),
  postTitle: z.string(),
  grade: z.string(),
  gradeTitle: z.string(),
});
export const noticeSchema = z.object({
  area: z.string(),
  unit: z.string(),
  year: z.int(),
  rehearsal: z.boolean(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  entries: z.array(noticeEntrySchema),
  surveys: z.array(surveySheetSchema),
  /** The latest signed root of the cycle's log; null while nothing is signed. */
  log: logRootSchema.nullable(),
  /** The page of the notice, on which anybody may object; null where it has none. */
  address: z.string().nullable(),
});
export const noticeListSchema = z.object({ items: z.array(noticeSchema), next: z.null() });
/** Pages that residents open, elsewhere than here. */
export const publicAddressesSchema = z.object({ receipt: z.string() });
export type PublicAddresses = z.infer<typeof publicAddressesSchema>;
export type NoticeView = z.infer<typeof noticeSchema>;

export const placeEndpoints = {
  areas: endpoint({
    method: 'GET',
    path: '/api/areas',
    tag: 'places',
    summary: { zh: '地区列表', en: 'The areas' },
    answer: areaListSchema,
  }),
  units: endpoint({
    method: 'GET',
    path: '/api/areas/:areaId/units',
    tag: 'places',
    summary: { zh: '某地区的单位和社区', en: 'The units of an area and their communities' },
    answer: unitListSchema,
  }),
  publicNotices: endpoint({
    method: 'GET',
    path: '/api/public/notices',
    tag: 'public',
    summary: { zh: '正在公示的名单', en: 'Public notices that are running now' },
    answer: noticeListSchema,
  }),
  publicAddresses: endpoint({
    method: 'GET',
    path: '/api/public/addresses',
    tag: 'public',
    summary: { zh: '居民页面的网址', en: 'Where residents check their receipts' },
    answer: publicAddressesSchema,
  }),
} as const;
