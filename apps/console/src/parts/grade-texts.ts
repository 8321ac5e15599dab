import { texts } from '../i18n/texts.js';

export type KnownGrade = 'excellent' | 'competent' | 'basically_competent' | 'incompetent';
export const gradeTexts = texts<KnownGrade>(
  'grades',
  { excellent: '优秀', competent: '合格', basically_competent: '基本合格', incompetent: '不合格' },
  {
    excellent: 'Excellent',
    competent: 'Competent',
    basically_competent: 'Basically competent',
    incompetent: 'Incompetent',
  },
);
export const outcomeTexts = texts(
  'outcomes',
  {
    comment_only: '只写评语，不定等次',
    ungraded: '不确定等次',
    held: '暂缓定等次',
    undecided: '待人确定',
  },
  {
    comment_only: 'Comment only',
    ungraded: 'Not graded',
    held: 'Held',
    undecided: 'For people to decide',
  },
);
