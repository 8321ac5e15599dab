import { COMMENT_FIELD, communityField, defaultQuestionnaire, personField } from '@kaoji/domain';
import { diceOf } from '@kaoji/domain/testing';
import type { BulkLink } from './issue-in-bulk.js';
import type { OpenCampaign } from './open-campaigns.js';

/** What a phone sends besides the form itself. */
const HEADERS = [
  'Host: survey.example',
  'User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36',
  'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Language: zh-CN,zh;q=0.9',
  'Accept-Encoding: gzip, deflate',
  'Connection: keep-alive',
].join('\r\n');
const VARIANTS = 32;
const COMMENTS = [
  '',
  '',
  '演示：楼道的灯修好了，谢谢',
  '演示：希望活动室周末也开门。垃圾分类点旁边的路灯还是暗，晚上老人走不方便',
];

/** Whole HTTP requests that answer the questionnaire of a link, as a phone sends them. */
export type AnswerForms = { requestOf(link: Pick<BulkLink, 'token' | 'campaign'>, more?: string): Buffer };

/** Every question answered; answers differ from request to request, the same for the same seed. */
export function answerForms(seed: number): AnswerForms {
  const dice = diceOf(seed);
  const kept = new Map<OpenCampaign, readonly string[]>();
  let turn = 0;
  const formOf = ({ appraisalIds }: OpenCampaign): string => {
    const asked = [
      ...defaultQuestionnaire.community.map(({ id }) => communityField(id)),
      ...appraisalIds.map((id) => personField(id, 'rating')),
    ];
    const fields = asked.map((field): [string, string] => [field, String(1 + dice.below(5))]);
    const comment = COMMENTS[dice.below(COMMENTS.length)] ?? '';
    const form = new URLSearchParams([['t', '1790000000'], ...fields, [COMMENT_FIELD, comment]]).toString();
    return `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`;
  };
  return {
    requestOf({ token, campaign }, more = '') {
      const forms = kept.get(campaign) ?? Array.from({ length: VARIANTS }, () => formOf(campaign));
      kept.set(campaign, forms);
      turn += 1;
      const form = forms[turn % VARIANTS] ?? '';
      return Buffer.from(`POST /s/${token}?lang=zh HTTP/1.1\r\n${HEADERS}\r\n${more}${form}`, 'latin1');
    },
  };
}

/** A whole HTTP request for the page of a link. */
export function pageRequest(token: string): Buffer {
  return Buffer.from(`GET /s/${token}?lang=zh HTTP/1.1\r\n${HEADERS}\r\n\r\n`, 'latin1');
}
