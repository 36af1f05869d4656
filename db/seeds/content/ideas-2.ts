import { prose } from './prose.ts';
import type { IdeaContent } from './types.ts';

const commitment = 'espacio-publico';

export const ideas2: IdeaContent[] = [
  {
    key: 'banca-en-la-loma',
    commitment,
    author: 'nubia.toca',
    locality: '04',
    title: 'Banca y techo en los paraderos de la loma',
    description: prose`En los barrios altos de San Cristóbal el bus pasa cada veinte minutos, cuando
      pasa. Se espera de pie, con el mercado en la mano y al agua. Hicimos la lista con la junta:
      son doce paraderos, desde Altamira hasta Juan Rey.

      No pedimos paradero de lujo. Una banca de tres puestos, un techo que aguante el granizo y que
      el agua no le caiga a uno en los pies. Si nos dejan, el sábado ponemos la mano de obra y
      ustedes el material.`,
    lang: 'es',
    daysAgo: 29,
    fate: { kind: 'in_proposal', proposal: 'sentarse-y-escampar' },
    supporters: 38,
    comments: [
      {
        author: 'efrain.chitiva',
        body: 'Y en la carretera a Nazareth también. Allá la espera no es de veinte minutos sino de dos horas.',
        stance: 'a_favor',
        replies: [
          {
            author: 'nubia.toca',
            body: 'Don Efraín, escríbala aparte y yo se la apoyo. Entre lomas nos entendemos.',
          },
        ],
      },
      {
        author: 'teofilo.rubiano',
        body: 'Con espaldar, por favor. Uno de viejo no se puede sentar en una tabla.',
        stance: 'a_favor',
      },
      {
        author: 'gustavo.ladino',
        body: '¿Esto no le toca a la empresa que tiene los paraderos con publicidad?',
        stance: 'pregunta',
      },
    ],
  },
  {
    key: 'sillas-cada-dos-cuadras',
    commitment,
    author: 'teofilo.rubiano',
    locality: '15',
    title: 'Sillas cada dos cuadras para los que ya no aguantamos',
    description: prose`Tengo 79 años y camino todos los días por el Restrepo porque el médico me lo
      mandó. El problema no es caminar, es que no hay dónde parar. De la iglesia al parque son cinco
      cuadras sin un solo asiento; me toca entrar a comprar un tinto que ni me puedo tomar.

      Una silla con espaldar y descansabrazos cada dos cuadras. Nada más.`,
    lang: 'es',
    daysAgo: 29,
    fate: { kind: 'in_proposal', proposal: 'sentarse-y-escampar' },
    supporters: 29,
    comments: [
      {
        author: 'ruben.acuna',
        body: 'Las quitaron para que no durmiera gente ahí. Habría que hablar también de eso.',
        stance: 'pregunta',
      },
      {
        author: 'ciudadana',
        body: 'Mi suegra igual. Sale menos por eso, y encerrada se enferma más.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'sombra-donde-se-espera',
    commitment,
    author: 'rosalba.quintana',
    locality: '05',
    title: 'Árboles que den sombra donde la gente espera',
    description: prose`En Usme sembraron palitos en la mitad del potrero y en la parada del colegio,
      donde se hacen ochenta mamás al rayo del sol, no hay ni uno. Siembren donde uno espera:
      paraderos, colegios, el puesto de salud. Y que pongan de los nativos, que los vecinos ya
      sabemos cuáles pegan acá y cuáles se los lleva la helada.`,
    lang: 'es',
    daysAgo: 28,
    fate: { kind: 'in_proposal', proposal: 'sentarse-y-escampar' },
    supporters: 22,
    comments: [],
  },
  {
    key: 'huertas-en-lotes',
    commitment,
    author: 'leidy.moncayo',
    locality: '19',
    title: 'Huertas en los lotes que hoy son botadero',
    description: prose`Arriba de mi casa, en Arborizadora, hay un lote que ha sido parqueadero,
      botadero y olla. Hace un año lo limpiamos con las vecinas y sembramos acelga, papa criolla y
      caléndula. Nadie nos dio permiso y nadie nos lo quitó, pero tampoco nadie nos conecta el agua.

      Propongo un listado público de lotes de la ciudad que se puedan prestar, con un contrato de
      una página, por dos años. A cambio nos comprometemos a tenerlo limpio, abierto los sábados y a
      contar cuánto cosechamos.

      Ya somos siete huertas en la parte alta y nos queremos poner en orden. Lo difícil no es
      sembrar: es el papel.`,
    lang: 'es',
    daysAgo: 11,
    fate: { kind: 'published' },
    supporters: 25,
    comments: [
      {
        author: 'xiomara.mena',
        body:
          'Con plantas medicinales también. En la nuestra la gente llega preguntando por la ' +
          'ruda y se queda por el sancocho.',
        stance: 'a_favor',
      },
      {
        author: 'felipe.nocua',
        body: 'Cuidado con el suelo de los lotes que fueron botadero. Antes de sembrar para comer hay que mirarlo.',
        stance: 'pregunta',
        replies: [
          {
            author: 'leidy.moncayo',
            body:
              'Sí. Nosotras sembramos en cajones con tierra traída, por eso mismo. Que el ' +
              'préstamo incluya el estudio.',
          },
          { author: 'felipe.nocua', body: 'Ah, entonces con toda. Apoyada.' },
        ],
      },
    ],
  },
  {
    key: 'planos-en-relieve',
    commitment,
    author: 'tatiana.goyeneche',
    locality: '11',
    title: 'Planos en relieve y braille a la entrada de los parques',
    description: prose`Soy ciega y voy al parque con mi perro guía. Los parques nuevos tienen guía
      táctil en el piso, que empieza en la reja y termina en la nada. Un plano en relieve a la
      entrada, con las rutas sin escalones, los baños y la salida, me permitiría ir sin preguntarle
      a nadie.

      Que lo prueben con nosotros antes de hacerlos todos. Empecemos por cinco.`,
    lang: 'es',
    daysAgo: 2,
    fate: { kind: 'published' },
    supporters: 16,
    comments: [
      {
        author: 'martin.ardila',
        body: prose`Y un código para ver la misma información en lengua de señas. Uno piensa que
          leer español es fácil para todos los sordos y no.`,
      },
    ],
  },
  {
    key: 'banos-publicos',
    commitment,
    author: 'oscar.villalba',
    locality: '10',
    title: 'Baños públicos abiertos y limpios en los parques grandes',
    description: prose`Soy taxista. Los que trabajamos en la calle sabemos el mapa secreto de los
      baños de Bogotá: en cuál panadería lo prestan, en cuál cobran mil y en cuál le dicen a uno que
      está dañado.

      Que los parques grandes tengan baño abierto de 6 a 8, con cobro pequeño si toca, y alguien que
      lo cuide. Piensen en los que manejan, en las señoras que venden tinto y en el niño que no
      aguanta.`,
    lang: 'es',
    daysAgo: 8,
    fate: { kind: 'published' },
    supporters: 31,
    comments: [
      {
        author: 'ines.bocanegra',
        body: 'Por fin alguien lo dice. Yo en todo el día de venta no tomo agua por no tener dónde ir.',
        stance: 'a_favor',
      },
      {
        author: 'karen.sarmiento',
        body: 'Con cambiador también en el de hombres.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'luz-del-puente',
    commitment,
    author: 'ivan.cifuentes',
    locality: '10',
    title: 'Código en cada puente peatonal para avisar que no tiene luz',
    description: prose`El puente lleva cuatro meses sin luz y la gente prefiere cruzar por la
      avenida, que es peor. Propongo que cada puente tenga un código para avisar la falla y que en
      una página se vea cuándo la arreglan.

      La señora del 302, doña Graciela Puin, 300 000 0000, ya llamó tres veces y le pueden
      preguntar.`,
    lang: 'es',
    daysAgo: 2,
    fate: { kind: 'waiting', because: 'third_party_data' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'mesas-de-ajedrez',
    commitment,
    author: 'sebastian.ochica',
    locality: '03',
    title: 'Mesas de ajedrez en la plazoleta',
    description: prose`Los que jugamos ajedrez en la Séptima llevamos la mesa, las sillas y el toldo
      al hombro. Con seis mesas fijas de concreto, de las de tablero pintado, habría partido todos
      los días y los pelados aprenderían gratis. Nosotros enseñamos.`,
    lang: 'es',
    daysAgo: 1,
    fate: { kind: 'waiting' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'mejorar-andenes',
    commitment,
    author: 'ciudadana',
    locality: '07',
    title: 'Arreglar los andenes',
    description:
      'Los andenes están muy mal y toca bajarse a la calle con el coche. Que los arreglen bien.',
    lang: 'es',
    daysAgo: 7,
    fate: {
      kind: 'returned',
      reason: 'ininteligible_incompleta',
      explanation: prose`Yeimy, leímos tu idea y queremos publicarla. Para que la Secretaría te
        pueda contestar nos faltan dos cosas: más o menos en qué parte de Bosa es, sin dar tu
        dirección, y qué sería un buen arreglo para ti. ¿Rampas, más ancho, sin carros encima?
        Mientras respondes, el plazo se detiene.`,
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'tapa-de-alcantarilla',
    commitment,
    author: 'cristian.mahecha',
    locality: '09',
    title: 'Hay una alcantarilla sin tapa frente al colegio',
    description: prose`Se robaron la tapa hace dos semanas, frente a la entrada de primaria. Los
      papás le pusimos una rama con una bolsa roja, que ya se cayó. Ayer casi se va un niño. Por
      favor vengan antes de que pase algo.`,
    lang: 'es',
    daysAgo: 13,
    fate: {
      kind: 'petition',
      reason: 'peticion_o_queja',
      explanation: prose`Cristian, esto no puede esperar un plan: hay que taparla ya. Lo radicamos
        por ti como petición y te responde la empresa de acueducto en el plazo de ley, contado desde
        el día siguiente a tu envío. Guarda el número. Si además se te ocurre cómo evitar que pase
        en otros colegios, escríbelo como idea.`,
      caseNumber: '4017732026',
      competentBody: 'Empresa de Acueducto y Alcantarillado de Bogotá',
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'zona-30-jardines',
    commitment,
    author: 'gustavo.ladino',
    locality: '12',
    title: 'Zona 30 frente a los jardines infantiles',
    description: prose`En la cuadra del jardín de mi nieta los carros bajan como si fuera autopista.
      Propongo que frente a todo jardín infantil la velocidad máxima sea 30, con el piso pintado de
      color para que se note sin leer el aviso, y que se publique cada año cuántos jardines ya la
      tienen y cuáles faltan.

      Lo de los reductores ya lo pedimos y dijeron que había que hacer estudio. Bueno: hagan el
      estudio y cuenten cómo va.`,
    lang: 'es',
    daysAgo: 9,
    fate: {
      kind: 'rerouted',
      to: 'seguridad-vial',
      reason: 'otro_compromiso',
      explanation: prose`Don Gustavo, la pasamos a «Información para la seguridad vial», porque la
        velocidad y la señalización las decide la Secretaría de Movilidad y no la del Hábitat. No la
        rechazamos y no tiene que enviarla otra vez: ya está publicada allá y recibe apoyos.`,
    },
    supporters: 19,
    comments: [
      {
        author: 'paola.chaparro',
        body:
          'En Bosa frente a dos jardines pintamos el piso con los niños y sí bajan la ' +
          'velocidad, al menos el primer mes.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'vendedores-y-peatones',
    commitment,
    author: 'ines.bocanegra',
    locality: '14',
    title: 'Sentarnos vendedores y peatones antes de mover a nadie',
    description: prose`Vendo aguacates en la carrera 15 con 13 desde que mi hijo gateaba, y ya es
      papá. Cada alcalde llega con un plan para nosotros y sin nosotros.

      Propongo una mesa por cuadra, chiquita: dos vendedores, dos vecinos, un local comercial,
      alguien con discapacidad y alguien de la Secretaría. Que midamos entre todos cuánto andén
      necesita el que camina y cuánto sobra. Lo que sobre se pinta y se respeta; lo que no, nos
      corremos. Pero que lo hablemos ahí parados, no en una oficina.`,
    lang: 'es',
    daysAgo: 21,
    fate: { kind: 'published' },
    supporters: 20,
    comments: [
      {
        author: 'karen.sarmiento',
        body: 'El andén es para caminar. Si se negocia cuadra por cuadra, en seis meses estamos igual.',
        stance: 'en_contra',
        replies: [
          {
            author: 'ines.bocanegra',
            body: 'Señora Karen, igual estamos hace treinta años sin negociar. Venga un martes y le muestro.',
          },
          {
            author: 'tatiana.goyeneche',
            body: prose`Yo que uso bastón prefiero un puesto que siempre esté en el mismo sitio a
              uno que corre. Me sirve la idea si hay línea clara.`,
          },
        ],
      },
    ],
  },
  {
    key: 'perros-y-cancha',
    commitment,
    author: 'karen.sarmiento',
    locality: '01',
    title: 'Zona para perros sin quitarle la cancha a nadie',
    description: prose`En Cedritos el parque tiene tres dueños según la hora: los de fútbol, los de
      los perros y los niños. Hay pelea diaria. Propongo marcar horarios en un tablero y una esquina
      cercada de verdad para perros grandes, con bolsas y caneca. Se hace con una encuesta en la
      portería de los edificios, una semana, y ya.`,
    lang: 'es',
    daysAgo: 5,
    fate: { kind: 'published' },
    supporters: 9,
    comments: [],
  },
  {
    key: 'borrador-mural',
    commitment,
    author: 'ciudadana',
    locality: '07',
    title: 'Mural con la historia del barrio',
    description: prose`Un mural en el muro del colegio con las fotos de cuando hicimos el acueducto
      entre todos. Falta preguntarle a don Alcides por las fotos.`,
    lang: 'es',
    daysAgo: 3,
    fate: { kind: 'draft' },
    supporters: 0,
    comments: [],
  },
];
