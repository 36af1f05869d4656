import { prose } from './prose.ts';
import type { IdeaContent } from './types.ts';

const commitment = 'inversiones-locales';

export const ideas6: IdeaContent[] = [
  {
    key: 'que-paso-con-lo-votado',
    commitment,
    author: 'ciudadana',
    locality: '07',
    title: 'Saber qué pasó con lo que votamos en presupuestos participativos',
    description: prose`En mi barrio votamos por el parque, juntamos firmas, hicimos campaña en la
      puerta del supermercado. Ganamos. De eso van dos años y nadie sabe en qué va: unos dicen que
      está en estudios, otros que se perdió la plata.

      Propongo una página por cada proyecto ganador, con lo básico: cuánto vale, qué contrato es,
      quién lo hace, fecha de inicio, fecha de entrega y fotos de cada mes. Y si se demora, una
      línea que diga por qué. Con eso uno ya no inventa.`,
    lang: 'es',
    daysAgo: 12,
    fate: { kind: 'in_proposal', proposal: 'rastro-de-lo-votado' },
    supporters: 35,
    comments: [
      {
        author: 'marcela.ibarguen',
        body: 'Yo estuve en esa campaña. Me da pena con la gente que firmó, porque me preguntan y no sé qué decirles.',
        stance: 'a_favor',
        replies: [
          { author: 'ciudadana', body: 'Por eso la escribí, vecina. La cara la ponemos nosotras.' },
        ],
      },
      {
        author: 'gustavo.ladino',
        body: '¿Y los proyectos que perdieron? También quiero saber por qué el nuestro no pasó.',
        stance: 'pregunta',
      },
    ],
  },
  {
    key: 'tablero-en-la-junta',
    commitment,
    author: 'hernando.tibabisco',
    locality: '18',
    title: 'Un tablero impreso en la junta con las obras del barrio',
    description: prose`Mucha página, mucha aplicación. En mi tienda ponen el volante del circo y
      todo el mundo lo lee. Hagan lo mismo con las obras: una hoja grande, cada tres meses, en la
      junta, la iglesia y tres tiendas. Qué obra, cuánto vale, cuándo la entregan, a quién se le
      reclama. Si quieren yo pongo la pared.`,
    lang: 'es',
    daysAgo: 13,
    fate: { kind: 'in_proposal', proposal: 'rastro-de-lo-votado' },
    supporters: 23,
    comments: [
      {
        author: 'blanca.cuervo',
        body: 'Mi tienda también se ofrece. Entre el gas y la lotería hay espacio.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'antes-durante-despues',
    commitment,
    author: 'claudia.venegas',
    locality: '16',
    title: 'Foto del antes, del durante y del después de cada obra',
    description: prose`Tomadas desde el mismo punto y con fecha. Cualquier vecina las puede tomar si
      en el piso pintan los pies donde uno se para. En Puente Aranda repararon la misma calle tres
      veces y con fotos lo habríamos demostrado.`,
    lang: 'es',
    daysAgo: 9,
    fate: { kind: 'published' },
    supporters: 17,
    comments: [
      {
        author: 'noah.fairbanks',
        body: 'The painted feet are a great trick: same place, same angle, no training needed.',
        lang: 'en',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'presupuesto-en-senas',
    commitment,
    author: 'martin.ardila',
    locality: '11',
    title: 'El presupuesto de la localidad en un video de cinco minutos, con señas',
    description: prose`El presupuesto sale en un documento de 140 páginas. Pido un video de cinco
      minutos: de cada cien pesos de Suba, cuántos van a vías, a parques, a cultura, a pagar
      contratistas. Con lengua de señas y subtítulos. Si se entiende en señas, se entiende en todo.`,
    lang: 'es',
    daysAgo: 14,
    fate: { kind: 'published' },
    supporters: 13,
    comments: [],
  },
  {
    key: 'votacion-de-jovenes',
    commitment,
    author: 'ivan.cifuentes',
    locality: '10',
    title: 'Un pedazo del presupuesto para que lo decidan los jóvenes',
    description: prose`Trabajo con un grupo de danza urbana de 14 a 20 años. Tienen ideas, saben
      hacer cuentas y nadie les cree. Con el 5 % de lo que va a presupuestos participativos podrían
      decidir entre ellos: escenario, préstamo de instrumentos, una cancha con luz.

      Que voten desde los 14, en el colegio y en la casa de la juventud, y que los proyectos los
      sustenten ellos delante de otros jóvenes, no delante de un comité de señores.`,
    lang: 'es',
    daysAgo: 18,
    fate: { kind: 'published' },
    supporters: 26,
    comments: [
      {
        author: 'mateo.zipa',
        body: 'en mi curso votaríamos por luz en la cancha, 38 de 40. ya pregunté',
        stance: 'a_favor',
      },
      {
        author: 'teofilo.rubiano',
        body: 'Me parece bien, pero entonces también un pedazo para los viejos, que somos más callados.',
        replies: [
          {
            author: 'ivan.cifuentes',
            body: 'Don Teófilo, hagamos un proyecto juntos: cancha con luz y sillas con espaldar.',
          },
        ],
      },
    ],
  },
  {
    key: 'encuentro-en-la-vereda',
    commitment,
    author: 'efrain.chitiva',
    locality: '20',
    title: 'Que el encuentro ciudadano se haga también en la vereda',
    description: prose`Nos citan al encuentro en la cabecera y el que vive lejos no llega. Lo que se
      decide allá es para los que viven cerca. Rotar el sitio: un año en Betania, otro en Nazareth,
      otro en San Juan. Y que la urna de votar los proyectos ande en la misma camioneta de la
      brigada o de la leche.`,
    lang: 'es',
    daysAgo: 7,
    fate: { kind: 'published' },
    supporters: 12,
    comments: [],
  },
  {
    key: 'one-page-budget',
    commitment,
    author: 'noah.fairbanks',
    locality: '02',
    title: 'One page about the local budget that a newcomer can read',
    description: prose`I moved to Chapinero two years ago, I pay my taxes here and I would like to
      take part, but I could not find out how much the locality spends or who decides. A friend
      explained it on a napkin in ten minutes: this much comes from the city, this much is voted,
      this is the calendar.

      Please publish the napkin. One page, updated every January, in Spanish first and then in
      English, with the date of the next meeting at the bottom.`,
    lang: 'en',
    daysAgo: 17,
    fate: { kind: 'published' },
    supporters: 8,
    comments: [
      {
        author: 'julian.piraquive',
        body: 'Nací acá y tampoco lo sabía. La servilleta nos sirve a todos.',
        stance: 'a_favor',
        replies: [
          {
            author: 'noah.fairbanks',
            body: 'Then let’s draw it together. I still have the original.',
            lang: 'en',
          },
        ],
      },
    ],
  },
  {
    key: 'veeduria-con-fotocopias',
    commitment,
    author: 'mariela.pachon',
    locality: '06',
    title: 'Un fondo pequeño para que las veedurías saquen copias y paguen buses',
    description: prose`Somos cinco en la veeduría del colector. El contrato tiene 800 folios y la
      copia la pagamos con rifas. Un fondo pequeño, por localidad, con recibo y rendición de
      cuentas, para copias, pasajes y una visita de un ingeniero que nos explique el plano. Vigilar
      también cuesta.`,
    lang: 'es',
    daysAgo: 2,
    fate: { kind: 'waiting' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'comprar-en-la-localidad',
    commitment,
    author: 'felipe.nocua',
    locality: '09',
    title: 'Que los refrigerios y los chalecos se compren en la localidad',
    description: prose`Cada evento de la alcaldía local trae refrigerio de otra ciudad. En Fontibón
      hay cuarenta panaderías. Que se publique a quién se le compra cada cosa y de qué localidad es,
      y que haya una lista abierta donde una panadería de barrio se pueda inscribir con lo mínimo:
      registro, manipulación de alimentos y ya.`,
    lang: 'es',
    daysAgo: 6,
    fate: { kind: 'published' },
    supporters: 10,
    comments: [
      {
        author: 'viviana.rozo',
        body: 'De acuerdo, pero que no sea siempre la misma panadería del primo.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'conjuntos-son-barrio',
    commitment,
    author: 'gloria.amezquita',
    locality: '01',
    title: 'Los conjuntos también somos barrio',
    description: prose`Vivo en un conjunto de 400 apartamentos y nunca ha llegado una invitación a
      decidir nada. El volante lo dejan en la portería y ahí muere. Propongo que la administración
      pueda inscribir un correo y una persona de enlace, y que una vez al año la alcaldía local
      venga a la asamblea del conjunto, con el mapa de obras de alrededor. Somos mil personas bajo
      una misma puerta.`,
    lang: 'es',
    daysAgo: 4,
    fate: { kind: 'published' },
    supporters: 6,
    comments: [],
  },
  {
    key: 'urna-de-papel',
    commitment,
    author: 'blanca.cuervo',
    locality: '17',
    title: 'Poder votar los proyectos también en papel',
    description: prose`El año pasado la votación fue solo por internet. A mi tienda vinieron catorce
      personas mayores a que les ayudara con el celular, y a la séptima ya no me acordaba si estaba
      votando por ellas o por mí. Una urna de papel, una tarde, en la junta, con testigo. Se cuenta
      ahí mismo.`,
    lang: 'es',
    daysAgo: 23,
    fate: { kind: 'published' },
    supporters: 28,
    comments: [
      {
        author: 'camilo.peralonso',
        body: '¿Cómo se evita que alguien vote en papel y también por internet?',
        stance: 'pregunta',
        replies: [
          {
            author: 'blanca.cuervo',
            body:
              'Con la misma lista, joven: si firmó, ya no le abre el otro. Eso lo sabrán ' +
              'hacer ustedes los del computador.',
          },
        ],
      },
    ],
  },
  {
    key: 'por-que-dijeron-que-no',
    commitment,
    author: 'julian.piraquive',
    locality: '02',
    title: 'Explicar por escrito por qué se negó un proyecto',
    description: prose`Presentamos una escuela de música para el barrio. Respuesta: "no viable". Dos
      palabras para ocho meses de trabajo. Si dijeran qué le faltó, lo arreglábamos y volvíamos.

      Un formato de una página: qué criterio no cumplió, qué tendría que cambiar, quién lo revisó
      (el cargo, no hace falta el nombre) y hasta cuándo puede uno volver a presentarlo.`,
    lang: 'es',
    daysAgo: 21,
    fate: { kind: 'published' },
    supporters: 22,
    comments: [
      {
        author: 'ines.bocanegra',
        body: 'A nosotros nos dijeron "no procede". Ni procede ni explica.',
        stance: 'a_favor',
      },
    ],
  },
];
