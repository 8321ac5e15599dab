import { texts } from '../../i18n/texts.js';

type StepValue = 'true' | 'false' | 'none' | 'survey_near_line';
export const stepValueTexts = texts<StepValue>(
  'step-values',
  { true: '是', false: '否', none: '无', survey_near_line: '测评区间跨线' },
  { true: 'yes', false: 'no', none: 'none', survey_near_line: 'survey interval crosses the line' },
);
