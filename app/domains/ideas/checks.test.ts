import { describe, expect, it } from 'vitest';
import { checkText, heldRows, titleShape } from './checks.ts';

describe('automatic checks', () => {
  it('finds nothing in an ordinary idea', () => {
    expect(
      checkText(
        'Más sombra donde la gente espera el bus',
        'En los paraderos altos se espera de pie, al sol. Pedimos una banca y un techo en ' +
          '12 paraderos, cada 300 metros.',
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'personal_data',
      'Luz para el puente',
      'La señora del 302 ya llamó, su teléfono es 310 555 1234.',
    ],
    ['personal_data', 'Luz para el puente', 'Escriban a vecina@ejemplo.co para más datos.'],
    ['personal_data', 'Luz para el puente', 'Mi cédula es C.C. 52.345.678 y firmo.'],
    ['html', 'Parque', 'Hola <script>alert(1)</script> vecinos'],
    ['html', 'Parque', '<img src=x onerror=alert(1)>'],
    ['probe', 'SSRF Test 3', 'Testing 169.254.169.254'],
    ['links', 'Promoción', 'Mira https://a.example y https://b.example'],
    ['shouting', 'ARREGLEN LAS CALLES YA MISMO', 'Las calles del barrio tienen huecos hace años.'],
  ])('finds %s', (finding, title, description) => {
    expect(checkText(title, description)).toContain(finding);
  });

  it('does not take years, sums or addresses of streets for telephones', () => {
    expect(
      checkText(
        'Presupuesto 2026',
        'Son 320 millones en 2026, entre la calle 13 y la carrera 30, de 8:00 a 17:00.',
      ),
    ).toEqual([]);
  });
});

describe('bursts of automated posts', () => {
  it('have titles that differ only in counters and codes', () => {
    expect(titleShape('SSRF Test 4 - a455b0')).toBe(titleShape('SSRF Test 10 - 24de8c'));
    expect(titleShape('Parque de la 93')).not.toBe(titleShape('Parque de los novios'));
  });

  it('are held from the fifth on, all of them', () => {
    const burst = Array.from({ length: 6 }, (_, n) => ({
      title: `Ofertas ${1741417871 + n}`,
      description: '',
    }));
    expect(
      [...heldRows([...burst, { title: 'Una banca en el parque', description: '' }])].sort(),
    ).toEqual([0, 1, 2, 3, 4, 5]);
    expect(heldRows(burst.slice(0, 4)).size).toBe(0);
  });

  it('are not made of neighbours who ask the same for other numbers of a street', () => {
    const rows = Array.from({ length: 8 }, (_, n) => ({
      title: `Semáforo en la calle ${n + 40}`,
      description: 'Es peligroso cruzar.',
    }));
    expect(heldRows(rows).size).toBe(0);
  });
});
