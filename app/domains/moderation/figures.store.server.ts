import { sql } from 'kysely';
import { first } from '#app/kernel/certain.ts';
import { cityZone } from '#app/platform/city/city-zone.server.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import type { Decision } from './types.ts';

/** How many decisions of each kind and reason. */
export async function countDecisionsByReason(db: Db): Promise<
  {
    decision: Decision;
    code: string | null;
    labelEs: string | null;
    labelEn: string | null;
    count: number;
  }[]
> {
  const { rows } = await sql<{
    decision: Decision;
    code: string | null;
    labelEs: string | null;
    labelEn: string | null;
    count: number;
  }>`
    select d.decision, d.reason_code as code, r.label_es as "labelEs", r.label_en as "labelEn",
      count(*)::int as count
    from triage_decision d
      left join triage_reason r on r.code = d.reason_code
    group by 1, 2, 3, 4
    order by count desc, 1, 2
  `.execute(db);
  return rows;
}

/** Days of the city on which what was decided had arrived and was decided, with how long the clock stood. */
export async function countDecisionDays(
  db: Db,
): Promise<
  { received: string; decided: string; pausedDays: number; late: number; count: number }[]
> {
  const { rows } = await sql<{
    received: string;
    decided: string;
    pausedDays: number;
    late: number;
    count: number;
  }>`
    select (received_at at time zone ${cityZone()})::date::text as received,
      (decided_at at time zone ${cityZone()})::date::text as decided,
      paused_days as "pausedDays", count(*) filter (where decided_at > due_at)::int as late,
      count(*)::int as count
    from triage_decision d
      join sent_idea i on i.id = d.idea_id and i.origin <> 'importada'
    group by 1, 2, 3
  `.execute(db);
  return rows;
}

export type AppealCounts = {
  filed: number;
  open: number;
  late: number;
  upheld: number;
  granted: number;
};

export async function countAppeals(db: Db, at: Date): Promise<AppealCounts> {
  const { rows } = await sql<AppealCounts>`
    select count(*)::int as filed, count(*) filter (where closed_at is null)::int as open,
      count(*) filter (where closed_at is null and due_at < ${at})::int as late,
      count(*) filter (where outcome = 'confirmada')::int as upheld,
      count(*) filter (where outcome = 'revocada')::int as granted
    from appeal
  `.execute(db);
  return first(rows);
}

export type ReportCounts = { filed: number; open: number; dismissed: number; hidden: number };

export async function countReports(db: Db): Promise<ReportCounts> {
  const { rows } = await sql<ReportCounts>`
    select count(*)::int as filed, count(*) filter (where closed_at is null)::int as open,
      count(*) filter (where outcome = 'desestimado')::int as dismissed,
      count(*) filter (where outcome = 'oculto')::int as hidden
    from report
  `.execute(db);
  return first(rows);
}
