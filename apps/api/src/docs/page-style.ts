/** Where the pages of the staff service find their style. */
export const PAGE_STYLE_PATH = '/api/docs/assets/page.css';

/** Readable text on a phone and on a desk, light or dark as the reader's system is. */
export const PAGE_STYLE = `:root { color-scheme: light dark; }
body {
  max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem;
  font: 1.0625rem/1.75 system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
}
h1 { font-size: 1.5rem; line-height: 1.3; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; line-height: 1.4; margin-top: 2.25rem; border-top: 1px solid #8885; padding-top: 1.25rem; }
code { padding: 0.1em 0.4em; border-radius: 0.3em; background: #8882; font-size: 0.92em; }
a { color: light-dark(#0b5cad, #7db8ff); }
`;
