import type { LocalityContent } from './types.ts';

const source = 'DANE, Censo 2018; IDECA';

/** Persons counted in 2018, not adjusted for under-count; Sumapaz has no figure of that census. */
export const localities: LocalityContent[] = [
  { code: '01', name: 'Usaquén', kind: 'urbana', persons2018: 518_625, source },
  { code: '02', name: 'Chapinero', kind: 'urbana', persons2018: 151_024, source },
  { code: '03', name: 'Santa Fe', kind: 'urbana', persons2018: 99_798, source },
  { code: '04', name: 'San Cristóbal', kind: 'urbana', persons2018: 371_857, source },
  { code: '05', name: 'Usme', kind: 'urbana', persons2018: 343_423, source },
  { code: '06', name: 'Tunjuelito', kind: 'urbana', persons2018: 165_891, source },
  { code: '07', name: 'Bosa', kind: 'urbana', persons2018: 671_181, source },
  { code: '08', name: 'Kennedy', kind: 'urbana', persons2018: 987_731, source },
  { code: '09', name: 'Fontibón', kind: 'urbana', persons2018: 354_322, source },
  { code: '10', name: 'Engativá', kind: 'urbana', persons2018: 768_777, source },
  { code: '11', name: 'Suba', kind: 'urbana', persons2018: 1_113_416, source },
  { code: '12', name: 'Barrios Unidos', kind: 'urbana', persons2018: 126_294, source },
  { code: '13', name: 'Teusaquillo', kind: 'urbana', persons2018: 139_643, source },
  { code: '14', name: 'Los Mártires', kind: 'urbana', persons2018: 69_966, source },
  { code: '15', name: 'Antonio Nariño', kind: 'urbana', persons2018: 76_646, source },
  { code: '16', name: 'Puente Aranda', kind: 'urbana', persons2018: 231_090, source },
  { code: '17', name: 'La Candelaria', kind: 'urbana', persons2018: 15_959, source },
  { code: '18', name: 'Rafael Uribe Uribe', kind: 'urbana', persons2018: 344_769, source },
  { code: '19', name: 'Ciudad Bolívar', kind: 'urbana', persons2018: 584_030, source },
  { code: '20', name: 'Sumapaz', kind: 'rural', persons2018: null, source },
];
