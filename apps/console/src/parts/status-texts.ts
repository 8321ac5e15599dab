import type { MyAppraisal } from '../api/results.js';
import { texts } from '../i18n/texts.js';

/** Where an appraisal stands, in words. */
export const statusTexts = texts<MyAppraisal['status']>(
  'appraisal-status',
  {
    planned: '尚未开始',
    open: '评价中',
    sealed: '材料已封存，等待审定',
    graded: '已定等次',
    held: '暂缓定等次',
    contested: '复核中',
    awaiting_confirmation: '等待确认处理事项',
    recorded: '已归档',
    left: '已离岗',
  },
  {
    planned: 'Not begun',
    open: 'Being assessed',
    sealed: 'Evidence sealed, to be decided',
    graded: 'Graded',
    held: 'Held',
    contested: 'Under review',
    awaiting_confirmation: 'Consequences to be confirmed',
    recorded: 'Recorded',
    left: 'Left',
  },
);
