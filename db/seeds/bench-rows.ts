import { sql, type RawBuilder } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Tx } from '#app/platform/db/db.server.ts';
import {
  actions,
  closings,
  firstNames,
  lastNames,
  openings,
  places,
  problems,
  proposals,
  things,
} from './content/bench-words.ts';

/** Rows of a bench, each kind in statements over the whole set. */

const list = (words: readonly string[]): RawBuilder<string> =>
  sql`pg_temp.pick(${sql.lit(`{${words.map((word) => `"${word}"`).join(',')}}`)}::text[])`;

/** A random word of a list, and an id of version 7 of a moment. */
export async function makeTools(tx: Tx): Promise<void> {
  await sql`
    create or replace function pg_temp.pick(words text[])
      returns text
      language sql
      volatile
      as $$
        select words[1 + floor(random() * cardinality(words))::int]
      $$
  `.execute(tx);
  await sql`
    create or replace function pg_temp.id_at(at timestamptz)
      returns uuid
      language sql
      volatile
      as $$
        select (
          lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
          || '7'
          || substr(r, 1, 3)
          || substr('89ab', 1 + floor(random() * 4)::int, 1)
          || substr(r, 4, 15)
        )::uuid
        from (select md5(random()::text || clock_timestamp()::text) as r) as drawn
      $$
  `.execute(tx);
}

export async function insertPeople(tx: Tx, count: number): Promise<void> {
  await sql`
    create temporary table bench_person
    on commit drop
    as
    select row_number() over () - 1 as n, made.*
    from (
      select pg_temp.id_at(${now()}::timestamptz - interval '60 days' * random()) as id
      from generate_series(1, ${sql.lit(count)})
    ) as made
  `.execute(tx);
  await sql`
    insert into person (id, email, email_verified_at, name, locale, is_adult, created_at)
    select id, 'persona-' || id || '@bench.convite', ${now()},
      ${list(firstNames)} || ' ' || ${list(lastNames)} || ' ' || ${list(lastNames)}, 'es', true,
      ${now()}::timestamptz - interval '60 days'
    from bench_person
  `.execute(tx);
  await sql`create unique index on bench_person (n)`.execute(tx);
}

/**
 * Who wrote each idea, when and where, and how far it came: most are published, some are further
 * along the road.
 */
export async function drawIdeas(tx: Tx, count: number): Promise<void> {
  await sql`
    create temporary table bench_idea
    on commit drop
    as
    select pg_temp.id_at(created_at) as id, made.*,
      case
        when state = 'publicada' then least(
          created_at + interval '2 days' * random(), ${now()}::timestamptz
        )
        end as published_at,
      case
        when state <> 'publicada' then 'idea'
        when s < 0.90 then 'revisada'
        when s < 0.94 then 'en_propuesta'
        when s < 0.97 then 'ante_el_circulo'
        when s < 0.985 then 'decidida'
        when s < 0.995 then 'en_el_compromiso'
        else 'cumplida'
        end as step
    from (
      select ${now()}::timestamptz - interval '30 days' * random() as created_at,
        floor(power(random(), 1.5) * (select count(*) from bench_person))::int as author,
        floor(
          random() * (
            select count(*)
            from commitment c
              join plan on plan.id = c.plan_id and plan.state = 'active'
          )
        )::int as commitment,
        random() as s,
        case
          when random() < 0.9 then 'publicada'
          when random() < 0.5 then 'enviada'
          else 'rechazada'
          end as state,
        case
          when random() < 0.85 then lpad(
            (1 + floor(power(random(), 1.3) * 20))::int::text, 2, '0'
          )
          end as locality
      from generate_series(1, ${sql.lit(count)})
    ) as made
  `.execute(tx);
}

export async function insertIdeas(tx: Tx): Promise<void> {
  const description = sql`
    ${list(openings)} || ' ' || ${list(problems)} || E'\n\n' || ${list(proposals)} || ' ' ||
      ${list(actions)} || ' ' || ${list(things)} || ' ' || ${list(places)} || ' también ayudaría. '
      || case
      when random() < 0.5 then ${list(problems)} || ' ' || ${list(proposals)} || ' '
      else ''
      end || ${list(closings)}
  `;
  await sql`
    insert into idea (
      id, commitment_id, author_id, origin, state, step, title, description, lang, locality_code,
      created_at, submitted_at, reviewed_at, published_at, reviewed_version, state_reason, lot
    )
    select b.id, c.id, p.id, 'web', b.state, b.step,
      ${list(actions)} || ' ' || ${list(things)} || ' ' || ${list(places)}, ${description}, 'es',
      l.code, b.created_at, b.created_at,
      case
        when b.state = 'publicada' then b.published_at
        when b.state = 'rechazada' then b.created_at
        end,
      b.published_at, case when b.state = 'enviada' then 0 else 1 end,
      case when b.state = 'rechazada' then ${list(problems)} else '' end,
      floor(random() * 2147483647)::int
    from bench_idea b
      join (
        select c.id, row_number() over (order by c.number) - 1 as n
        from commitment c
          join plan on plan.id = c.plan_id and plan.state = 'active'
      ) as c on c.n = b.commitment
      join bench_person p on p.n = b.author
      left join locality l on l.code = b.locality
    order by b.created_at
  `.execute(tx);
}

/** Revisions and the steps of the road. */
export async function insertHistory(tx: Tx): Promise<void> {
  await sql`
    insert into idea_revision (
      idea_id, version, commitment_id, title, description, locality_code, author_id, created_at
    )
    select i.id, 1, i.commitment_id, i.title, i.description, i.locality_code, i.author_id,
      i.created_at
    from idea i
      join bench_idea b on b.id = i.id
  `.execute(tx);
  await sql`
    insert into idea_step_entry (idea_id, step, reached_at)
    select id, 'idea', created_at
    from bench_idea
    union all
    select id, 'revisada', published_at
    from bench_idea
    where state = 'publicada'
    union all
    select id, step, least(published_at + interval '3 days', ${now()}::timestamptz)
    from bench_idea
    where step not in ('idea', 'revisada')
  `.execute(tx);
}

/** The public ideas in a random order, by which comments and supports find them. */
export async function numberPublic(tx: Tx): Promise<void> {
  await sql`
    create temporary table bench_public
    on commit drop
    as
    select row_number() over (order by random()) - 1 as n, id, published_at
    from bench_idea
    where state = 'publicada'
  `.execute(tx);
  await sql`create unique index on bench_public (n)`.execute(tx);
}

export async function insertComments(tx: Tx, count: number): Promise<void> {
  await sql`
    insert into idea_comment (id, idea_id, author_id, body, stance, lang, created_at)
    select pg_temp.id_at(made.at), made.idea_id, p.id,
      ${list(problems)} || ' ' || ${list(closings)}, case when random() < 0.3 then 'a_favor' end,
      'es', made.at
    from (
      select i.id as idea_id,
        i.published_at + (${now()}::timestamptz - i.published_at) * random() as at, drawn.author
      from (
        select floor(power(random(), 2) * (select count(*) from bench_public))::int as idea,
          floor(random() * (select count(*) from bench_person))::int as author
        from generate_series(1, ${sql.lit(count)})
      ) as drawn
        join bench_public i on i.n = drawn.idea
    ) as made
      join bench_person p on p.n = made.author
  `.execute(tx);
}

/**
 * Pairs drawn so that few ideas have very many supports and most have some; drawn again until
 * there are as many as asked for.
 */
export async function insertSupports(tx: Tx, count: number, supporters: number): Promise<void> {
  await sql`
    create temporary table bench_pair (idea integer, person integer) on commit drop
  `.execute(tx);
  for (let left = count; left > 0;) {
    await sql`
      insert into bench_pair
      select floor(power(random(), 2) * (select count(*) from bench_public))::int,
        floor(random() * ${sql.lit(supporters)})::int
      from generate_series(1, ${sql.lit(Math.ceil(left * 1.03) + 10)})
    `.execute(tx);
    const { rows } = await sql<{
      n: string;
    }>`select count(*) as n from (select distinct idea, person from bench_pair) as pairs`.execute(
      tx,
    );
    left = count - Number(first(rows).n);
  }
  await sql`
    insert into support (idea_id, person_id, created_at)
    select i.id, p.id, i.published_at + (${now()}::timestamptz - i.published_at) * random()
    from (select distinct idea, person from bench_pair limit ${sql.lit(count)}) as pair
      join bench_public i on i.n = pair.idea
      join bench_person p on p.n = pair.person
    order by i.id, p.id
  `.execute(tx);
}

/** Counters from what is there. */
export async function insertStats(tx: Tx): Promise<void> {
  await sql`
    insert into idea_stats (idea_id, commitment_id, support_count, comment_count)
    select i.id, i.commitment_id, coalesce(s.n, 0), coalesce(c.n, 0)
    from bench_idea b
      join idea i on i.id = b.id
      left join (select idea_id, count(*) as n from support group by 1) as s on s.idea_id = i.id
      left join (
        select idea_id, count(*) as n from idea_comment group by 1
      ) as c on c.idea_id = i.id
  `.execute(tx);
}
