import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';

/**
 * What the bench compares with: the same list out of the same statements, and the same support,
 * with nothing around them. No session, no rule, no audit, no job, no framework, no accessibility,
 * one language.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const page = Buffer.from(process.env['PAGE'] ?? '', 'base64');
const escape = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
const ask = async (name: string, text: string) => (await pool.query({ name, text })).rows;

const list = `
  select i.id, i.number, i.commitment_id, c.slug, c.number as commitment_number, c.short_title_es,
    c.short_title_en, i.title, left(i.description, 231) as excerpt, i.lang, i.locality_code,
    l.name as locality, case when p.is_adult then p.name end as author, i.origin, i.state, i.step,
    s.support_count, i.prior_supports, s.comment_count, i.published_at, i.edited_at
  from idea i
    join commitment c on c.id = i.commitment_id
    join plan on plan.id = c.plan_id and plan.state = 'active'
    join idea_stats s on s.idea_id = i.id
    left join locality l on l.code = i.locality_code
    left join person p on p.id = i.author_id
  where i.state = 'publicada'
  order by i.published_at desc, i.id desc
  limit 21
`;
const count = `
  select count(*)::int as n
  from idea i
  where i.state = 'publicada'
    and exists (
      select
      from commitment c
        join plan on plan.id = c.plan_id
      where c.id = i.commitment_id and plan.state = 'active'
    )
`;
const mine = `select idea_id from support where person_id = $1 and idea_id = any($2::uuid[])`;
const support = `
  with w as (
    insert into support (idea_id, person_id, created_at)
    values ($1, $2, now())
    on conflict do nothing
    returning idea_id
  )
  update idea_stats
  set support_count = support_count + 1
  where idea_id in (select idea_id from w)
`;
const date = new Intl.DateTimeFormat('es-CO', { day: 'numeric', month: 'long', year: 'numeric' });
const road =
  '<svg viewBox="0 0 88 8">' +
  Array.from({ length: 7 }, (_, n) => `<rect x="${n * 12.8}" width="10.4" height="8"/>`).join('') +
  '</svg>';

/** One idea as the list shows it, in as much markup. */
function cardOf(i: pg.QueryResultRow, isMine: boolean): string {
  return [
    `<li><article><span>${i.step}</span><span>${escape(i.short_title_es)}</span>`,
    `<h3><a href="/ideas/${i.id}">${escape(i.title)}</a></h3><p>${escape(i.excerpt)}</p><ul>`,
    `<li>${i.locality ?? ''}<li>${escape(i.author ?? '')}, ${date.format(i.published_at)}`,
    `<li>${i.comment_count}<li>${road}</ul></article><div><b>${i.support_count}</b>`,
    `<form action="/ideas/${i.id}/apoyo" method="post">`,
    `<button name="accion" value="${isMine ? 'retirar' : 'apoyar'}">${escape(i.title)}</button>`,
    '</form></div>',
  ].join('');
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url!, 'http://x');
  if (url.pathname === '/bytes')
    return void res.writeHead(200, { 'Content-Length': page.length }).end(page);
  if (req.method === 'POST') {
    await pool.query({
      name: 's',
      text: support,
      values: [url.searchParams.get('i'), url.searchParams.get('p')],
    });
    return void res.writeHead(303, { Location: '/', 'Content-Length': 0 }).end();
  }
  const [ideas, [total], commitments, localities] = await Promise.all([
    ask('l', list),
    ask('n', count),
    ask('c', 'select slug, number, short_title_es from commitment order by number'),
    ask('o', 'select code, name from locality order by code'),
  ]);
  const own = await pool.query({
    name: 'm',
    text: mine,
    values: [url.searchParams.get('p'), ideas.map((idea) => idea.id)],
  });
  const supported = new Set(own.rows.map((row) => row.idea_id));
  const html = [
    `<!doctype html><title>Ideas</title><h1>${total.n} ideas</h1><form><select>`,
    ...commitments.map((c) => `<option value="${c.slug}">${c.number}. ${escape(c.short_title_es)}`),
    '</select><select>',
    ...localities.map((l) => `<option value="${l.code}">${escape(l.name)}`),
    '</select></form><ul>',
    ...ideas.map((i) => cardOf(i, supported.has(i.id))),
    '</ul>',
  ].join('');
  res
    .writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': Buffer.byteLength(html) })
    .end(html);
}

createServer((req, res) => void answer(req, res)).listen(
  Number(process.env['PORT']),
  '127.0.0.1',
  () => process.send?.({ ready: true }),
);
