import { prose } from './prose.ts';
import type { IdeaContent } from './types.ts';

const commitment = 'salud';

export const ideas3: IdeaContent[] = [
  {
    key: 'citas-en-audio',
    commitment,
    author: 'rigoberto.sua',
    locality: '05',
    title: 'Recordatorios de citas médicas en audio y con palabras sencillas',
    description: prose`Mi mamá no lee bien y pierde las citas. Le llega un mensaje que dice
      "consulta de primera vez por especialista, presentarse con 20 min de antelación, traer HC".
      ¿Qué es HC?

      Si el mensaje llega como nota de voz, que diga el día, la hora, el sitio y qué llevar, muchas
      personas mayores no perderían la cita. Y el cupo lo aprovecharía alguien, en vez de quedarse
      ahí.`,
    lang: 'es',
    daysAgo: 29,
    fate: { kind: 'in_proposal', proposal: 'citas-que-se-entienden' },
    supporters: 36,
    comments: [
      {
        author: 'edilma.torres',
        body: 'Mi esposo es igual, y le da pena pedir que le lean. Con el audio no le tiene que contar a nadie.',
        stance: 'a_favor',
      },
      {
        author: 'martin.ardila',
        body: 'A mí el audio no me sirve porque soy sordo. Que uno pueda escoger: audio, texto o video.',
        stance: 'pregunta',
        replies: [
          {
            author: 'rigoberto.sua',
            body: 'Claro que sí, que se escoja. No lo había pensado y le agradezco.',
          },
        ],
      },
    ],
  },
  {
    key: 'que-llevar',
    commitment,
    author: 'marcela.ibarguen',
    locality: '07',
    title: 'Que el mensaje diga qué llevar y por cuál puerta es',
    description: prose`Tres veces me han devuelto: una por la fotocopia, otra por el ayuno, y otra
      porque era en la sede nueva y yo estaba en la vieja. Dos buses y medio día de trabajo perdidos
      cada vez. El mensaje debería decir: qué llevar, si va en ayunas, en qué sede y por cuál puerta
      se entra. Cuatro renglones.`,
    lang: 'es',
    daysAgo: 28,
    fate: { kind: 'in_proposal', proposal: 'citas-que-se-entienden' },
    supporters: 32,
    comments: [
      {
        author: 'paola.chaparro',
        body: 'Lo de las dos sedes es verdad, a todo el mundo le pasa. Ni el taxista sabe.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'horario-en-la-puerta',
    commitment,
    author: 'ciudadana',
    locality: '07',
    title: 'El horario del centro de salud, en grande y en la puerta',
    description: prose`Algo chiquito: que en la puerta del centro de salud esté el horario en letra
      grande. A qué hora dan fichas, a qué hora vacunan, a qué hora abre la farmacia y qué día no
      hay odontólogo. Hoy uno se entera haciendo fila. Y que lo cambien cuando cambie, con fecha.`,
    lang: 'es',
    daysAgo: 28,
    fate: { kind: 'in_proposal', proposal: 'citas-que-se-entienden' },
    supporters: 23,
    comments: [
      {
        author: 'rosalba.quintana',
        body: 'Y a la altura de los ojos, no arriba donde está el extintor.',
        stance: 'a_favor',
      },
      {
        author: 'ciudadano2',
        body: '¿Quién queda responsable de cambiarlo? Si no hay nombre, en un mes está viejo.',
        stance: 'pregunta',
        replies: [
          {
            author: 'ciudadana',
            body: 'Que firme la persona de atención al usuario, ahí mismo en el papel.',
          },
        ],
      },
    ],
  },
  {
    key: 'dia-con-interprete',
    commitment,
    author: 'martin.ardila',
    locality: '11',
    title: 'Un día fijo a la semana con intérprete de lengua de señas',
    description: prose`Soy sordo. Para ir al médico llevo a mi hermana y tiene que oír todo lo mío.
      Hay cosas que uno no le quiere contar a la hermana.

      Entiendo que no hay intérpretes para todos los centros todos los días. Propongo un día fijo,
      por ejemplo los miércoles, en dos centros de Suba. Nosotros nos organizamos para pedir cita
      ese día. Que se anuncie en video y no en un PDF.`,
    lang: 'es',
    daysAgo: 13,
    fate: { kind: 'published' },
    supporters: 28,
    comments: [
      {
        author: 'tatiana.goyeneche',
        body: 'Me gusta que digas el día y el sitio. Así no pueden contestar que es muy costoso y ya.',
        stance: 'a_favor',
        replies: [
          {
            author: 'martin.ardila',
            body: 'Gracias, Tatiana. Y también te apoyé los planos en relieve.',
          },
        ],
      },
    ],
  },
  {
    key: 'brigada-con-fecha',
    commitment,
    author: 'efrain.chitiva',
    locality: '20',
    title: 'La brigada de salud que sube a la vereda, con fecha fija',
    description: prose`De mi vereda al centro de salud de Nazareth son tres horas a caballo si no ha
      llovido. La brigada sube, y se agradece, pero avisan el día antes, y el campesino ya está en
      el corte o bajó a vender la papa.

      Con un calendario de todo el año, pegado en la escuela y dicho por la emisora, nosotros
      acomodamos el trabajo. Y si la brigada no puede subir, que también lo digan por la emisora,
      con nueva fecha.

      De paso: que suba odontología. Eso hace dos años que no.`,
    lang: 'es',
    daysAgo: 22,
    fate: { kind: 'published' },
    supporters: 26,
    comments: [
      {
        author: 'aura.montenegro',
        body: prose`En San Juan es lo mismo. Y que pregunten antes qué hace falta: la última vez
          trajeron charlas de estrés y nosotras queríamos citologías.`,
        stance: 'a_favor',
      },
      {
        author: 'noah.fairbanks',
        body: 'Radio plus a yearly calendar sounds very doable. Is there a list of the settlements?',
        lang: 'en',
        stance: 'pregunta',
      },
    ],
  },
  {
    key: 'donde-hablar',
    commitment,
    author: 'mateo.zipa',
    locality: '11',
    title: 'Un sitio para hablar que no sea la orientación del colegio',
    description: prose`tengo 16. en mi colegio hay una orientadora para 900 y si uno va todo el
      mundo se entera porque la oficina es de vidrio.

      propongo un espacio en la biblioteca o en la casa de la juventud, con alguien que sepa, sin
      pedir permiso del acudiente para la primera vez y donde uno pueda llegar con un amigo. y que
      lo diseñemos nosotros, porque los afiches con manos y girasoles no los lee nadie`,
    lang: 'es',
    daysAgo: 8,
    fate: { kind: 'published' },
    supporters: 34,
    comments: [
      {
        author: 'gloria.amezquita',
        body: 'Como mamá me asusta lo de sin permiso, pero prefiero que hable con alguien a que no hable con nadie.',
        replies: [
          {
            author: 'mateo.zipa',
            body: 'es solo para la primera vez. después sí se cuenta en la casa, con ayuda',
          },
        ],
      },
      {
        author: 'sonia.beltran',
        body: 'Soy profe. La oficina de vidrio existe en todos los colegios, lo juro. Totalmente de acuerdo.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'sin-autorizaciones',
    commitment,
    author: 'felipe.nocua',
    locality: '09',
    title: 'Acabar con las autorizaciones de la EPS',
    description: prose`Que el alcalde elimine las autorizaciones de las EPS en Bogotá. Si el médico
      ordenó el examen, se hace y punto. Llevo dos meses yendo y viniendo con el mismo papel
      sellado.`,
    lang: 'es',
    daysAgo: 17,
    fate: {
      kind: 'rejected',
      reason: 'fuera_de_competencia',
      explanation: prose`Felipe, esto lo vive media ciudad, pero no lo puede decidir Bogotá. Las
        reglas de las EPS las fijan el Congreso y el Ministerio de Salud y Protección Social, y
        quien vigila que te atiendan a tiempo es la Superintendencia Nacional de Salud: allá puedes
        reclamar por la demora de tu examen. Aquí sí caben ideas sobre los centros de salud de la
        ciudad.`,
      competentBody: 'Ministerio de Salud y Protección Social',
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'actas-copacos',
    commitment,
    author: 'nancy.urrego',
    locality: '06',
    title: 'Que las actas del comité de salud se puedan leer',
    description: prose`Asisto al comité de participación en salud de Tunjuelito. Hacemos buenas
      preguntas. Después sale un acta de once páginas, escaneada torcida, donde lo que dijimos quedó
      en "la comunidad manifiesta inquietudes".

      Mi propuesta: una hoja con tres columnas. Qué se preguntó, quién responde, para cuándo. Y en
      la siguiente reunión se empieza leyendo esa hoja.`,
    lang: 'es',
    daysAgo: 10,
    fate: { kind: 'published' },
    supporters: 12,
    comments: [],
  },
  {
    key: 'respiro-para-cuidadoras',
    commitment,
    author: 'yurani.palacios',
    locality: '19',
    title: 'Un respiro de dos horas para quien cuida',
    description: prose`Mi vecina cuida al hijo de 30 años que no se mueve solo. No ha ido al
      odontólogo en cinco años porque no lo puede dejar. No pide plata, pide dos horas.

      Que el centro de salud tenga una persona formada que vaya a la casa dos horas al mes para que
      ella pueda ir a su propia cita. Que se empiece contando cuántas son, porque en mi cuadra ya
      van cuatro.`,
    lang: 'es',
    daysAgo: 4,
    fate: { kind: 'published' },
    supporters: 30,
    comments: [
      {
        author: 'luz.angulo',
        body: 'Cuando mi papá estaba en cama, eso me habría salvado. De verdad.',
        stance: 'a_favor',
      },
      {
        author: 'mariela.pachon',
        body: '¿Y si quien cuida es un señor? Mi hermano cuida a su esposa y nadie lo cuenta.',
        stance: 'pregunta',
      },
    ],
  },
  {
    key: 'cita-de-control',
    commitment,
    author: 'luz.angulo',
    locality: '18',
    title: 'Llevo tres meses esperando la cita de control',
    description: prose`Me operaron en agosto y me dijeron que en un mes era el control. He llamado y
      siempre dicen que no hay agenda. Me sigue doliendo. Quiero que me digan una fecha y también
      que arreglen eso de la agenda porque somos muchos en las mismas.`,
    lang: 'es',
    daysAgo: 2,
    fate: { kind: 'waiting', because: 'looks_like_petition' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'farmacia-movil',
    commitment,
    author: 'viviana.rozo',
    locality: '16',
    title: 'Farmacia móvil los sábados',
    description: prose`Un camión pequeño que reparta los medicamentos pendientes los sábados en los
      barrios, para los que trabajamos de lunes a viernes y no alcanzamos a la farmacia del centro
      de salud.`,
    lang: 'es',
    daysAgo: 16,
    fate: {
      kind: 'withdrawn',
      motive:
        'Averigüé y desde este mes mi centro de salud ya entrega los sábados. Voy a escribir otra sobre el horario.',
    },
    supporters: 5,
    comments: [],
  },
  {
    key: 'saberes-y-parteras',
    commitment,
    author: 'xiomara.mena',
    locality: '03',
    title: 'Que la partera y la sabedora entren al centro de salud',
    description: prose`Vengo de una familia de parteras del Pacífico. En el centro de Santa Fe
      atienden a muchas paisanas que confían primero en la mayora y después en el doctor. No son
      enemigos.

      Propongo un encuentro cada mes, en el mismo centro, entre las sabedoras y el equipo médico:
      qué plantas están tomando las embarazadas, qué señales son de correr al hospital y cómo se
      recibe a una mujer con su costumbre. Que lo paguen como lo que es, un trabajo, y que quede
      escrito por las dos partes.`,
    lang: 'es',
    daysAgo: 18,
    fate: { kind: 'published' },
    supporters: 15,
    comments: [
      {
        author: 'sebastian.ochica',
        body: 'Las comunidades muiscas y los cabildos urbanos también deberían estar en esa mesa.',
        stance: 'a_favor',
      },
    ],
  },
];
