import { withoutAccents } from '#app/kernel/accents.ts';
import { undoMojibake } from './match-locality.ts';

/** Words of Spanish place names that capitals lose the accent of. */
const accented = new Map(
  (
    'Río Ríos José María Simón Bolívar Martín Andrés Agustín Ángel Ángeles Ángela Jesús Belén Concepción ' +
    'Asunción Cristóbal Sebastián Joaquín Nicolás Tomás Inés Héctor Fátima Ramón Germán Julián Fabián Lázaro ' +
    'Medellín Bogotá Usaquén Fontibón Engativá Nariño Peñón Peña Peñas Cañón Montaña Niño Niños Señora ' +
    'Mártires Jardín Estación Unión Rincón Ávila Álamos Álamo República Constitución Ciénaga Páramo ' +
    'Córdoba Cúcuta Ibagué Popayán Túquerres Chía Fusagasugá Pérez Gómez López Rodríguez Hernández ' +
    'García Martínez González Sánchez Ramírez Núñez Muñoz Ordóñez Víctor Óscar Rubén Félix Mónica Úrsula'
  )
    .split(' ')
    .map((word) => [withoutAccents(word).toLowerCase(), word]),
);

/** Words within a name that stay small. */
const small = new Set('de del la las los el y e o u en al por con'.split(' '));

const capital = (word: string) => word.charAt(0).toLocaleUpperCase('es') + word.slice(1);

function retypeWord(word: string, index: number): string {
  const plain = word.toLocaleLowerCase('es');
  if (/^[ivx]{2,4}$/.test(plain)) return plain.toUpperCase();
  if (index > 0 && small.has(plain)) return plain;
  return accented.get(withoutAccents(plain)) ?? plain.split('-').map(capital).join('-');
}

/**
 * A place name that was typed in capitals alone (or in none) as people write it: «RIO NORTE» is «Río Norte».
 * One with both kinds of letters is left as it is.
 */
export function retypeName(text: string): string {
  const name = undoMojibake(text).replace(/\s+/g, ' ').trim();
  const hasBoth = /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name);
  return hasBoth ? name : name.split(' ').map(retypeWord).join(' ');
}
