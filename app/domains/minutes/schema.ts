import { z } from 'zod';
import { choice, id, line, optional, optionalText, orElse, text, whole } from '#app/kernel/text.ts';
import { doorLimits } from '#app/domains/door/rules.ts';
import { minutesLimits } from './rules.ts';
import { clearedReasons } from './types.ts';

const writing = optionalText({ max: minutesLimits.text }).transform((value) => value ?? '');

/** What is done on the page where minutes are written. */
export const MinutesAct = z
  .object({
    accion: choice([
      'guardar',
      'publicar',
      'cerrar',
      'contar',
      'idea',
      'quitar_idea',
      'devolver_idea',
    ]),
  })
  .transform(({ accion }) => ({ act: accion }));

/**
 * The texts of the minutes; a draft may leave any of them empty. `seen` says when what the editor began
 * from was written; empty: there was nothing.
 */
export const MinutesForm = z
  .object({
    orden: writing,
    temas: writing,
    acuerdos: writing,
    cierre: writing,
    guardada: z.union([z.literal(''), z.iso.datetime()], 'date_invalid').optional(),
  })
  .transform((given) => ({
    agenda: given.orden,
    topics: given.temas,
    agreements: given.acuerdos,
    closing: given.cierre,
    seen: given.guardada,
  }));
export type MinutesInput = z.output<typeof MinutesForm>;

export const FairCountForm = z
  .object({ visitas: orElse(whole(0, minutesLimits.most), 'x') })
  .transform(({ visitas }) => ({ visitors: visitas }));

/** An idea of a table as it is written down or corrected; without `id` it is a new one. */
export const TableIdeaForm = z
  .object({
    id: optional(id),
    mesa: z.preprocess(
      (value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ') : value),
      optionalText({ max: minutesLimits.table }),
    ),
    compromiso: optional(z.string().max(80, 'choose_one')),
    titulo: line({ min: minutesLimits.titleMin, max: minutesLimits.title }),
    descripcion: optionalText({ max: minutesLimits.description }),
    de_acuerdo: orElse(whole(0, minutesLimits.most), 0),
  })
  .transform((given) => ({
    id: given.id,
    table: given.mesa ?? '',
    commitment: given.compromiso,
    title: given.titulo,
    description: given.descripcion ?? '',
    agreeing: given.de_acuerdo,
  }));
export type TableIdeaInput = z.output<typeof TableIdeaForm>;
export const TableIdeaAct = z.object({ id });

/** What is said of a file when it is sent; a photo's description is what who cannot see it reads. */
export const FileForm = z
  .object({ descripcion: text({ min: doorLimits.photoMin, max: doorLimits.photo }) })
  .transform(({ descripcion }) => ({ description: descripcion }));

/** What is done with one file of a meeting. */
export const FileAct = z
  .object({ accion: choice(['permitir', 'guardar_privada', 'difuminar', 'quitar', 'describir']) })
  .transform(({ accion }) => ({ act: accion }));
/** Names that repeat where a photo is cleared. */
export const clearRepeated = ['personas'];
export const ClearForm = z
  .object({
    por_que: choice(clearedReasons),
    personas: z
      .array(z.string())
      .transform((values) => [...new Set(values.filter((value) => value !== ''))])
      .pipe(z.array(id).max(200, 'choose_one')),
  })
  .transform(({ por_que: why, personas: shown }) => ({ why, shown }));

/** Names of the fields of an area, which repeat once an area. */
export const areaRepeated = ['x', 'y', 'ancho', 'alto'];
const column = z.array(z.string());

/** Areas of a photo to be covered, in percent; a row left empty is none. */
export const BlurForm = z
  .object({ x: column, y: column, ancho: column, alto: column })
  .transform((form, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', path: ['x'], message });
    const numberOf = (typed: string | undefined) => (typed ?? '').trim().replace(',', '.');
    const rows = form.x
      .slice(0, minutesLimits.areas)
      .map((x, index) => ({
        x: numberOf(x),
        y: numberOf(form.y[index]),
        width: numberOf(form.ancho[index]),
        height: numberOf(form.alto[index]),
      }))
      .filter((row) => Object.values(row).some((value) => value !== ''));
    if (rows.length === 0) issue('area_required');
    else if (rows.some((row) => Object.values(row).includes(''))) issue('area_incomplete');
    const areas = rows.map((row) => ({
      x: Number(row.x),
      y: Number(row.y),
      width: Number(row.width),
      height: Number(row.height),
    }));
    if (!areas.every(isInside)) issue('number_range|min=0,max=100');
    return areas;
  });

function isInside(area: { x: number; y: number; width: number; height: number }): boolean {
  const within = (value: number, least: number) => value >= least && value <= 100;
  return within(area.x, 0) && within(area.y, 0) && within(area.width, 1) && within(area.height, 1);
}
