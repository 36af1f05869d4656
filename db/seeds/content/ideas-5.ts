import { prose } from './prose.ts';
import type { IdeaContent } from './types.ts';

const commitment = 'bogota-50-50';

export const ideas5: IdeaContent[] = [
  {
    key: 'cuidado-en-reuniones',
    commitment,
    author: 'leidy.moncayo',
    locality: '19',
    title: 'Cuidado de niñas y niños en cada reunión pública',
    description: prose`Las cuidadoras no vamos a las reuniones porque no hay con quién dejar a los
      niños. Y cuando los llevamos, nos miran mal si lloran.

      Que en cada reunión convocada por la ciudad haya un espacio de cuidado, en el mismo sitio, con
      alguien preparado, colchonetas y merienda. Que salga en la invitación, en letra grande, desde
      el principio, no "si lo solicita". Eso cambia quién llega y, por lo mismo, quién decide.`,
    lang: 'es',
    daysAgo: 24,
    fate: { kind: 'in_proposal', proposal: 'reuniones-para-llegar' },
    supporters: 36,
    comments: [
      {
        author: 'ruben.acuna',
        body: 'Y que no den por hecho que solo van mamás. Yo cuido a mis dos hijas entre semana.',
        stance: 'a_favor',
        replies: [
          { author: 'leidy.moncayo', body: 'Tiene toda la razón. Que diga "para quien cuida".' },
        ],
      },
      {
        author: 'efrain.chitiva',
        body: 'En la vereda la reunión dura todo el día por el camino. El cuidado tendría que incluir el almuerzo.',
      },
    ],
  },
  {
    key: 'hora-de-reunion',
    commitment,
    author: 'sonia.beltran',
    locality: '08',
    title: 'Reuniones a una hora en la que una pueda ir',
    description: prose`Martes a las 10 de la mañana: van los jubilados y los funcionarios. Miércoles
      a las 8 de la noche: van los que tienen carro. Sábado a las 2: por fin estamos las que
      trabajamos y todavía hay bus para volver.

      Propongo preguntar la hora antes de fijarla, con una encuesta de un minuto por mensaje, y que
      se publique quién no pudo llegar y por qué.`,
    lang: 'es',
    daysAgo: 23,
    fate: { kind: 'in_proposal', proposal: 'reuniones-para-llegar' },
    supporters: 20,
    comments: [
      {
        author: 'camilo.peralonso',
        body: 'Una sola hora siempre deja a alguien por fuera. ¿Y si se alternan dos?',
        stance: 'pregunta',
      },
    ],
  },
  {
    key: 'plata-del-bus',
    commitment,
    author: 'edilma.torres',
    locality: '04',
    title: 'La plata del bus para poder ir a participar',
    description: prose`De mi casa a la alcaldía local son dos buses, ida y vuelta, y somos tres que
      vamos. Eso es el almuerzo. Uno deja de ir, no por falta de ganas. Pagar el pasaje a quien lo
      necesite, sin pedir carta ni foto, con la lista de asistencia basta.`,
    lang: 'es',
    daysAgo: 22,
    fate: { kind: 'in_proposal', proposal: 'reuniones-para-llegar' },
    supporters: 18,
    comments: [
      {
        author: 'karen.sarmiento',
        body: 'Si se paga por ir, van a llenar las reuniones con gente que solo firma.',
        stance: 'en_contra',
        replies: [
          {
            author: 'edilma.torres',
            body: 'Por un pasaje no se aguanta nadie tres horas de reunión, mi señora.',
          },
        ],
      },
    ],
  },
  {
    key: 'paridad-en-la-junta',
    commitment,
    author: 'ines.bocanegra',
    locality: '14',
    title: 'Paridad en la junta, no solo en la secretaría',
    description: prose`He estado en tres juntas de mi barrio. Las tres veces me propusieron de
      secretaria "porque usted tiene bonita letra". Presidente, tesorero y fiscal, hombres. En las
      bases somos siete de cada diez.

      Que la ciudad publique, localidad por localidad, cuántas mujeres hay en cada cargo de las
      juntas. No para castigar: para que se vea. Y que a las que quieran lanzarse les den un curso
      de cuentas y de hablar en público, de noche y con quien cuide los niños.`,
    lang: 'es',
    daysAgo: 15,
    fate: { kind: 'published' },
    supporters: 29,
    comments: [
      {
        author: 'hernando.tibabisco',
        body:
          'En la mía la presidenta es mujer y la mejor que hemos tenido. Pero es la única en ' +
          '31 años, toca decirlo.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'quien-habla',
    commitment,
    author: 'daniela.firavitoba',
    locality: '13',
    title: 'Contar cuántas mujeres hablan, no solo cuántas asisten',
    description: prose`En la última reunión a la que fui había 22 mujeres y 9 hombres. Cronometré
      con el celular: ellas hablaron 14 minutos de 90.

      Propongo que en cada reunión de este plan una persona lleve el tiempo de palabra y que se
      publique junto con la asistencia. Se puede hacer con un reloj de ajedrez y una hoja. Lo probé
      y en la segunda reunión, solo por saberse medidos, la cosa se emparejó.`,
    lang: 'es',
    daysAgo: 11,
    fate: { kind: 'published' },
    supporters: 24,
    comments: [
      {
        author: 'ruben.acuna',
        body: 'Medir personas hablando me parece incómodo, como de colegio.',
        stance: 'en_contra',
        replies: [
          {
            author: 'daniela.firavitoba',
            body: 'Es incómodo, sí. Más incómodo es esperar el turno hora y media.',
          },
          {
            author: 'valeria.monsalve',
            body: 'Y que el conteo respete cómo se nombra cada quien. No miren la cara y adivinen.',
          },
        ],
      },
      {
        author: 'sebastian.ochica',
        body: '¡Yo presto los relojes de ajedrez! En serio.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'voceria-mayores',
    commitment,
    author: 'ruben.acuna',
    locality: '15',
    title: 'Escuela de vocería para mujeres mayores',
    description: prose`Mi mamá crió ocho, manejó la olla comunitaria quince años y sabe más del
      barrio que cualquier consultor. Pero le pasan el micrófono y se queda muda: "hable usted,
      mijo".

      Una escuela corta, cuatro tardes, en el salón parroquial, donde mujeres como ella practiquen
      pedir la palabra, decir no y exigir respuesta por escrito. Que las profesoras sean otras
      mujeres mayores que ya lo hacen.`,
    lang: 'es',
    daysAgo: 20,
    fate: { kind: 'published' },
    supporters: 14,
    comments: [],
  },
  {
    key: 'hombres-que-cuidan',
    commitment,
    author: 'oscar.villalba',
    locality: '10',
    title: 'Talleres para hombres que quieren aprender a cuidar',
    description: prose`Cuando mi esposa se enfermó descubrí que no sabía hacer una sopa ni poner una
      inyección. Me dio vergüenza preguntar. Un taller para hombres, entre hombres y sin burla:
      cocinar, bañar a un enfermo, peinar a una niña. Si nosotros cuidamos más, ellas llegan más a
      las reuniones. Son las matemáticas.`,
    lang: 'es',
    daysAgo: 1,
    fate: { kind: 'waiting' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'el-presidente-no-deja',
    commitment,
    author: 'cristian.mahecha',
    locality: '09',
    title: 'En mi junta no dejan hablar a las mujeres',
    description: prose`En la junta de mi barrio el presidente, Evaristo Manrique, el de la casa azul
      de la esquina, les quita la palabra a las señoras y les dice que se vayan a cocinar. Debería
      haber una regla para que a quien haga eso lo puedan suspender de dirigir la reunión.`,
    lang: 'es',
    daysAgo: 6,
    fate: {
      kind: 'returned',
      reason: 'datos_personales',
      explanation: prose`Cristian, la regla que propones es muy buena y la queremos publicar. El
        texto trae el nombre de una persona y señas de dónde vive, y eso no lo podemos mostrar sin
        su permiso. Quita ese pedazo, deja la regla y envíala de nuevo. Si quieres denunciar lo que
        pasó, te contamos por dónde en la página de ayuda.`,
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'mi-nombre-en-la-lista',
    commitment,
    author: 'valeria.monsalve',
    locality: '14',
    title: 'Que la lista de asistencia deje poner mi nombre',
    description: prose`Soy una mujer trans. En las reuniones la lista pide "nombre como aparece en
      la cédula" y después la leen en voz alta. Ya no voy.

      Dos cambios: que la lista pida el nombre con el que una quiere que la llamen y que nadie lea
      listas en voz alta. Si de verdad necesitan el documento para algo, que lo pidan aparte y en
      privado. Sirve también para quien no quiere que su ex sepa dónde está un martes a las seis.`,
    lang: 'es',
    daysAgo: 16,
    fate: { kind: 'published' },
    supporters: 21,
    comments: [
      {
        author: 'luz.angulo',
        body: 'Lo de la ex pareja es real. En mi grupo hay dos compañeras que firman con otro nombre por eso.',
        stance: 'a_favor',
      },
      {
        author: 'teofilo.rubiano',
        body: 'Y si no leen la lista, ¿cómo saben quién fue?',
        stance: 'pregunta',
        replies: [
          {
            author: 'valeria.monsalve',
            body: 'Con la firma, don Teófilo. Uno firma al entrar y ya quedó.',
          },
        ],
      },
    ],
  },
  {
    key: 'mujeres-en-la-obra',
    commitment,
    author: 'rosalba.quintana',
    locality: '05',
    title: 'Que en las obras del barrio contraten mujeres del barrio',
    description: prose`Hicimos el curso de pañete, de enchape y de alturas; tenemos el cartón. Llega
      la obra al parque y traen cuadrilla de otro lado, puro hombre. Cuando preguntamos, que "dejen
      la hoja de vida".

      Que toda obra local publique cuántas mujeres contrató y en qué oficio. Si fueron solo para
      paletear el tráfico y servir tinto, que se note.`,
    lang: 'es',
    daysAgo: 5,
    fate: { kind: 'published' },
    supporters: 19,
    comments: [],
  },
  {
    key: 'curso-con-descuento',
    commitment,
    author: 'julian.piraquive',
    locality: '02',
    title: 'Curso de liderazgo femenino con 40 % de descuento',
    description: prose`Somos una academia en Chapinero con cursos certificados de liderazgo para
      mujeres. Por este mes ofrecemos 40 % de descuento a todas las que participen en la plataforma.
      Cupos limitados. Pregunta por nuestros planes empresariales.`,
    lang: 'es',
    daysAgo: 10,
    fate: {
      kind: 'rejected',
      reason: 'publicidad_spam',
      explanation: prose`Julián, este texto ofrece un servicio que se vende, y aquí solo van ideas
        para mejorar los compromisos. Si quieres proponer cómo formar a más mujeres para que lleguen
        a cargos de decisión, escríbelo sin la oferta y con gusto lo leemos.`,
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'campesinas-deciden',
    commitment,
    author: 'aura.montenegro',
    locality: '20',
    title: 'Las campesinas también decidimos la finca',
    description: prose`A la capacitación de ganadería invitan "al jefe de hogar" y llega la carta a
      nombre de mi esposo, aunque las vacas las ordeño yo. Que las invitaciones, los insumos y los
      créditos pequeños vengan a nombre de los dos. Y que se cuente cuántas somos, porque en las
      listas de beneficiarios aparecemos como "y señora".`,
    lang: 'es',
    daysAgo: 26,
    fate: { kind: 'published' },
    supporters: 16,
    comments: [
      {
        author: 'rigoberto.sua',
        body: 'En Usme rural es igual. Mi esposa ya aprendió a reclamar la carta ella.',
        stance: 'a_favor',
      },
    ],
  },
];
