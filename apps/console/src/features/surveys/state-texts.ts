import type { CampaignState, Channel, Stratum } from '../../api/surveys.js';
import { texts } from '../../i18n/texts.js';

export const stateTexts = texts<CampaignState>(
  'survey-states',
  {
    planned: '等保管人领钥匙',
    open: '居民作答中',
    extended: '已延期，继续作答',
    sealed: '已封箱，等开箱',
    counted: '已计票，等确认',
    closed_valid: '结果已确认',
    closed_to_panel: '由考察组代替',
  },
  {
    planned: 'Waits for key holders',
    open: 'Residents answer',
    extended: 'Extended, residents answer',
    sealed: 'Sealed, waits to be opened',
    counted: 'Counted, waits for a person',
    closed_valid: 'Result confirmed',
    closed_to_panel: 'The panel stands in',
  },
);

/** What happens next, and who makes it happen. */
export const nextTexts = texts<CampaignState>(
  'survey-next',
  {
    planned: '两名保管人领取票箱钥匙后自动开始。名单和问卷可以先准备好。',
    open: '到期后：样本有效就封箱，不足就延期。未作答的居民会收到提醒，系统不告诉任何人谁没有作答。',
    extended: '样本在第一期内不足，正在延期。再次到期仍不足的，不出满意率，由考察组评价代替。',
    sealed: '不能再作答。两名保管人先后输入口令才能开箱；没有期限会自动开箱。',
    counted: '票已计完。由没有被测评的人事专员核对后确认；确认后票箱内容销毁。',
    closed_valid:
      '结果已生效并进入被测评人的考核依据。密文、钥匙份额和居民名单已销毁，公布的根保留，凭回执仍可核对。',
    closed_to_panel: '样本不足或票箱打不开，没有满意率；该部分由考察组评价代替。',
  },
  {
    planned:
      'It begins by itself once two holders have taken keys. Lists and questions can be prepared before.',
    open: 'At its end it is sealed if the sample is valid, and extended if not. Residents who have not answered are reminded; nobody learns who they are.',
    extended:
      'The sample was not valid in time, so more time was given. If it is not valid then either, there is no rate: the panel’s marks stand in.',
    sealed:
      'Nobody can answer any more. Two holders open it, one after the other, each with a passphrase; no date ever opens it.',
    counted:
      'The ballots are counted. An HR officer who was not rated here checks and confirms; what the box held is then destroyed.',
    closed_valid:
      'The result stands and is part of the evidence of those rated. Ciphertexts, key shares and lists are destroyed; the published root stays, so receipts can still be checked.',
    closed_to_panel:
      'The sample was not valid, or the box could not be opened: there is no rate. The panel’s marks stand in.',
  },
);

export const stratumTexts = texts<Stratum>(
  'survey-strata',
  { ordinary: '普通居民', representative: '居民代表', service_object: '服务对象' },
  { ordinary: 'Ordinary residents', representative: 'Representatives', service_object: 'Service objects' },
);

export const channelTexts = texts<Channel>(
  'survey-channels',
  {
    sms: '短信',
    wechat: '微信',
    email: '电子邮件',
    slip: '二维码纸条',
    handed: '当面给的链接',
    assisted: '入户代填',
  },
  {
    sms: 'SMS',
    wechat: 'WeChat',
    email: 'E-mail',
    slip: 'Printed slips',
    handed: 'Links handed over',
    assisted: 'Filled in at a visit',
  },
);
