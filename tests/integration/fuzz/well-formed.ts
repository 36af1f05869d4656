import { newId } from '#app/kernel/ids.ts';
import { urlencoded, withFile, type Pairs, type Written } from './hostile.ts';
import { listOf } from './more-things.ts';
import { theWorld, type Sender } from './world.ts';

/** A post as it should be, to an address whose form says more than its fields: files, JSON, things of before. */
export type WellFormed = { path: string; sender: Sender; written: Written };

const pick = <T>(all: [T, ...T[]], n: number): T => all[n % all.length] ?? all[0];
const json = (value: unknown): Written => ({
  type: 'application/json',
  body: Buffer.from(JSON.stringify(value)),
});
const photo = () => ({ name: 'foto.jpg', type: 'image/jpeg', bytes: theWorld().more.photo });
const paper = {
  name: 'acta.pdf',
  type: 'application/pdf',
  bytes: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};
const csv = (bytes: Buffer) => ({ name: 'lista.csv', type: 'text/csv', bytes });
const said = 'Personas hablan alrededor de una mesa.';

const record = (kind: string, payload: Record<string, unknown>) => ({
  id: newId(),
  kind,
  made_at: new Date().toISOString(),
  payload,
});

/** Who registers: name and contact, and mostly what they say of themselves. */
const newcomer = (n: number): Pairs => [
  ['nombre', `Persona ${n}`],
  pick(
    [
      ['correo', `fuzz-${n}@prueba.convite`] as const,
      ['telefono', `30${(n % 1e8) + 1e8}`.slice(0, 10)],
    ],
    n,
  ),
  ['acepta_inscripcion', 'si'],
  ['acepta_estadistica', 'si'],
  ['preguntado', 'si'],
  ['genero', pick(['mujer', 'hombre'], n)],
  ['anio_nacimiento', String(1950 + (n % 50))],
  ['localidad', '03'],
  ['apoyo', pick(['', 'lsc'], n)],
];

function records(n: number): unknown[] {
  const { registration } = theWorld().more;
  return [
    record('inscripcion', Object.fromEntries(newcomer(n).slice(0, 3))),
    record('llegada', { inscripcion: registration }),
    record('idea', { titulo: 'Una idea de la mesa', apoyan: n % 9, quienes: [registration] }),
    record('nota', { texto: 'Faltan sillas.' }),
    record('deshacer', { inscripcion: registration }),
  ].slice(0, 1 + (n % 5));
}

function listPost(n: number): WellFormed {
  const { things, more } = theWorld();
  const path = `/facilitacion/talleres/${things.meeting}/cargar`;
  const sender = 'facilitator';
  if (n % 4 === 0) return { path, sender, written: withFile([['accion', 'leer']], csv(listOf(n))) };
  const act = pick(['ver', 'ver', 'cargar', 'quitar'], Math.floor(n / 4));
  const written = urlencoded([
    ['accion', act],
    ['consiente', 'todas'],
    ['consiente_canal', 'papel'],
    ['consiente_fecha', new Date().toISOString().slice(0, 10)],
    ['columna_0', 'nombre'],
    ['columna_1', 'correo'],
  ]);
  return { path: `${path}?lista=${more.list}`, sender, written };
}

function filePost(n: number): WellFormed {
  const { things, more } = theWorld();
  const act = pick(['describir', 'guardar_privada', 'difuminar', 'permitir', 'quitar'], n);
  const fields: Pairs = [
    ['accion', act],
    ['descripcion', said],
    ['por_que', 'nadie_reconocible'],
    ['x', '10'],
    ['y', '10'],
    ['ancho', '20'],
    ['alto', '20'],
  ];
  return {
    path: `/facilitacion/talleres/${things.held}/archivos/${more.file}`,
    sender: 'facilitator',
    written: urlencoded(fields),
  };
}

function grantPost(n: number): WellFormed {
  const { things, more } = theWorld();
  const [role, scope] = pick(
    [
      ['monitoreo', ''],
      ['facilitacion', things.meeting],
      ['moderacion', things.commitment],
      ['circulo', 'civil'],
      ['facilitacion', ''],
    ],
    n,
  );
  const form: Pairs = [
    ['correo', more.grantee],
    ['rol', role],
    ['alcance', scope],
  ];
  return { path: '/coordinacion/roles', sender: 'coordinator', written: urlencoded(form) };
}

function doorPost(n: number): WellFormed {
  const { things, more } = theWorld();
  const message = pick<Record<string, unknown>>(
    [
      { accion: 'preparar', nombre: 'Tableta' },
      { accion: 'enviar', equipo: more.device, registros: records(n), lista: n % 2 === 0 },
      { accion: 'enviar', equipo: more.device, registros: records(n + 3) },
    ],
    n,
  );
  return {
    path: `/facilitacion/talleres/${things.meeting}/sincronizar`,
    sender: 'facilitator',
    written: json(message),
  };
}

function photoPost(n: number): WellFormed {
  const { things, more } = theWorld();
  const form: Pairs = [
    ['equipo', more.device],
    ['registro', JSON.stringify(record('foto', { descripcion: `${said} ${n}` }))],
  ];
  return {
    path: `/facilitacion/talleres/${things.meeting}/sincronizar/foto`,
    sender: 'facilitator',
    written: withFile(form, photo()),
  };
}

const baseline = Buffer.from(
  'variable;valor;participacion;personas;definicion;fecha;fuente\n' +
    'genero;mujeres;0,522;;Sexo;2018-06-30;DANE\ngenero;hombres;0,478;;Sexo;2018-06-30;DANE\n',
);

/** By address: the nth post to it that should be taken, as long as what it needs is not used up. */
export const wellFormed: Record<string, (n: number) => WellFormed> = {
  '/facilitacion/talleres/:id/archivos': (n) => ({
    path: `/facilitacion/talleres/${theWorld().things.held}/archivos`,
    sender: 'facilitator',
    written: withFile([['descripcion', `${said} ${n}`]], pick([photo(), paper], n)),
  }),
  '/facilitacion/talleres/:id/archivos/:archivo': filePost,
  '/facilitacion/talleres/:id/cargar': listPost,
  '/coordinacion/poblacion': () => ({
    path: '/coordinacion/poblacion',
    sender: 'coordinator',
    written: withFile([], csv(baseline)),
  }),
  '/facilitacion/talleres/:id/sincronizar': doorPost,
  '/facilitacion/talleres/:id/sincronizar/foto': photoPost,
  '/facilitacion/talleres/:id': (n) => ({
    path: `/facilitacion/talleres/${theWorld().things.meeting}`,
    sender: 'facilitator',
    written: urlencoded([
      ['accion', pick(['llegada', 'deshacer'], n)],
      ['inscripcion', theWorld().more.registration],
    ]),
  }),
  '/facilitacion/talleres/:id/inscribir': (n) => ({
    path: `/facilitacion/talleres/${theWorld().things.meeting}/inscribir`,
    sender: 'facilitator',
    written: urlencoded([...newcomer(n), ['canal', 'telefono']]),
  }),
  '/talleres/:id/inscripcion': (n) => ({
    path: `/talleres/${theWorld().things.meeting}/inscripcion`,
    sender: pick<Sender>(['nobody', 'citizen'], n),
    written: urlencoded(newcomer(n)),
  }),
  '/apelaciones': () => ({
    path: '/apelaciones',
    sender: 'citizen',
    written: urlencoded([
      ['tipo', 'idea'],
      ['id', theWorld().more.appealable],
      ['texto', 'No es lo que la razón dice.'],
    ]),
  }),
  '/moderacion/apelaciones': (n) => ({
    path: `/moderacion/apelaciones?caso=${theWorld().more.appeal}`,
    sender: 'moderator',
    written: urlencoded([
      ['decision', pick(['confirmar', 'revocar'], n)],
      ['explicacion', 'La razón era la que se dijo.'],
    ]),
  }),
  '/coordinacion/roles': grantPost,
  '/enlace/:token': (n) => ({
    path: `/enlace/${theWorld().more.tokens[n % theWorld().more.tokens.length]}`,
    sender: 'nobody',
    written: urlencoded([['clave', 'cuatro caballos azules']]),
  }),
};
