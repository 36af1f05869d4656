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
  let query = getDb()
    .selectFrom('mail')
    .selectAll()
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (to) query = query.where('recipient', '=', to);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    para: row.recipient,
    asunto: row.subject,
    texto: row.body,
    enlaces: row.links,
    enviado_en: row.queued_at.toISOString(),
  }));
}
