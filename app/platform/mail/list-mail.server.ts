import { sql, type Selectable } from 'kysely';
import type { Mail } from '#db/schema.d.ts';
import { getDb } from '#app/platform/db/db.server.ts';

export type KeptMail = {
  id: string;
  para: string;
  asunto: string;
  texto: string;
  enlaces: string[];
  enviado_en: string;
};

/** The demonstration's mailbox, newest first: of one address, or of all. */
export async function listMail(to: string | null, limit = 100): Promise<KeptMail[]> {
  const { rows } = await sql<Selectable<Mail>>`
    select *
    from kept_mail(${to}, ${limit}::int)
  `.execute(getDb());
  return rows.map((row) => ({
    id: row.id,
    para: row.recipient,
    asunto: row.subject,
    texto: row.body,
    enlaces: row.links,
    enviado_en: row.queued_at.toISOString(),
  }));
}
