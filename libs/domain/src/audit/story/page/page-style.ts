/** The look of the page: one column, narrow screens and paper too. No script, nothing from outside. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1f2933;--grey:#52606d;--line:#d9e2ec;--paper:#fff;--soft:#f5f7fa;--mark:#0b5cad;--warn:#9b1c1c}
@media (prefers-color-scheme:dark){:root{--ink:#e4e7eb;--grey:#a9b4c0;--line:#3e4c59;--paper:#16191d;--soft:#20252b;--mark:#7cb7f5;--warn:#f29b9b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:54rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
.id,.code{font:.86em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.quiet{color:var(--grey)}
.tag{display:inline-block;padding:0 .5em;border:1px solid var(--line);border-radius:.25em;background:var(--soft);font-size:.82em;white-space:nowrap}
.bad{color:var(--warn);font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.92em}
th,td{text-align:left;vertical-align:top;padding:.35em .6em .35em 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--grey)}
.wide{overflow-x:auto}
ol{list-style:none;margin:0;padding:0}
ol>li{border-left:3px solid var(--line);padding:0 0 1.1rem 1rem;margin:0;break-inside:avoid}
ol>li.number{border-left-color:var(--mark)}
.head{display:flex;flex-wrap:wrap;gap:.15rem .6rem;align-items:baseline;font-size:.86em;color:var(--grey)}
.head .no{font-weight:600;color:var(--ink)}
.what{font-weight:600;margin:.1rem 0 .2rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .8rem;margin:0;font-size:.92em}
dt{color:var(--grey)}
dt{grid-column:1}
dd{grid-column:2;margin:0;overflow-wrap:anywhere}
dd.changed{font-weight:600;color:var(--mark)}
td.only{color:var(--grey)}
@media print{:root{--paper:#fff;--ink:#000;--grey:#444;--soft:#fff;--mark:#000;--line:#bbb}main{max-width:none;padding:0}}
`.trim();
