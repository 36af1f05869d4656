import { describe, expect, it } from 'vitest';
import { sniffType } from './file-type.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => Buffer.from(typeof part === 'string' ? Buffer.from(part, 'utf8') : part)),
  );

describe('the type of a file', () => {
  it('is read from its content, whatever its name says', () => {
    expect(sniffType(bytes([0xff, 0xd8, 0xff, 0xe0]), 'foto.png')).toBe('image/jpeg');
    expect(sniffType(bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a]), 'foto.jpg')).toBe('image/png');
    expect(sniffType(bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'x')).toBe('image/webp');
    expect(sniffType(bytes('%PDF-1.7\n'), 'lista.csv')).toBe('application/pdf');
    expect(sniffType(bytes('mesa;idea\n1;Más sombra\n'), 'lista.csv')).toBe('text/csv');
    expect(sniffType(bytes('Notas de la mesa'), 'lista.exe')).toBe('text/plain');
    expect(sniffType(bytes([0x6d, 0xe1, 0x73]), 'latino.csv')).toBe('text/csv');
  });

  it('is none for what may not be kept', () => {
    for (const [name, content] of [
      ['pagina.txt', bytes('<!doctype html><script>alert(1)</script>')],
      ['dibujo.csv', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['otra.txt', bytes('hola <script>alert(1)</script>')],
      ['programa.jpg', bytes([0x7f], 'ELF', [2, 1, 1, 0])],
      ['comprimido.pdf', bytes('PK', [3, 4, 20, 0])],
      ['animacion.gif', bytes('GIF89a', [1, 0, 1, 0])],
    ] as const)
      expect(sniffType(content, name), name).toBeNull();
  });
});
