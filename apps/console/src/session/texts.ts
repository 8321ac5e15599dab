import { texts } from '../i18n/texts.js';

export const sessionTexts = texts(
  'session',
  {
    username: '用户名',
    password: '密码',
    signIn: '登录',
    usernameMissing: '请填写用户名',
    passwordMissing: '请填写密码',
    endedTitle: '请重新登录',
    ended: '登录已失效。重新登录后，您正在填写的内容还在。',
  },
  {
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    usernameMissing: 'Enter your user name',
    passwordMissing: 'Enter your password',
    endedTitle: 'Sign in again',
    ended: 'Your session has ended. Sign in, and what you were writing is still here.',
  },
);
