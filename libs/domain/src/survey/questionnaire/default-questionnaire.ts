import type { Questionnaire } from './questionnaire.js';

const SATISFACTION = [
  { zh: '很不满意', en: 'Very dissatisfied' },
  { zh: '不满意', en: 'Dissatisfied' },
  { zh: '一般', en: 'Neutral' },
  { zh: '满意', en: 'Satisfied' },
  { zh: '很满意', en: 'Very satisfied' },
];

/**
 * What is asked unless a place adopted its own: questionnaires/cn-community-service-2024.yaml as a value, for
 * code that cannot read files. Sources are in that file, which is the one to edit; a test holds the two together.
 */
export const defaultQuestionnaire: Questionnaire = {
  id: 'cn-community-service-2024',
  version: '1',
  title: { zh: '社区服务满意度调查', en: 'Survey on community services' },
  intro: {
    zh: '请按您这一年的感受来选。不清楚的题可以不选。',
    en: 'Please answer from what you saw this year. Leave out what you cannot tell.',
  },
  community: [
    {
      id: 'overall',
      kind: 'scale',
      title: {
        zh: '总的来说，您对社区的服务满意吗？',
        en: 'Overall, how satisfied are you with the services of your community?',
      },
      labels: SATISFACTION,
      required: true,
    },
    {
      id: 'manner',
      kind: 'scale',
      title: {
        zh: '工作人员待人的态度，您满意吗？',
        en: 'How satisfied are you with the way the staff treat people?',
      },
      labels: SATISFACTION,
      required: false,
    },
    {
      id: 'problems',
      kind: 'scale',
      title: {
        zh: '居民有难处时，社区给的帮助您满意吗？',
        en: 'How satisfied are you with the help people get when they have a problem?',
      },
      labels: SATISFACTION,
      required: false,
    },
    {
      id: 'emergencies',
      kind: 'scale',
      title: {
        zh: '碰到停水、大雪这类急事，社区的应对您满意吗？',
        en: 'How satisfied are you with how urgent trouble is handled, such as a water cut or heavy snow?',
      },
      labels: SATISFACTION,
      required: false,
    },
    {
      id: 'openness',
      kind: 'scale',
      title: {
        zh: '社区的事向居民公开的情况，您满意吗？',
        en: 'How satisfied are you with how openly the community reports to residents?',
      },
      labels: SATISFACTION,
      required: false,
    },
  ],
  appraisee: [
    {
      id: 'rating',
      kind: 'scale',
      title: {
        zh: '您对这位社区工作者满意吗？',
        en: 'How satisfied are you with this community worker?',
      },
      labels: SATISFACTION,
      required: true,
      satisfaction: true,
    },
  ],
  comment: {
    title: { zh: '还有什么想说的？', en: 'Is there anything else you would like to say?' },
    hint: {
      zh: '可以不写。请不要写姓名、电话和门牌号。',
      en: 'Optional. Please leave out names, phone numbers and house numbers.',
    },
    maxLength: 300,
  },
};
