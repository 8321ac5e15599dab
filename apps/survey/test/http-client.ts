import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Posts a form as a browser does, unless `headers` say otherwise. */
  post(path: string, form: string, headers?: Record<string, string>): Promise<Answer>;
  send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Buffer,
  ): Promise<Answer>;
};

/** Plain HTTP without a browser's kindness: paths and headers go out as they are, redirects are not followed. */
export function httpClient(origin: string): Client {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: false });
  const send: Client['send'] = (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const sent = request({ hostname, port, method, path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    send,
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, form, headers = { 'content-type': 'application/x-www-form-urlencoded' }) =>
      send('POST', path, headers, form),
  };
}
