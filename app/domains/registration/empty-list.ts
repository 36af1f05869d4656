import type { ListColumn } from './list-columns.ts';

/** The columns that most lists on paper have, for a sheet that somebody fills. */
export const emptyListColumns: readonly ListColumn[] = [
  'nombre',
  'apellidos',
  'correo',
  'telefono',
  'acepta_inscripcion',
  'consentimiento_fecha',
  'canal',
  'asistio',
  'localidad',
  'apoyo',
  'acepta_estadistica',
  'genero',
  'anio_nacimiento',
];
