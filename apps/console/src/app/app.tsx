import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import enUS from 'antd/locale/en_US';
import type { ReactNode } from 'react';
import { queryClient } from '../api/query-client.js';
import { useLanguage } from '../i18n/language.js';
import { useAppearance } from '../theme/appearance.js';
import { antdThemeOf } from '../theme/theme.js';

const LOCALES = { zh: zhCN, en: enUS } as const;

/** What every screen stands in: the queries, and antd in our colours and the reader's language. */
export function App({ children }: { readonly children: ReactNode }): ReactNode {
  const language = useLanguage();
  const { dark } = useAppearance();
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        locale={LOCALES[language]}
        theme={antdThemeOf(dark)}
        button={{ autoInsertSpace: false }}
      >
        <AntdApp component={false}>{children}</AntdApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
