import { htmlPage } from './html.js';

/** What is here, for whoever opens the address in a browser. */
export function landingPage(): string {
  return htmlPage(
    '考绩 Kaoji',
    `<h1>考绩 Kaoji</h1>
<p>社区工作者年度考核引擎：人员接口。</p>
<p lang="en">The appraisal engine for community workers: the service for staff.</p>
<ul>
<li><a href="/api/docs">接口文档 <span lang="en">API documentation</span></a></li>
<li><a href="/api/openapi.json">OpenAPI</a></li>
<li><a href="/api/public/notices">正在公示 <span lang="en">Public notices</span></a></li>
<li><a href="/ready">运行状态 <span lang="en">Readiness</span></a></li>
</ul>`,
  );
}
