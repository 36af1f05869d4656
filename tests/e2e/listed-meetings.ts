import type { Page } from '@playwright/test';

type Listed = {
  id: string;
  titulo: string;
  estado: string;
  inscritas: number | null;
  en_espera: number | null;
  cupo: number | null;
  tipo: string;
};
const tag = Date.now().toString(36);
let counter = 0;
export const nextMail = () => `vecina.${tag}.${(counter += 1)}@prueba.convite`;

export async function meetings(page: Page): Promise<Listed[]> {
  const answer = await page.request.get('/api/v1/talleres?limite=100');
  return ((await answer.json()) as { datos: Listed[] }).datos;
}

/** The meeting of the demonstration with this title. */
export async function meeting(page: Page, title: string): Promise<Listed> {
  const found = (await meetings(page)).find((item) => item.titulo === title);
  if (!found) throw new Error(`No meeting is called ${title}`);
  return found;
}
