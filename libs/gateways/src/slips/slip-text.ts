import { civilDateOf } from '@kaoji/domain';

/** What stands on a slip beside its code: Chinese to be read at arm's length, English below it. */
export function slipText(year: number, closesAt: number | null) {
  return {
    title: `${year}年度居民测评`,
    lines: ['手机扫码填写，约两三分钟', '匿名，不记姓名；仅限用一次', '请勿转让，请勿拍照外传'],
    closing: closesAt === null ? '请在收到后尽快填写' : `${chineseDay(closesAt)}24时前有效`,
    english: [
      `Residents' survey ${year}. Scan; two or three minutes.`,
      `Anonymous, once only.${closesAt === null ? '' : ` Until ${civilDateOf(closesAt, ZONE)}, 24:00.`}`,
    ],
    fallback: '扫不了码？在浏览器输入（区分大小写）/ or type, upper and lower case as shown:',
  };
}

const ZONE = 'Asia/Shanghai';

function chineseDay(at: number): string {
  const [year, month, day] = civilDateOf(at, ZONE).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
