import type { Columns } from '#app/platform/spreadsheets/name-columns.ts';

/**
 * Columns of a list of registrations: the form's fields (contract, section 5) and what the paper adds, each
 * with other names that lists give it.
 */
export const listFileColumns = {
  nombre: [
    'nombre_completo',
    'nombres',
    'nombre_y_apellido',
    'nombres_y_apellidos',
    'apellidos_y_nombres',
    'nombre_del_participante',
    'name',
    'full_name',
  ],
  apellidos: ['apellido', 'primer_apellido', 'surname', 'last_name'],
  correo: ['correo_electronico', 'email', 'e_mail', 'mail', 'direccion_de_correo_electronico'],
  telefono: [
    'celular',
    'numero_de_telefono',
    'numero_de_celular',
    'telefono_celular',
    'telefono_de_contacto',
    'tel',
    'movil',
    'whatsapp',
    'phone',
  ],
  acepta_inscripcion: [
    'acepta',
    'acepto',
    'autoriza',
    'autorizacion',
    'consentimiento',
    'autoriza_datos',
    'acepta_datos',
    'acepta_tratamiento_de_datos',
    'autoriza_tratamiento_de_datos',
    'habeas_data',
  ],
  acepta_estadistica: [],
  acepta_contacto: [],
  acepta_imagen: [],
  genero: ['sexo', 'identidad_de_genero', 'gender'],
  genero_otra: [],
  anio_nacimiento: ['ano_nacimiento', 'anio_de_nacimiento', 'ano_de_nacimiento', 'birth_year'],
  localidad: ['localidad_de_residencia', 'localidad_donde_vive'],
  wg_ver: [],
  wg_oir: [],
  wg_caminar: [],
  wg_recordar: [],
  wg_cuidado: [],
  wg_comunicar: [],
  cuida: [],
  etnia: ['pertenencia_etnica', 'grupo_etnico'],
  victima: ['victima_del_conflicto', 'victima_del_conflicto_armado'],
  organizacion: ['entidad_u_organizacion'],
  organizacion_tipo: ['tipo_de_organizacion'],
  como_supo: ['como_se_entero'],
  apoyo: ['apoyos', 'ajustes', 'apoyos_requeridos'],
  apoyo_otro: [],
  documento_tipo: ['tipo_documento', 'tipo_de_documento'],
  documento: ['cedula', 'numero_documento', 'numero_de_documento', 'numero_de_cedula', 'cc'],
  acudiente_nombre: ['acudiente'],
  acudiente_contacto: [],
  menor_oido: [],
  canal: [],
  consentimiento_fecha: [
    'fecha_consentimiento',
    'fecha_de_consentimiento',
    'fecha_de_autorizacion',
    'fecha_de_inscripcion',
    'marca_temporal',
    'timestamp',
  ],
  asistio: ['asistencia', 'asiste', 'vino', 'attended'],
  /** Also taken: a whole date of birth, of which only the year is kept. */
  fecha_nacimiento: ['fecha_de_nacimiento', 'nacimiento', 'birth_date'],
} as const satisfies Columns;

export type ListColumn = keyof typeof listFileColumns;
export const listColumns = Object.keys(listFileColumns) as ListColumn[];

/** Whether a text is the name of a column of a list. */
export function isListColumn(text: string): text is ListColumn {
  return Object.hasOwn(listFileColumns, text);
}
