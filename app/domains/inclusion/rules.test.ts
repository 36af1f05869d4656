import { describe, expect, it } from 'vitest';
import { isVariable, thresholdOf, variables } from './rules.ts';

describe('what is published of who takes part', () => {
  it('needs ten people where the data are sensitive, five elsewhere', () => {
    expect(Object.fromEntries(variables.map((variable) => [variable, thresholdOf(variable)]))).toEqual({
      genero: 5, edad: 5, localidad: 5, discapacidad: 10, cuida: 5, etnia: 10, victima: 10, organizacion: 5, canal: 5,
    });
  });

  it('has known variables only', () => {
    expect(isVariable('genero')).toBe(true);
    expect(isVariable('correo')).toBe(false);
  });
});
