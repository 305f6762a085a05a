/** Serves the built window with the make-believe book behind it, for looking at pages: `node test/serve.mjs 4556`. Never shipped. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFakeDoor } from './fake-door.mjs';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
// The policy of the desktop shell, so that what it forbids is seen here already.
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'";

export function serve(port, options) {
  const { carry } = makeFakeDoor(options);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.startsWith('/bridge/')) {
      let body = '';
      for await (const chunk of request) body += chunk;
      try {
        const answer = await carry(pathname.slice('/bridge/'.length), JSON.parse(body));
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? undefined : value)));
      } catch (error) {
        const refusal = error.refusal ?? { kind: 'bug', code: 'fake', details: { text: String(error.stack) } };
        response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify(refusal));
      }
      return;
    }
    const path = join(dist, normalize(pathname === '/' ? '/index.html' : pathname));
    try {
      const content = await readFile(path);
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(Number(process.argv[2] ?? 4556), { phase: process.argv[3], role: process.argv[4], isEmpty: process.argv[3] === 'start' });
