/** Groups of the demonstration, invented: name, kind of the catalogue, locality. */
export const groups: [name: string, kind: string, locality: string][] = [
  ['Junta de Acción Comunal La Gloria', 'jac', '04'],
  ['Mujeres que siembran de Bosa', 'mujeres', '07'],
  ['Pedal y Barrio', 'biciusuarios', '10'],
  ['COPACOS de Tunjuelito', 'copacos', '06'],
  ['Jóvenes del Lucero', 'juventud', '19'],
  ['Consejo Local de Discapacidad de Chapinero', 'discapacidad', '02'],
  ['Veeduría Ojos a la Obra', 'veeduria', '18'],
  ['Guardianes del Páramo', 'ambiental', '20'],
  ['Junta de Acción Comunal El Progreso', 'jac', '05'],
];

/**
 * Whom the whole plan wants to reach: for whom, share and tolerance in percent, and why that
 * number.
 */
export const planGoals: [who: string, share: string, tolerance: string, source: string][] = [
  [
    'genero hombre',
    '40',
    '10',
    'Paridad en todo: lo pidió la ciudadanía al publicarse el plan anterior',
  ],
  ['edad jovenes_14_28', '20', '5', 'Estatuto de ciudadanía juvenil, Ley 1622 de 2013'],
  ['discapacidad si', '7', '2', 'DANE, censo 2018: 7,1 % en el país'],
  ['cuida si', '25', '5', 'Sistema distrital de cuidado: quien cuida participa menos'],
];
