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
body:has(> .questionnaire) { max-width: 60rem; }
.questionnaire p, .questionnaire ol, .questionnaire ul { margin: 0.35rem 0; }
.questionnaire section { margin: 1rem 0; padding: 0.75rem 1.1rem; border: 1px solid #8885; border-radius: 0.6rem; }
.questionnaire dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 1rem 0; }
.questionnaire dl > :last-child { flex-basis: 100%; }
.questionnaire dt { font-size: 0.85rem; opacity: 0.75; }
.questionnaire dd { margin: 0; overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.pair > div { min-width: 0; overflow-wrap: anywhere; }
.asked { font-weight: 600; }
.second { opacity: 0.75; font-weight: 400; font-size: 0.92em; }
.tag { font-size: 0.85rem; opacity: 0.75; }
.note { border-left: 4px solid light-dark(#0b5cad, #7db8ff); padding-left: 0.9rem; }
.questionnaire .hints { list-style: none; margin: 0.75rem 0 0.25rem; padding: 0.5rem 0.9rem; border-radius: 0.4rem; background: light-dark(#fff3d6, #4a3a10); }
.hints li + li { margin-top: 0.4rem; }
.hints code { opacity: 0.75; font-size: 0.75em; }
@media (max-width: 40rem) {
  .pair { grid-template-columns: 1fr; }
  .pair > [lang='en'] { border-top: 1px dashed #8885; margin-top: 0.5rem; padding-top: 0.25rem; }
}
`;
