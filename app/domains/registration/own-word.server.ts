import { createHmac } from 'node:crypto';
import { withoutAccents } from '#app/kernel/accents.ts';
import { config } from '#app/platform/config/config.server.ts';

/** Short words that are said and written alike everywhere: no accents, no ñ, none that sounds like another. */
const words = (
  'abeja abrigo aceite agua aguja alba aldea alma amigo ancla anillo arbol arcilla arena arpa ' +
  'arroz avena aviso azul bahia balsa banca barco barro bata bosque bote brisa bruma buho burro ' +
  'cable cabra cacao cama campo canoa canto capa caracol carta casa cebra cedro ceiba cereza ' +
  'cielo cima cinta circo ciruela cobre coco codo cofre colibri colina collar cometa conejo copa ' +
  'coral corcho cuadro cuchara cuento cuerda cueva danza dedo delfin diente disco dulce duna ' +
  'espejo espiga estrella estufa faro feria fiesta flauta flecha flor foca fogata fresa fruta ' +
  'fuego fuente gaita gallo ganso garza gato girasol globo gota grano grillo guante guitarra ' +
  'hamaca harina hierba hielo hilo hoja hormiga huerta huevo iguana isla jabon jaguar jardin ' +
  'jarra jinete joya lago lana lapiz laurel leche lechuza lente limon lino lirio llave lluvia ' +
  'lobo loro luna luz madera maiz maleta mango manta mapa mariposa marea martillo mesa metal miel ' +
  'mirlo molino mono montura mora motor muelle museo musgo nave nido niebla nieve nube nuez oasis ' +
  'oceano oliva onda orilla oro oso oveja pala paloma palma pan papel parque pasto pato patio pera ' +
  'perla perro piano piedra pino pinza pito playa pluma pomelo potro pradera primavera puente ' +
  'puerto pulpo quena queso rama rana raton red reloj remo rio roble roca rosa rueda ruana sal ' +
  'salto sandia sapo selva semilla sello sendero silla sirena sol sombra sombrero sopa tambor ' +
  'tapete taza techo tela templo tierra tigre tinta tiza toldo tomate topo toro torre trapo tren ' +
  'trigo trompo trucha tulipan tunel uva vaca vela venado ventana verano viento vino violin yate ' +
  'yegua yuca zapato zorro'
).split(' ');

/**
 * The word of a registration made in a browser: three words, about 25 bits, enough where ten wrong ones
 * close the way for a day. The browser's secret is part of it and is kept nowhere.
 */
export function wordOf(registrationId: string, device: string): string {
  const bytes = createHmac('sha256', config().appSecret)
    .update(`registration.own-word:${registrationId}:${device}`)
    .digest();
  return [0, 4, 8].map((at) => words[bytes.readUInt32BE(at) % words.length]).join(' ');
}

/** A person's word as it is compared: however it was typed, and worth nothing without this installation's secret. */
export function wordProof(registrationId: string, typed: string): string {
  const plain = withoutAccents(typed)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return createHmac('sha256', config().appSecret)
    .update(`registration.word:${registrationId}:${plain}`)
    .digest('base64url');
}
