import { z } from 'zod';
import { choice, id, line, optionalText, text } from '#app/kernel/text.ts';
import { deskLimits } from '#app/domains/door/rules.ts';
import { minutesLimits } from './rules.ts';
import { clearedReasons } from './types.ts';

const blank = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const whole = (max: number) =>
  z.coerce
    .number({ error: 'number_invalid' })
    .int('number_invalid')
    .min(0, `number_range|min=0,max=${max}`)
    .max(max, `number_range|min=0,max=${max}`);
const writing = optionalText({ max: minutesLimits.text }).transform((value) => value ?? '');

/** What is done on the page where minutes are written. */
export const MinutesAct = z.object({
  accion: choice([
    'guardar',
    'publicar',
    'cerrar',
    'contar',
    'idea',
    'quitar_idea',
    'devolver_idea',
  ]),
});

/** The texts of the minutes; a draft may leave any of them empty. `guardada` says when what the editor began from was written; empty: there was nothing. */
export const MinutesForm = z.object({
  orden: writing,
  temas: writing,
  acuerdos: writing,
  cierre: writing,
  guardada: z.union([z.literal(''), z.iso.datetime()], 'date_invalid').optional(),
});
export type MinutesInput = z.output<typeof MinutesForm>;

export const FairCountForm = z.object({
  visitas: z.preprocess((value) => blank(value) ?? 'x', whole(minutesLimits.most)),
});

/** An idea of a table as it is written down or corrected; without `id` it is a new one. */
export const TableIdeaForm = z.object({
  id: z.preprocess(blank, id.optional()),
  mesa: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ') : value),
      optionalText({ max: minutesLimits.table }),
    )
    .transform((value) => value ?? ''),
  compromiso: z.preprocess(blank, z.string().max(80, 'choose_one').optional()),
  titulo: line({ min: minutesLimits.titleMin, max: minutesLimits.title }),
  descripcion: optionalText({ max: minutesLimits.description }).transform((value) => value ?? ''),
  de_acuerdo: z.preprocess((value) => blank(value) ?? 0, whole(minutesLimits.most)),
});
export type TableIdeaInput = z.output<typeof TableIdeaForm>;
export const TableIdeaAct = z.object({ id });

/** What is said of a file when it is sent; a photo's description is what who cannot see it reads. */
export const FileForm = z.object({
  descripcion: text({ min: deskLimits.photoMin, max: deskLimits.photo }),
});

/** What is done with one file of a meeting. */
export const FileAct = z.object({
  accion: choice(['permitir', 'guardar_privada', 'difuminar', 'quitar', 'describir']),
});
/** Names that repeat where a photo is cleared. */
export const clearRepeated = ['personas'];
export const ClearForm = z.object({
  por_que: choice(clearedReasons),
  personas: z
    .array(z.string())
    .transform((values) => [...new Set(values.filter((value) => value !== ''))])
    .pipe(z.array(id).max(200, 'choose_one')),
});

/** Names of the fields of an area, which repeat once an area. */
export const areaRepeated = ['x', 'y', 'ancho', 'alto'];
const column = z.array(z.string());

/** Areas of a photo to be covered, in percent; a row left empty is none. */
export const BlurForm = z
  .object({ x: column, y: column, ancho: column, alto: column })
  .transform((form, context) => {
    const rows = form.x
      .slice(0, minutesLimits.areas)
      .map((x, index) =>
        [x, form.y[index], form.ancho[index], form.alto[index]].map((value) =>
          (value ?? '').trim().replace(',', '.'),
        ),
      )
      .filter((row) => row.some((value) => value !== ''));
    const issue = (message: string) => context.addIssue({ code: 'custom', path: ['x'], message });
    if (rows.length === 0) issue('area_required');
    else if (rows.some((row) => row.includes(''))) issue('area_incomplete');
    const areas = rows
      .map((row) => row.map(Number) as [number, number, number, number])
      .map(([x, y, width, height]) => ({ x, y, width, height }));
    const inside = (value: number, least: number) => value >= least && value <= 100;
    if (
      areas.some(
        (area) =>
          !inside(area.x, 0) ||
          !inside(area.y, 0) ||
          !inside(area.width, 1) ||
          !inside(area.height, 1),
      )
    )
      issue('number_range|min=0,max=100');
    return areas;
  });
