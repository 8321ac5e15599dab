import type { CycleItem } from '../../api/cycles.js';
import { texts } from '../../i18n/texts.js';
import type { Stage } from './stages.js';

export const cycleStateTexts = texts<CycleItem['state']>(
  'cycle-states',
  {
    draft: '方案起草中',
    consulted: '已征求意见',
    published: '方案已公布',
    open: '进行中',
    closed: '已结束',
  },
  {
    draft: 'Draft',
    consulted: 'Staff consulted',
    published: 'Plan published',
    open: 'Under way',
    closed: 'Closed',
  },
);

export const stageTexts = texts<Stage>(
  'cycle-stages',
  {
    planned: '未开始',
    collecting: '评价中',
    composed: '已汇总',
    deliberating: '审批中',
    notice: '公示中',
    notified: '已送达',
    finished: '已办结',
  },
  {
    planned: 'Not begun',
    collecting: 'Collecting',
    composed: 'Composed',
    deliberating: 'Approval',
    notice: 'Public notice',
    notified: 'Delivered',
    finished: 'Finished',
  },
);

/** What each stage waits for, and what ends it. */
export const stageHintTexts = texts<Stage>(
  'cycle-stage-hints',
  {
    planned: '考核启动后开始评价。',
    collecting: '等述职、评分和测评；到期自动结束，未交的按规则处理。',
    composed: '名单已按规则汇总，等测评结果确认后送审批。',
    deliberating: '名单在审批人手中，任何人不办都不算同意。',
    notice: '名单正在公示，期间可提异议。',
    notified: '结果已送达本人，复核期内可申请复核。',
    finished: '全部办结。',
  },
  {
    planned: 'Assessment begins when the cycle opens.',
    collecting: 'Waits for duty reports, marks and surveys; ends by itself on its date.',
    composed: 'The list is composed by the rules, and goes to approval once the survey counts are confirmed.',
    deliberating: 'The list is with its approvers; silence approves nothing.',
    notice: 'The list is on public notice; anybody may object meanwhile.',
    notified: 'Results are delivered; each person may ask for a review in time.',
    finished: 'All done.',
  },
);
