import type { CommitmentSlug } from './types.ts';

/** Meetings of the demonstration: invented places and people's questions; days are counted from the seeding, hours are Bogotá's. */
export type MeetingContent = {
  key: string;
  kind: 'taller' | 'feria' | 'foro' | 'control_social' | 'datos_abiertos' | 'sesion_circulo';
  title: string;
  purpose: string;
  commitments: CommitmentSlug[];
  locality: string;
  venue: string;
  address: string;
  directions: string;
  /** Negative: before the seeding. */
  day: number;
  hour: number;
  lasts: number;
  capacity: number | null;
  reserved: number;
  access: string[];
  accessNote: string;
  modality?: 'presencial' | 'hibrida';
  /** Who came, and how many more had registered. */
  came: number;
  missed: number;
};

type Short = [key: string, title: string, purpose: string, commitment: CommitmentSlug, locality: string, venue: string, address: string, day: number, hour: number, came: number];

/** The eighteen workshops held. */
const held: Short[] = [
  ['alertas-suba', 'Alertas que la cuadra entiende', 'Revisar con vecinas y vecinos qué debe decir una alerta de seguridad, por dónde llega y quién responde.', 'seguridad-y-convivencia', '11', 'Salón comunal Rincón', 'Carrera 93 con calle 128', -25, 9, 15],
  ['camaras-martires', 'Cámaras con reglas', 'Acordar qué puede mirar una cámara, quién guarda la imagen y cómo se pide cuenta.', 'seguridad-y-convivencia', '14', 'Casa de la cultura de Los Mártires', 'Calle 19 con carrera 25', -24, 14, 11],
  ['noche-candelaria', 'Caminar de noche por el centro', 'Marcar en un mapa los trayectos que dan miedo y qué los cambiaría.', 'seguridad-y-convivencia', '17', 'Biblioteca del barrio', 'Carrera 3 con calle 12', -23, 17, 10],
  ['paraderos-ladera', 'Paraderos de ladera', 'Decidir cómo debe ser un paradero donde se espera mucho: banca, techo, luz y avisos.', 'espacio-publico', '04', 'Salón comunal La Gloria', 'Carrera 3 este con calle 40 sur', -22, 9, 14],
  ['parques-suba', 'Parques para todas las edades', 'Probar con niñas, cuidadoras y personas mayores qué le falta a un parque de barrio.', 'espacio-publico', '11', 'Parque vecinal La Gaitana', 'Transversal 126 con calle 133', -21, 10, 16],
  ['andenes-chapinero', 'Andenes que se puedan usar', 'Recorrer seis cuadras en silla de ruedas, con coche y con bastón, y escribir lo que hay que cambiar.', 'espacio-publico', '02', 'Centro comunitario de Chapinero', 'Calle 63 con carrera 9', -20, 9, 13],
  ['citas-usme', 'Salud que se entiende', 'Escribir de nuevo los mensajes de citas y órdenes con palabras que todo el mundo entienda.', 'salud', '05', 'Salón comunal El Progreso', 'Calle 137 sur con carrera 14', -19, 9, 14],
  ['barrio-bosa', 'El centro de salud más cerca', 'Proponer horarios, filas y avisos del centro de salud con quienes lo usan cada mes.', 'salud', '07', 'Casa de la participación de Bosa', 'Calle 65 sur con carrera 78', -18, 14, 15],
  ['cuidadoras-tunjuelito', 'Quién cuida a quien cuida', 'Contar qué necesita una persona que cuida para llegar a su propia cita médica.', 'salud', '06', 'Manzana del cuidado San Benito', 'Avenida Boyacá con calle 58 sur', -17, 9, 12],
  ['sumapaz-salud', 'Salud en la ruralidad', 'Ver cómo llega la información de salud a las veredas y qué hace falta para que llegue a tiempo.', 'salud', '20', 'Centro de servicios San Juan', 'Corregimiento San Juan', -16, 10, 8],
  ['cruces-kennedy', 'Los cruces donde da miedo pasar', 'Cruzar el dato de choques con lo que la gente ve cada día y escoger diez cruces.', 'seguridad-vial', '08', 'Biblioteca El Tintal', 'Avenida Ciudad de Cali con calle 6', -14, 9, 16],
  ['bici-engativa', 'Rutas seguras en bicicleta', 'Dibujar la ruta de la casa al colegio o al trabajo y señalar dónde se corta.', 'seguridad-vial', '10', 'Salón comunal Villa Gladys', 'Calle 64 con carrera 112', -12, 14, 13],
  ['velocidad-usaquen', 'Bajar la velocidad en el barrio', 'Comparar medidas para bajar la velocidad frente a colegios y hogares.', 'seguridad-vial', '01', 'Casa de la juventud de Usaquén', 'Carrera 6 con calle 119', -10, 10, 11],
  ['paridad-teusaquillo', 'Paridad en cada mesa', 'Revisar quién habla y quién decide en las reuniones del barrio, y qué lo cambia.', 'bogota-50-50', '13', 'Casa de igualdad de oportunidades', 'Calle 39 con carrera 19', -9, 9, 14],
  ['trabajo-puente-aranda', 'Trabajo digno para las mujeres', 'Leer juntas los datos de empleo de la localidad y decir qué falta medir.', 'bogota-50-50', '16', 'Centro de desarrollo comunitario', 'Carrera 50 con calle 4', -7, 14, 12],
  ['obras-fontibon', 'La obra de mi barrio, paso a paso', 'Diseñar la página que diga en qué va cada obra votada: fotos, contrato y fecha.', 'inversiones-locales', '09', 'Salón comunal Versalles', 'Calle 23 con carrera 108', -6, 9, 13],
  ['presupuesto-rafael', 'Lo que votamos y lo que se hizo', 'Comparar lo votado en presupuestos participativos con lo contratado.', 'inversiones-locales', '18', 'Casa de la participación Rafael Uribe Uribe', 'Calle 27 sur con carrera 24', -4, 14, 12],
  ['veedurias-ciudad-bolivar', 'Veedurías con herramientas', 'Armar una caja de herramientas para que una veeduría siga una obra sin gastar de su bolsillo.', 'inversiones-locales', '19', 'Salón comunal Lucero Alto', 'Carrera 17 con calle 69 sur', -3, 9, 11],
];

const usual = ['sin_escalones', 'bano', 'transporte'];

export const meetings: MeetingContent[] = [
  ...held.map(([key, title, purpose, commitment, locality, venue, address, day, hour, came], index): MeetingContent => ({
    key, kind: 'taller', title, purpose, commitments: [commitment], locality, venue, address, directions: 'Pregunta en la entrada por el taller. Hay quien te acompañe desde el paradero.', day, hour, lasts: 3.5, capacity: 20, reserved: 2,
    access: index % 2 === 0 ? [...usual, 'lsc'] : [...usual, 'cuidado_ninez', 'refrigerio'], accessNote: '', came, missed: 1 + (index % 2),
  })),
  {
    key: 'feria', kind: 'feria', title: 'Feria de ideas en la plaza', purpose: 'Pasar, leer las ideas de los seis compromisos, dejar la tuya y conversar con quienes las van a responder.', commitments: ['seguridad-y-convivencia', 'espacio-publico', 'salud', 'seguridad-vial', 'bogota-50-50', 'inversiones-locales'],
    locality: '03', venue: 'Plazoleta del parque', address: 'Carrera 7 con calle 26', directions: 'A una cuadra de la estación.', day: 20, hour: 10, lasts: 6, capacity: null, reserved: 0, access: ['sin_escalones', 'bano', 'lsc', 'cuidado_ninez', 'transporte'], accessNote: '', came: 0, missed: 0,
  },
  {
    key: 'sombra-barrios-unidos', kind: 'taller', title: 'Sombra y bancas para esperar', purpose: 'Escoger con quienes esperan el bus dónde van primero las bancas y los techos, y cómo deben ser.', commitments: ['espacio-publico'], locality: '12', venue: 'Salón comunal Siete de Agosto', address: 'Carrera 24 con calle 66',
    directions: 'A dos cuadras del paradero. La entrada es por la carrera 24 y no tiene escalones.', day: 6, hour: 9, lasts: 3.5, capacity: 30, reserved: 4, access: ['sin_escalones', 'bano', 'lsc', 'cuidado_ninez', 'transporte', 'refrigerio'], accessNote: 'El cuidado es desde los 2 años.', came: 0, missed: 18,
  },
  {
    key: 'colegios-antonio-narino', kind: 'taller', title: 'Llegar al colegio sin susto', purpose: 'Revisar los cruces de cuatro colegios con niñas, niños y familias, y acordar qué se cambia primero.', commitments: ['seguridad-vial'], locality: '15', venue: 'Colegio del Restrepo', address: 'Calle 18 sur con carrera 18',
    directions: 'Entra por la puerta de la cafetería.', day: 10, hour: 14, lasts: 3, capacity: 12, reserved: 2, access: ['sin_escalones', 'bano', 'cuidado_ninez'], accessNote: '', came: 0, missed: 13,
  },
  {
    key: 'horarios-santa-fe', kind: 'taller', title: 'Reuniones a la hora en que podemos ir', purpose: 'Proponer horarios, lugares y cuidado de niñas y niños para que más mujeres decidan.', commitments: ['bogota-50-50', 'inversiones-locales'], locality: '03', venue: 'Casa comunitaria Las Cruces', address: 'Carrera 6 con calle 1',
    directions: 'Sube por la calle 1. Hay rampa por el costado.', day: 16, hour: 17, lasts: 3, capacity: 24, reserved: 3, access: ['sin_escalones', 'lsc', 'cuidado_ninez', 'lectura_facil'], accessNote: '', modality: 'hibrida', came: 0, missed: 6,
  },
  {
    key: 'datos-obras', kind: 'datos_abiertos', title: 'Abrir los datos de las obras', purpose: 'Usar los datos publicados de las obras de tres localidades y decir qué no se entiende.', commitments: ['inversiones-locales'], locality: '13', venue: 'Biblioteca pública', address: 'Carrera 30 con calle 45',
    directions: 'Sala de computadores del segundo piso, con ascensor.', day: 24, hour: 14, lasts: 3, capacity: 20, reserved: 0, access: ['sin_escalones', 'bano'], accessNote: '', came: 0, missed: 3,
  },
];

export const firstNames = {
  women: ['Luz Dary', 'Yamile', 'Doris', 'Leidy', 'Marleny', 'Blanca', 'Gladys', 'Diana', 'Nubia', 'Yolanda', 'Esperanza', 'Myriam', 'Johana', 'Alba', 'Rosalba', 'Fanny', 'Stella', 'Kelly', 'Aura', 'Deisy', 'Graciela', 'Milena', 'Teresa', 'Olga', 'Flor'],
  men: ['Jairo', 'Édgar', 'Nelson', 'Gustavo', 'Héctor', 'Álvaro', 'Duván', 'Ferney', 'Germán', 'Orlando', 'Brayan', 'Luis Eduardo', 'Víctor', 'Efraín', 'Marco', 'Hernán', 'Camilo', 'Jaime', 'Rodrigo', 'Ómar'],
  others: ['Alex', 'Ariel', 'Noah'],
};
export const surnames = ['Rojas', 'Moreno', 'Cárdenas', 'Quintero', 'Suárez', 'Ávila', 'Bernal', 'Cubillos', 'Díaz', 'Espitia', 'Forero', 'Gaitán', 'Hurtado', 'Infante', 'Jiménez', 'León', 'Mahecha', 'Niño', 'Ospina', 'Peña', 'Quiroga', 'Rubio', 'Sierra', 'Torres', 'Uribe', 'Vargas', 'Yepes', 'Zapata', 'Beltrán', 'Casas'];
