import { sql, type RawBuilder } from 'kysely';
import { systemActor } from '#app/kernel/actor.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import type { Db, Tx } from '#app/platform/db/db.server.ts';
import { openSession } from '#app/platform/session/session.server.ts';
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
import { asOnlySeeder, emptyTables, readContents, writeContents } from './contents.ts';
import { phaseSpan, seedPlan } from './plan.ts';

export type BenchSize = { ideas: number; people: number; supports: number };
/** What a bench needs to act: session tokens, whose they are (in the same order), and published ideas. */
export type BenchData = { sessions: string[]; people: string[]; ideaIds: string[] };

/** People who sign in; none of them supports anything yet. */
const signedIn = 64;
const sampledIdeas = 2000;

/**
 * Adds a big city's worth of data by statements over whole sets: much too many for the commands. Counters are
 * exact, and texts, popularity and dates are spread as they are in life. All or nothing is kept.
 */
export async function seedBench(
  ownerUrl: string,
  size: BenchSize,
  progress: (text: string) => void = () => undefined,
): Promise<BenchData> {
  check(size);
  const found = await asOnlySeeder(ownerUrl, async (owner) => {
    const contents = await readContents(owner);
    if (contents === 'seeding') await emptyTables(owner);
    if (contents !== 'demo' && contents !== 'bench') await writeContents(owner, 'seeding');
    await ensurePlan(owner);
    const drawn = await owner.transaction().execute(async (tx) => {
      await makeTools(tx);
      progress(`${size.people} people`);
      await insertPeople(tx, size.people);
      progress(`${size.ideas} ideas`);
      await insertIdeas(tx, size.ideas);
      progress(`${size.supports} supports`);
      await insertSupports(tx, size);
      await insertStats(tx);
      if (contents !== 'demo') await writeContents(tx, 'bench');
      return await drawSample(tx, size.people);
    });
    progress('vacuum');
    await sql`vacuum analyze`.execute(owner);
    return drawn;
  });
  const sessions: string[] = [];
  for (const personId of found.people) sessions.push(await openSession(personId, 'bench'));
  return { sessions, ...found };
}

/** Pairs of a person and an idea are drawn at random and only once: too many of all there are would never be found. */
function check({ ideas, people, supports }: BenchSize): void {
  for (const [name, value] of Object.entries({ ideas, people, supports })) {
    if (!Number.isSafeInteger(value) || value < (name === 'supports' ? 0 : 1))
      throw new RangeError(`${name} must be a whole number`);
  }
  if (supports > supporters(people) * ideas * 0.2)
    throw new RangeError('supports: at most one in five of all pairs of a person and an idea');
}

/** How many people support: all but those who sign in. */
function supporters(people: number): number {
  return Math.max(1, people - signedIn);
}

/** The plan of the demonstration, unless there is one that is open. */
async function ensurePlan(owner: Db): Promise<void> {
  const active = await owner
    .selectFrom('plan')
    .select('id')
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!active) await seedPlan(now(), systemActor, phaseSpan(now()).opensAt);
}

const list = (words: readonly string[]): RawBuilder<string> =>
  sql`pg_temp.pick(${sql.lit(`{${words.map((word) => `"${word}"`).join(',')}}`)}::text[])`;

/** A random word of a list, and an id of version 7 of a moment. */
async function makeTools(tx: Tx): Promise<void> {
  await sql`
    create or replace function pg_temp.pick(words text[]) returns text language sql volatile
      as $$ select words[1 + floor(random() * cardinality(words))::int] $$`.execute(tx);
  await sql`
    create or replace function pg_temp.id_at(at timestamptz) returns uuid language sql volatile as $$
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(r, 1, 3) || substr('89ab', 1 + floor(random() * 4)::int, 1) || substr(r, 4, 15))::uuid
      from (select md5(random()::text || clock_timestamp()::text) as r) as drawn $$`.execute(tx);
}

async function insertPeople(tx: Tx, count: number): Promise<void> {
  await sql`
    create temporary table bench_person on commit drop as select row_number() over () - 1 as n,
    made.* from (
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

/** Most are published; a few wait or were turned down, and some are further along the road. */
async function insertIdeas(tx: Tx, count: number): Promise<void> {
  await sql`
    create temporary table bench_idea on commit drop as select pg_temp.id_at(created_at) as id,
    made.*,
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
      end as step from (
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
  await sql`
    create temporary table bench_public on commit drop as select row_number() over
      (order by random()) - 1 as n,
    id, published_at from bench_idea where state = 'publicada'
  `.execute(tx);
  await sql`create unique index on bench_public (n)`.execute(tx);
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
        from generate_series(1, ${sql.lit(Math.floor(count / 2))})
      ) as drawn
        join bench_public i on i.n = drawn.idea
    ) as made
      join bench_person p on p.n = made.author
  `.execute(tx);
}

/** Pairs drawn so that few ideas have very many supports and most have some; drawn again until there are as many as asked for. */
async function insertSupports(tx: Tx, size: BenchSize): Promise<void> {
  await sql`
    create temporary table bench_pair (idea integer, person integer) on commit drop
  `.execute(tx);
  for (let left = size.supports; left > 0;) {
    await sql`
      insert into bench_pair
      select floor(power(random(), 2) * (select count(*) from bench_public))::int,
        floor(random() * ${sql.lit(supporters(size.people))})::int
      from generate_series(1, ${sql.lit(Math.ceil(left * 1.03) + 10)})
    `.execute(tx);
    const { rows } = await sql<{
      n: string;
    }>`select count(*) as n from (select distinct idea, person from bench_pair) as pairs`.execute(
      tx,
    );
    left = size.supports - Number(rows[0]!.n);
  }
  await sql`
    insert into support (idea_id, person_id, created_at)
    select i.id, p.id, i.published_at + (${now()}::timestamptz - i.published_at) * random()
    from (select distinct idea, person from bench_pair limit ${sql.lit(size.supports)}) as pair
      join bench_public i on i.n = pair.idea
      join bench_person p on p.n = pair.person
    order by i.id, p.id
  `.execute(tx);
}

/** Counters from what is there. */
async function insertStats(tx: Tx): Promise<void> {
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

async function drawSample(
  tx: Tx,
  people: number,
): Promise<{ people: string[]; ideaIds: string[] }> {
  const persons = await sql<{
    id: string;
  }>`
    select id
    from bench_person
    where n >= ${Math.min(supporters(people), people - 1)}
    order by n
    limit ${signedIn}
  `.execute(tx);
  const ideas = await sql<{
    id: string;
  }>`select id from bench_public order by n desc limit ${sampledIdeas}`.execute(tx);
  return { people: persons.rows.map((row) => row.id), ideaIds: ideas.rows.map((row) => row.id) };
}
