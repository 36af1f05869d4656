import { saveProfile } from '#app/domains/declarations/save-profile.server.ts';
import { people } from './content/people.ts';
import { readCast } from './accounts.ts';
import { fraction } from './timeline.ts';

/** Four in five accounts of the story say something of themselves, before they support anything. */
export async function seedProfiles(): Promise<void> {
  const cast = await readCast();
  for (const { key } of people) {
    const chance = (what: string) => fraction(`profile.${what}.${key}`);
    if (chance('says') > 0.8) continue;
    const genero = chance('gender') < 0.6 ? 'mujer' : 'hombre';
    await saveProfile(cast(key), {
      genero,
      anio_nacimiento: 1950 + Math.floor(chance('year') * 56),
      localidad: String(1 + Math.floor(chance('place') * 19)).padStart(2, '0'),
      acepta_estadistica: 'si',
    });
  }
}
