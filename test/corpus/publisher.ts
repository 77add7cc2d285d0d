import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A publisher on loopback that behaves as badly as its handlers say, and writes down what it was asked. */
export interface Publisher {
  readonly url: string;
  /** `GET /path`, in order of arrival, with the headers and the moment. */
  readonly asked: { path: string; headers: IncomingMessage['headers']; atMs: number }[];
  /** Most requests that were open at the same time. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

/** A server that answers each path by its handler; `count` tells how often that path was asked before. */
export async function publisher(handlers: Readonly<Record<string, Handler>>): Promise<Publisher> {
  const asked: Publisher['asked'] = [];
  const counts = new Map<string, number>();
  let open = 0;
  let most = 0;
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, atMs: Date.now() });
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    response.on('error', () => undefined);
    const count = counts.get(path) ?? 0;
    counts.set(path, count + 1);
    const handler = handlers[path];
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response, count);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A small law as a page, whole down to its last tag. */
export const LAW = `<!doctype html><html><body><h1>Data Export Act</h1>
<p>Article&nbsp;1</p><p>This Act governs exports of personal records.</p>
<p>Article <b>9</b></p><p>It enters into force in spring.</p></body></html>`;

/** Answers 200 with the text. */
export const page =
  (text: string, headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text);
  };
