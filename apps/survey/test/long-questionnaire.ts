import type { Questionnaire } from '@kaoji/domain';
import { defaultQuestionnaire } from '@kaoji/domain';

const [overall] = defaultQuestionnaire.community;
const [rating] = defaultQuestionnaire.appraisee;
if (overall === undefined || rating === undefined) throw new Error('The default questionnaire asks nothing.');

/** Every kind of question, on three screens: community twice, then people and the comment. */
export const LONG: Questionnaire = {
  ...defaultQuestionnaire,
  id: 'demo-long',
  community: [
    overall,
    {
      id: 'visits',
      kind: 'single',
      title: { zh: '您多久去一次社区？', en: 'How often do you go to the community office?' },
      options: [
        { id: 'often', title: { zh: '经常去', en: 'Often' } },
        { id: 'seldom', title: { zh: '有事才去', en: 'Only when I need something' } },
        { id: 'never', title: { zh: '没去过', en: 'Never' } },
      ],
      required: false,
    },
    {
      ...overall,
      id: 'manner',
      title: { zh: '待人的态度，您满意吗？', en: 'And with the manner?' },
      required: false,
    },
    {
      id: 'topics',
      kind: 'multiple',
      title: { zh: '社区最该先办哪些事？', en: 'What should the community do first?' },
      hint: { zh: '按您自己的想法选。', en: 'Choose as you see it.' },
      options: [
        { id: 'a', title: { zh: '楼道', en: 'Stairwells' } },
        { id: 'b', title: { zh: '停车', en: 'Parking' } },
        { id: 'c', title: { zh: '老人吃饭', en: 'Meals for old people' } },
      ],
      required: false,
      atMost: 2,
    },
  ],
  appraisee: [
    rating,
    {
      ...overall,
      id: 'known',
      title: { zh: '找得到人吗？', en: 'Can you reach this person?' },
      required: false,
    },
  ],
  questionsPerScreen: 3,
};
