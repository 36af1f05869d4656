import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Progress } from './types.ts';

type Row = Omit<Progress, 'contact' | 'plan'> &
  Progress['contact'] & { hasPlan: boolean; lastClosesAt: Date | null };

/** What is there of the city, counted from what the slices hold. */
export async function selectProgress(db: Db): Promise<Progress> {
  const { rows } = await sql<Row>`
    select c.name, c.time_zone as "timeZone", c.country, c.opened_at as "openedAt",
      c.operator, c.address, c.telephone, c.mail,
      (select count(*)::int from locality) as localities,
      (select count(*)::int from locality where persons is null) as uncounted,
      (select count(*)::int from institution) as institutions,
      p.id is not null as "hasPlan",
      (select max(closes_at) from phase where plan_id = p.id) as "lastClosesAt",
      (select count(*)::int from commitment where plan_id = p.id) as commitments,
      (
        select count(*)::int
        from commitment
        where plan_id = p.id
          and (
            '' in (summary_es, summary_en, challenge_es, challenge_en)
            or not exists (
              select
              from commitment_institution ci
              where ci.commitment_id = commitment.id
            )
          )
      ) as unwritten,
      (select count(*)::int from circle_member where ends_on is null) as members,
      (select count(*)::int from city_text) as texts
    from city c
      left join plan p on p.state = 'active'
  `.execute(db);
  const { hasPlan, lastClosesAt, operator, address, telephone, mail, ...row } = first(rows);
  return {
    ...row,
    contact: { operator, address, telephone, mail },
    plan: hasPlan && lastClosesAt ? { lastClosesAt } : null,
  };
}
