import type { Column } from '../roster/roster-columns.js';

/** The columns of a list of residents: nobody's name is asked for. */
export const RESIDENT_COLUMNS: readonly Column[] = [
  { id: 'ref', title: { zh: '居民编号', en: 'Reference' }, hint: 'A-0001（不要用姓名、电话、身份证号）' },
  {
    id: 'stratum',
    title: { zh: '类别', en: 'Stratum' },
    hint: 'ordinary 普通居民 | representative 居民代表 | service_object 服务对象',
  },
  { id: 'phone', title: { zh: '手机', en: 'Phone' }, hint: '13x… | +国家码' },
  { id: 'wechat', title: { zh: '微信openid', en: 'WeChat openid' } },
  { id: 'email', title: { zh: '电子邮箱', en: 'E-mail' } },
];
