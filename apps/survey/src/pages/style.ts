import { createHash } from 'node:crypto';

/**
 * The one style sheet, inline in every page. Written for phones ten years old: no variables, no grid, no
 * flex gaps. Sizes in rem and em, so that larger system type enlarges everything; breakpoints in em, so that
 * at 400 % zoom the phone layout is what one sees.
 */
export const STYLE = [
  '*,*::before{box-sizing:border-box}',
  'html{-webkit-text-size-adjust:100%;text-size-adjust:100%}',
  'body{margin:0;background:#eef2f0;color:#17201c;font:1.25rem/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:break-word;word-wrap:break-word}',
  '.page{max-width:48rem;margin:0 auto;padding:0 1rem 2rem}',
  '.top{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;padding:.5rem 0}',
  '.top p{margin:.25rem 1rem .25rem 0;color:#3d4a44;font-size:1.05rem}',
  'h1{margin:.5rem 0 .75rem;font-size:1.7rem;line-height:1.35}',
  'h2{margin:0 0 .25rem;font-size:1.25rem;line-height:1.45}',
  'p{margin:0 0 .75rem}',
  '.hint,.post{color:#3d4a44;font-size:1.05rem}',
  '.post{font-weight:400;margin-left:.5em}',
  '.card{margin:0 0 1rem;padding:1rem .75rem;background:#fff;border:1px solid #c3cec8;border-radius:.6rem}',
  'fieldset{min-width:0;margin:0;padding:0;border:0}',
  '.person{padding-top:1rem;margin-top:1rem;border-top:1px solid #c3cec8}',
  'legend,.question{display:block;width:100%;padding:0 0 .5rem;margin:0;font-size:1.25rem;font-weight:600;line-height:1.45}',
  '.must{color:#a3231b;font-size:1.05rem;font-weight:400;white-space:nowrap}',
  '.scale{display:flex;flex-wrap:wrap;margin:-.2rem}',
  '.scale label{position:relative;display:block;width:50%;padding:.2rem;font-size:1.15rem;line-height:1.3}',
  '.scale input{position:absolute;top:0;left:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}',
  '.scale span{display:block;height:100%;min-height:4.2rem;padding:.5rem .15rem;background:#fff;border:2px solid #5f6d66;border-radius:.5rem;text-align:center}',
  '.scale span::before{content:"";display:block;width:1.4em;height:1.4em;margin:0 auto .3rem;background:#fff;border:2px solid #5f6d66;border-radius:50%}',
  '.scale input:checked+span{background:#d9efe5;border-color:#0b5c3f;box-shadow:inset 0 0 0 2px #0b5c3f;font-weight:600}',
  '.scale input:checked+span::before{border:.42em solid #0b5c3f}',
  '.scale input:focus+span{outline:3px solid #0b57d0;outline-offset:2px}',
  'textarea{display:block;width:100%;min-height:7rem;padding:.6rem;border:2px solid #5f6d66;border-radius:.5rem;background:#fff;color:inherit;font:inherit}',
  'button{font:inherit;color:inherit;cursor:pointer}',
  '.go{display:block;width:100%;min-height:3.5rem;padding:.6rem 1rem;background:#0b5c3f;border:2px solid #0b5c3f;border-radius:.6rem;color:#fff;font-size:1.4rem;font-weight:600}',
  '.switch{display:inline-block;min-width:5rem;min-height:2.6rem;padding:.3rem .9rem;background:#fff;border:2px solid #5f6d66;border-radius:1.4rem;color:#17201c;font-size:1.1rem;line-height:1.6;text-align:center;text-decoration:none}',
  'a{color:#0b4f9e}',
  'a:focus,button:focus,textarea:focus,.errors:focus{outline:3px solid #0b57d0;outline-offset:2px}',
  '.errors{margin:0 0 1rem;padding:1rem .75rem;background:#fff;border:3px solid #a3231b;border-radius:.6rem}',
  '.errors ul{margin:.5rem 0 0;padding:0;list-style:none}',
  '.errors a{display:inline-block;padding:.3rem 0;color:#a3231b}',
  '.error{margin:0 0 .5rem;color:#a3231b;font-weight:600}',
  '.card.wrong{border-left:6px solid #a3231b}',
  '.person.wrong{padding-left:.75rem;border-left:6px solid #a3231b}',
  '.first{position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip:rect(0 0 0 0)}',
  '.once{margin:.75rem 0 0;text-align:center}',
  '.notice{padding:1.5rem 1rem}',
  '.code{margin:1.25rem 0 0}',
  '@media (min-width:22em){:lang(zh) .scale label{width:33.33%}}',
  '@media (min-width:44em){.card{padding:1.25rem}.scale label,:lang(zh) .scale label{width:20%}.of-6 label{width:33.33%}:lang(zh) .of-6 label{width:16.66%}.scale span{min-height:5rem}}',
].join('\n');

/** What the content security policy lets in: this sheet and nothing else. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
