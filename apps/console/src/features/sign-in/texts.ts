import { texts } from '../../i18n/texts.js';

export const signInTexts = texts(
  'sign-in',
  {
    title: '登录考绩',
    purpose: '社区工作者年度考核',
    providerTitle: '统一身份认证登录',
    providerWaits: '正在核对认证结果……',
    providerConfirmed: '已确认，请关闭这个窗口，回到原来的页面继续。',
    toSignIn: '返回登录页',
    forgotten: '忘记密码或没有账号？请找本单位人事专员。',
    residents: '居民测评不用登录：请使用收到的链接或二维码。',
  },
  {
    title: 'Sign in to Kaoji',
    purpose: 'The annual appraisal of community workers',
    providerTitle: 'Signing in with the identity provider',
    providerWaits: 'Checking what the provider answered …',
    providerConfirmed: 'Confirmed. Close this window and go on in the one before.',
    toSignIn: 'Back to the sign-in page',
    forgotten: 'No account, or a forgotten password? Ask the HR officer of your unit.',
    residents: 'Residents do not sign in: use the link or QR code you were given.',
  },
);
