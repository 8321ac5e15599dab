import { theme as antdTheme, type ThemeConfig } from 'antd';

/** Colours that reach 4.5 : 1 on what lies beneath them; antd's own blue and greys do not. */
const LIGHT = {
  colorPrimary: '#0b5cad',
  colorInfo: '#0b5cad',
  colorLink: '#0b5cad',
  colorError: '#b3261e',
  colorSuccess: '#1b6e3c',
  colorWarning: '#8a5300',
  colorTextSecondary: '#4a4f57',
  colorTextTertiary: '#5b616b',
  colorTextPlaceholder: '#666c76',
  colorTextDescription: '#4a4f57',
  // As the marks of base.css; what antd derives from colours this dark is mud.
  colorInfoBg: '#e6f0fa',
  colorSuccessBg: '#e6f4ea',
  colorWarningBg: '#fff4df',
  colorErrorBg: '#fdecea',
} as const;
const DARK = {
  colorPrimary: '#2f7fd6',
  colorInfo: '#7db8f5',
  colorLink: '#8cc2fa',
  colorError: '#ff8a80',
  colorSuccess: '#81d69c',
  colorWarning: '#f2c46d',
  colorTextSecondary: '#c4c9d1',
  colorTextTertiary: '#aab0ba',
  colorTextPlaceholder: '#a0a7b2',
  colorTextDescription: '#c4c9d1',
  colorInfoBg: '#16283b',
  colorSuccessBg: '#14301f',
  colorWarningBg: '#35280f',
  colorErrorBg: '#3b1a18',
  colorBgBase: '#14171c',
} as const;

const SHARED = {
  borderRadius: 6,
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
} as const;

/** antd in our colours. */
export function antdThemeOf(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: { ...SHARED, ...(dark ? DARK : LIGHT) },
    // The shade antd derives for a button under the pointer is too faint.
    components: { Button: { defaultHoverColor: dark ? DARK.colorLink : LIGHT.colorLink } },
  };
}
