import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A field of a form: what it takes, found by asking its own schema, and what of that people would type. */
export type Field = { takes: string[]; likely: string[]; isList: boolean };
export type Form = Map<string, Field>;

const app = new URL('../../../app/', import.meta.url);
const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

/** Words that stand for things of the world, put in when a form is sent. */
export const things = {
  idea: '01a00000-0000-7000-8000-000000000001',
  sent: '01a00000-0000-7000-8000-000000000002',
  proposal: '01a00000-0000-7000-8000-000000000003',
  meeting: '01a00000-0000-7000-8000-000000000004',
  held: '01a00000-0000-7000-8000-000000000005',
  group: '01a00000-0000-7000-8000-000000000006',
  tableIdea: '01a00000-0000-7000-8000-000000000007',
  institution: '01a00000-0000-7000-8000-000000000008',
  commitment: 'compromiso-que-se-pone-al-enviar',
  person: 'persona@se-pone.al.enviar',
} as const;
export type Thing = keyof typeof things;

/** Written in texts, and never in the log. */
export const canary = 'zarigueya-escrita';

const title = 'Agua para quienes caminan';
const text = `Bebederos en los parques del barrio, donde la gente camina y ${canary} no se cansa.`;

/** What people type: a field has those of them that its schema takes. */
const typed = [
  ...Object.values(things),
  ...['si', '0', '1', '2', '5', '40', '0.3', '50', 'es', 'csn', '03', 'lsc', 'ninguna'],
  ...[-30, 0, 3, 12, 20, 30].map((days) => inDays(days).slice(0, 10)),
  ...[-30, 1, 12, 12.2, 25].map((days) => inDays(days).slice(0, 16)),
  inDays(0).slice(0, 7),
  '1985',
  '',
  'genero mujer',
  'mujeres',
  'jac',
  title,
  text,
  'ana@prueba.convite',
  '3005550123',
  'cuatro caballos azules',
  'https://convite.example/reunion',
  'a'.repeat(64),
  '2857',
  'America/Bogota',
  'CO',
];

/** What a field of this name is mostly filled in with. */
const usual: Record<string, readonly string[]> = {
  compromiso: [things.commitment],
  compromisos: [things.commitment],
  comisiones: [things.commitment],
  correo: [things.person],
  localidad: ['03'],
  entidades: [things.institution],
  ideas: [things.idea],
  ids: [things.sent],
  idiomas: ['es'],
  inicia: [inDays(12).slice(0, 16)],
  termina: [inDays(12.2).slice(0, 16)],
  abre: [inDays(-30).slice(0, 16)],
  cierra: [inDays(1).slice(0, 16)],
  version: ['1'],
  id: [things.idea, things.sent, things.group, things.tableIdea],
  alcance: [''],
  facilita: [things.person],
  facilitaba: [''],
  responde_a: [''],
  reservados: ['0', '1'],
  anio_nacimiento: ['1985'],
  organizacion_tipo: ['mujeres', 'jac'],
};

/** A title or a text where the field takes any; else one of its codes, or whatever it takes. */
function likelyOf(name: string, takes: string[], codes: string[]): string[] {
  const known = usual[name]?.filter((value) => takes.includes(value)) ?? [];
  if (known.length > 0) return known;
  const own = takes.filter((value) => codes.includes(value));
  if (own.length > 0) return own;
  const words = [title, text].filter((value) => takes.includes(value));
  return words.length > 0 ? words : takes;
}

type Shape = { [key: string]: unknown };

function codesOf(shape: Shape): string[] {
  const own = [shape['const'], ...((shape['enum'] as unknown[] | undefined) ?? [])];
  const inner = ['anyOf', 'allOf', 'items'].flatMap((key) => [shape[key] ?? []].flat() as Shape[]);
  return [
    ...own.filter((code) => typeof code === 'string'),
    ...inner.filter((part) => typeof part === 'object').flatMap(codesOf),
  ];
}

/** The objects that a schema takes, under what it makes of them. */
function objectsOf(schema: z.core.$ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema];
  if (schema instanceof z.ZodPipe) return [...objectsOf(schema.in), ...objectsOf(schema.out)];
  if (schema instanceof z.ZodIntersection)
    return [schema.def.left, schema.def.right].flatMap(objectsOf);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(objectsOf);
  return [];
}

function takenBy(name: string, type: z.ZodType): Field {
  const codes = codesOf(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }));
  const candidates = [...new Set([...codes, ...typed])];
  const takes = (wrap: (value: string) => unknown) =>
    candidates.filter((value) => type.safeParse(wrap(value)).success);
  const single = takes((value) => value);
  const many = single.length > 0 ? [] : takes((value) => [value]);
  const all = single.length > 0 ? single : many;
  return { takes: all, likely: likelyOf(name, all, codes), isList: many.length > 0 };
}

const schemaImport = /import \{([^}]*)\} from '(#app\/[^']*schema\.ts|\.\/schema\.ts)'/g;
const readerImport = /from '#(app\/domains\/[^']*\/(?:read|answer)-[^']*\.server\.ts)'/g;

/** The schemas that a route names, or a reader that it hands its form to. */
function schemasNamed(file: string, depth = 1): [file: string, name: string][] {
  const text = readFileSync(new URL(file, app), 'utf8');
  const named = [...text.matchAll(schemaImport)].flatMap(([, names = '', from = '']) => {
    const schema = from.startsWith('#')
      ? from.replace('#app/', '')
      : file.replace(/[^/]*$/, 'schema.ts');
    return names
      .split(',')
      .map((name): [string, string] => [schema, name.trim().replace(/ as .*$/s, '')]);
  });
  if (depth === 0) return named;
  const readers = [...text.matchAll(readerImport)].map(([, reader = '']) =>
    reader.replace('app/', ''),
  );
  return [...named, ...readers.flatMap((reader) => schemasNamed(reader, 0))];
}

/** The fields of all forms that a route takes, each with what its schema takes. */
export async function readForm(route: string): Promise<Form> {
  const form: Form = new Map();
  for (const [file, name] of schemasNamed(route)) {
    const module = (await import(new URL(file, app).href)) as Shape;
    const schema = module[name];
    if (!(schema instanceof z.ZodType)) continue;
    for (const [field, type] of objectsOf(schema).flatMap((one) => Object.entries(one.shape))) {
      const { takes, likely, isList } = takenBy(field, type as z.ZodType);
      const before = form.get(field);
      form.set(field, {
        takes: [...new Set([...(before?.takes ?? []), ...takes])],
        likely: [...new Set([...(before?.likely ?? []), ...likely])],
        isList: isList || (before?.isList ?? false),
      });
    }
  }
  return form;
}
