import { sql, type Kysely } from 'kysely';

/** Which city this is; unset until somebody says so. */
const city = sql`
  create table city (
    only_row boolean primary key default true constraint city_one_row check (only_row),
    name text not null default '',
    time_zone text not null default 'UTC',
    country text not null default ''
      constraint city_country_code check (country ~ '^([A-Z]{2})?$'),
    languages text[] not null default '{es,en}'
      constraint city_languages_known check (
        languages <@ '{es,en}'::text[] and 'es' = any(languages)
      ),
    operator text not null default '',
    address text not null default '',
    telephone text not null default '',
    mail text not null default '',
    notification_mail text not null default '',
    hours_es text not null default '',
    hours_en text not null default '',
    opened_at timestamptz
  );
  insert into city default values;
`;

/** What a city writes in place of the texts that come with the product. */
const cityText = sql`
  create table city_text (
    key text primary key,
    text_es text not null,
    text_en text not null
  );
`;

/** The city: its name, its hours, its telephones, who runs it, and whether it was opened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [city, cityText]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table city_text, city`.execute(db);
}
