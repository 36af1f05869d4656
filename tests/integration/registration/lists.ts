import { sql } from 'kysely';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRegistrations } from '#app/domains/registration/import-registrations.server.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Db } from '#app/platform/db/db.server.ts';
import { newLocality } from '#tests/factories/plans.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const folder = temporaryFolder('list');

/** A file with this list; its path. */
export function file(content: string | Buffer): string {
  const path = join(folder, `${newId()}.csv`);
  writeFileSync(path, content);
  return path;
}

/** Imports a file as the command does. */
export async function run(path: string, workshop: string, dryRun = false) {
  return await importRegistrations({ file: path, workshop, dryRun });
}

/** The localities that the lists name. */
export async function newLocalities(db: Db): Promise<void> {
  await newLocality(db, '03', 'Santa Fe');
  await newLocality(db, '15', 'Antonio Nariño');
  await newLocality(db, '01', 'Usaquén');
}

/** Moves a meeting into the past, so that it began an hour ago and people may have come. */
export async function begin(db: Db, meetingId: string): Promise<void> {
  await sql`
    update meeting m
    set opens_at = opens_at - d.by, closes_at = closes_at - d.by, starts_at = starts_at - d.by,
      ends_at = ends_at - d.by
    from (
      select id, starts_at - now() + interval '1 hour' as by from meeting
    ) d
    where d.id = m.id and m.id = ${meetingId}::uuid
  `.execute(db);
}

/** The first line of most lists. */
export const head = 'nombre,correo,telefono,acepta_inscripcion,consentimiento_fecha,asistio,canal';
