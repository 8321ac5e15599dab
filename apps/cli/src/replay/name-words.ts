import type { LocalText } from '@kaoji/domain';

/** What messages and steps of delivery and contest are called by people; others go by their own name. */
const NAME_WORDS: Readonly<Record<string, LocalText>> = {
  grade: { zh: '结果送达', en: 'the result was delivered' },
  contest: { zh: '申请复核', en: 'contested' },
  contestDecided: { zh: '复核、申诉办结', en: 'the contest ended' },
  openHearing: { zh: '确定办理人员（未参与原考核）', en: 'those without a part were named' },
  remindContest: { zh: '催办或报上一级', en: 'reminded, or told a superior' },
  endContest: { zh: '解除冻结，恢复执行', en: 'what was frozen goes on' },
  outcome: { zh: '作出决定', en: 'decided' },
  outcomeDelivered: { zh: '决定送达', en: 'the outcome was delivered' },
  appeal: { zh: '提出申诉', en: 'appealed' },
  withdraw: { zh: '撤回申请', en: 'taken back' },
  remindDelivery: { zh: '催办送达', en: 'reminded of what is undelivered' },
};

/** The name with its words, where people have words for it. */
export function nameWords(name: string): LocalText {
  const words = NAME_WORDS[name];
  return words === undefined
    ? { zh: name, en: name }
    : { zh: `${name}（${words.zh}）`, en: `${name} (${words.en})` };
}
