import { texts } from '../../i18n/texts.js';

export const endTexts = texts(
  'survey-end',
  {
    close: '提前结束',
    closeNow: '提前结束测评',
    'effect.seals':
      '{{community}}的样本已有效：现在结束将封箱，还没有作答的居民不能再作答，票箱的根随即公布，等两名保管人开箱。此操作不能撤销。',
    'effect.extends':
      '{{community}}的样本还不够：现在结束不会产生结果，只会从现在起延期 {{days}} 个工作日，居民可以继续作答。',
    'effect.second': '同时启用补充渠道：{{channel}}。',
    'effect.to_panel':
      '{{community}}的样本仍不够，也不能再延期：现在结束就没有满意率，由考察组评价代替，已收到的答卷作废销毁。此操作不能撤销。',
    confirmClose: '确认提前结束',
    cancel: '取消',
    closed: '已告知流程结束，进展片刻后更新。',
    panel: '移交考察组',
    'panel.sealed':
      '只在票箱确实打不开时使用（如忘记口令的保管人太多）。{{community}}将没有满意率，由考察组评价代替；票箱内容销毁，不能撤销。',
    'panel.counted':
      '{{community}}的有效票不足，计票不能成立。移交后没有满意率，由考察组评价代替；票箱内容销毁，不能撤销。',
    give: '移交考察组…',
    reason: '理由（记录在案）',
    reasonMissing: '请写明理由',
    confirmPanel: '确认移交',
    given: '已移交考察组。',
  },
  {
    close: 'End it early',
    closeNow: 'End this survey now',
    'effect.seals':
      'The sample of {{community}} is valid: ending now seals the box. Residents who have not answered can no longer do so; the root of the box is published and two holders are asked to open it. This cannot be undone.',
    'effect.extends':
      'The sample of {{community}} is not valid yet: ending now gives no result. It only extends the survey by {{days}} working days from now; residents can go on answering.',
    'effect.second': 'It also opens the second channel: {{channel}}.',
    'effect.to_panel':
      'The sample of {{community}} is still not valid and cannot be extended again: ending now means no rate. The panel’s marks stand in, and what was answered is destroyed uncounted. This cannot be undone.',
    confirmClose: 'End it now',
    cancel: 'Cancel',
    closed: 'The flow was told; the state follows in a moment.',
    panel: 'Give it to the panel',
    'panel.sealed':
      'Only where the box truly cannot be opened, as when too many holders forgot their passphrase. {{community}} will have no rate; the panel’s marks stand in. What the box holds is destroyed; this cannot be undone.',
    'panel.counted':
      'Too few ballots of {{community}} turned out valid, so the count cannot stand. There will be no rate; the panel’s marks stand in. What the box holds is destroyed; this cannot be undone.',
    give: 'Give it to the panel…',
    reason: 'Reason (kept on record)',
    reasonMissing: 'Write down the reason',
    confirmPanel: 'Give it to the panel',
    given: 'It was given to the panel.',
  },
);
