import bogota from '../bogota-territory.json' with { type: 'json' };

const census = 'DANE, Censo Nacional de Población y Vivienda 2018';

/**
 * The population of the demonstration, as coordination would load it: facts with their definition,
 * date and source.
 */
export const population: string[][] = [
  ['variable', 'valor', 'participacion', 'personas', 'definicion', 'fecha', 'fuente', 'territorio'],
  ['genero', 'mujeres', '0.522', '', 'Sexo registrado en el censo', '2018-06-30', census, 'ciudad'],
  ['genero', 'hombres', '0.478', '', 'Sexo registrado en el censo', '2018-06-30', census, 'ciudad'],
  [
    'discapacidad',
    'si',
    '0.071',
    '',
    'Dificultad en actividades diarias, enfoque del Grupo de Washington, todo el país',
    '2018-06-30',
    census,
    'pais',
  ],
  [
    'discapacidad',
    'no',
    '0.929',
    '',
    'Dificultad en actividades diarias, enfoque del Grupo de Washington, todo el país',
    '2018-06-30',
    census,
    'pais',
  ],
  ...bogota.localities.map(({ code, persons, source }) => [
    'localidad',
    code,
    '',
    String(persons ?? 3500),
    persons === null
      ? 'Cerca de 3.500 personas, cifra por confirmar: el censo por localidad no la trae'
      : 'Personas contadas, sin ajuste por omisión',
    persons === null ? '2021-12-31' : '2018-06-30',
    persons === null ? 'Estimación para 2021' : source,
    'ciudad',
  ]),
];
