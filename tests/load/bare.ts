import { createServer } from 'node:http';
import pg from 'pg';

/** What the bench compares with: the same work with nothing around it. No session, no rule, no audit, no job. */

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const page = Buffer.from(process.env['PAGE'] ?? '', 'base64');
const escape = (text: string) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]!);

const list = `select i.id, i.title, left(i.description, 231) as excerpt, s.support_count, l.name from idea i join idea_stats s on s.idea_id = i.id
  left join locality l on l.code = i.locality_code where i.state = 'publicada' order by i.published_at desc, i.id desc limit 20`;
const support = `with w as (insert into support (idea_id, person_id, created_at) values ($1, $2, now()) on conflict do nothing returning idea_id)
  update idea_stats set support_count = support_count + 1 where idea_id in (select idea_id from w)`;

createServer(async (req, res) => {
  const url = new URL(req.url!, 'http://x');
  if (url.pathname === '/bytes') return void res.writeHead(200, { 'Content-Length': page.length }).end(page);
  if (req.method === 'POST') {
    await pool.query({ name: 's', text: support, values: [url.searchParams.get('i'), url.searchParams.get('p')] });
    return void res.writeHead(303, { Location: '/', 'Content-Length': 0 }).end();
  }
  const { rows } = await pool.query({ name: 'l', text: list });
  const html = `<!doctype html><ul>${rows.map((row) => `<li><a href="/ideas/${row.id}">${escape(row.title)}</a><p>${escape(row.excerpt)}</p>${row.name ?? ''} ${row.support_count}</li>`).join('')}</ul>`;
  res.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': Buffer.byteLength(html) }).end(html);
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.({ ready: true }));
