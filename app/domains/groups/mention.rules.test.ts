import { expect, it } from 'vitest';
import { gatherNames, mentionKey } from './mention.rules.ts';

const wrote = (...texts: string[]) => texts.map((organizacion) => ({ organizacion }));

it('names that differ in accents, capitals and marks alone are one, as most wrote it; alike ones stay apart', () => {
  const names = gatherNames(
    wrote(
      'Junta de Acción Comunal «Santa Librada»',
      'junta de accion comunal santa librada',
      'Junta de Acción Comunal «Santa Librada»',
      'JAC Santa Librada',
      'Biciusuarios  de Usme',
    ),
  );
  expect(names).toEqual([
    {
      name: 'junta de accion comunal santa librada',
      written: 'Junta de Acción Comunal «Santa Librada»',
      people: 3,
    },
    { name: 'biciusuarios de usme', written: 'Biciusuarios de Usme', people: 1 },
    { name: 'jac santa librada', written: 'JAC Santa Librada', people: 1 },
  ]);
  expect(mentionKey('  Fundación  “Ñapa”, S.A.S. ')).toBe('fundacion napa s a s');
});

it('what says who somebody is, or that they came for themselves, is no name of a group', () => {
  const people = [
    ...wrote(
      'Ninguna',
      'N/A',
      'no',
      'Independiente',
      'ab',
      '',
      'ana@prueba.convite',
      'Ana Suárez 300 111 22 33',
      '—',
    ),
    {},
    { organizacion: 'Veeduría Sur', organizacion_tipo: 'ninguna' },
    { organizacion: 'Veeduría Sur', organizacion_tipo: 'prefiero_no_responder' },
  ];
  expect(gatherNames(people)).toEqual([]);
  expect(
    gatherNames([{ organizacion: 'Colectivo 21 de Junio', organizacion_tipo: 'juventud' }]),
  ).toMatchObject([{ name: 'colectivo 21 de junio', people: 1 }]);
});
