import { texts } from '../../i18n/texts.js';

export const signInTexts = texts(
  'sign-in',
  {
    title: '登录考绩',
    purpose: '社区工作者年度考核',
    forgotten: '忘记密码或没有账号？请找本单位人事专员。',
    residents: '居民测评不用登录：请使用收到的链接或二维码。',
  },
  {
    title: 'Sign in to Kaoji',
    purpose: 'The annual appraisal of community workers',
    forgotten: 'No account, or a forgotten password? Ask the HR officer of your unit.',
    residents: 'Residents do not sign in: use the link or QR code you were given.',
  },
);
