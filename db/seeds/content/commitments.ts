import { prose } from './prose.ts';
import type { ActiveCommitmentContent, CommitmentContent } from './types.ts';

/**
 * As they read today: milestones that a decision of the Circle changed (see proposals.ts) hold
 * their new text.
 */
export const commitments: ActiveCommitmentContent[] = [
  {
    number: 1,
    slug: 'seguridad-y-convivencia',
    title: {
      es: 'TIC para la seguridad y la convivencia',
      en: 'Digital tools for safety and living together',
    },
    shortTitle: { es: 'Seguridad y convivencia', en: 'Safety and living together' },
    summary: {
      es: prose`Queremos que la información sobre seguridad se entienda y le sirva a tu cuadra. Que
        avisar sea fácil y que alguien conteste. Y que se sepa qué se hace con tus datos.`,
      en: prose`We want information about safety to be clear and useful on your street. Reporting
        should be easy, and someone should answer. And you should know what is done with your data.`,
    },
    challenge: {
      es: prose`Hay chats, líneas y cámaras, pero cada una va por su lado. La gente avisa y no sabe
        si alguien leyó. Los datos salen por localidad entera, tarde y en tablas que pocos abren.
        Así es difícil cuidarse entre vecinos y confiar en quien responde.`,
      en: prose`There are chats, phone lines and cameras, but each goes its own way. People report
        and never learn whether anyone read it. Figures come out by whole locality, late, and in
        tables few people open. That makes it hard for neighbours to look after each other and to
        trust whoever answers.`,
    },
    level: {
      es: prose`Decidir juntos una parte: la ciudadanía propone y el Círculo decide el texto con la
        Secretaría. Los operativos de policía no se deciden aquí.`,
      en: prose`Deciding a part together: people propose and the Circle decides the text with the
        Secretariat. Police operations are not decided here.`,
    },
    use: {
      es: prose`Con tu aporte se cambian los hitos: qué datos se publican, por dónde se avisa y en
        cuánto tiempo se contesta. Cada idea recibe una respuesta con razones.`,
      en: prose`Your contribution changes the milestones: which data are published, how to report
        and how soon someone answers. Each idea gets a reasoned answer.`,
    },
    milestones: {
      es: [
        'Publicar cada mes datos de seguridad y convivencia por barrio, con una explicación en lenguaje claro.',
        'Ordenar en un solo lugar los canales para avisar y decir en cuánto tiempo responde cada uno.',
        'Probar en cuatro localidades acuerdos de convivencia hechos con vecinos y jóvenes.',
        'Publicar las reglas de uso de las cámaras y quién puede verlas.',
      ],
      en: [
        'Publish safety and coexistence data by neighbourhood every month, with an explanation in plain language.',
        'Bring the ways to report into one place and say how soon each one answers.',
        'Try out, in four localities, agreements on living together made with neighbours and young people.',
        'Publish the rules for using cameras and who may watch them.',
      ],
    },
    leads: ['secretaria-de-seguridad-convivencia-y-justicia'],
  },
  {
    number: 2,
    slug: 'espacio-publico',
    title: {
      es: 'Inteligencia colectiva en el espacio público',
      en: 'Collective intelligence in public space',
    },
    shortTitle: { es: 'Espacio público', en: 'Public space' },
    summary: {
      es: prose`Parques, andenes y plazas pensados con quien los usa. Tú conoces el sitio: dónde
        hace falta una banca, una sombra o una rampa. Queremos que eso cuente antes de diseñar, no
        después.`,
      en: prose`Parks, pavements and squares planned with the people who use them. You know the
        place: where a bench, some shade or a ramp is missing. We want that to count before the
        design, not after.`,
    },
    challenge: {
      es: prose`Muchas obras llegan con el plano hecho. Quien vende, quien cuida, quien usa silla de
        ruedas o quien espera el bus en la loma se entera cuando ya está la polisombra. Y después
        nadie sabe quién mantiene lo que se hizo.`,
      en: prose`Many works arrive with the drawing already made. Whoever sells on the street, cares
        for someone, uses a wheelchair or waits for the bus on the hill finds out when the fence is
        up. And afterwards nobody knows who maintains what was built.`,
    },
    level: {
      es: prose`Diseñar juntos: lo que se trabaja en el sitio con la gente entra al diseño, y si
        algo no entra se explica por qué.`,
      en: prose`Designing together: what is worked out on site with people goes into the design, and
        what does not is explained.`,
    },
    use: {
      es: prose`Tus ideas sirven para escoger los lugares, escribir lo que debe tener cada
        intervención y decidir quién la cuida. No reemplazan los permisos ni la licencia.`,
      en: prose`Your ideas help choose the places, write what each work must have and decide who
        looks after it. They do not replace permits or licences.`,
    },
    milestones: {
      es: [
        'Escoger con las comunidades diez lugares para mejorar, al menos dos en zona de ladera y uno rural.',
        'Hacer un recorrido con personas mayores, con discapacidad y cuidadoras antes de cada diseño.',
        'Publicar por cada lugar el diseño, el costo y quién lo mantiene.',
      ],
      en: [
        'Choose ten places to improve with the communities, at least two on hillsides and one rural.',
        'Walk each place with older people, persons with disability and carers before it is designed.',
        'Publish, for each place, the design, its cost and who maintains it.',
      ],
    },
    leads: ['secretaria-del-habitat'],
  },
  {
    number: 3,
    slug: 'salud',
    title: {
      es: 'Territorios de innovación y participación en salud',
      en: 'Territories of innovation and participation in health',
    },
    shortTitle: { es: 'Salud', en: 'Health' },
    summary: {
      es: prose`La salud del barrio también se decide en el barrio. Queremos que las citas, los
        horarios y las reuniones de salud se entiendan. Y que lo que dice la comunidad quede en el
        plan de cada centro.`,
      en: prose`The health of a neighbourhood is decided in the neighbourhood too. We want
        appointments, opening hours and health meetings that people understand. And what the
        community says should stay in each centre’s plan.`,
    },
    challenge: {
      es: prose`Hay comités de participación en salud, pero poca gente sabe que existen y sus actas
        no se leen. Los mensajes de las citas llegan en letra que no todos leen. En la ruralidad, la
        brigada llega cuando puede y nadie avisa.`,
      en: prose`There are community committees for health, but few people know of them and nobody
        reads their minutes. Messages about appointments come in a form not everyone can read. In
        the countryside the health team arrives when it can, and nobody says when.`,
    },
    level: {
      es: prose`Construir juntos: se prueba en pocos centros, se mira si funcionó con quienes los
        usan y el Círculo decide qué se extiende.`,
      en: prose`Building together: things are tried in a few centres, those who use them say whether
        it worked, and the Circle decides what is extended.`,
    },
    use: {
      es: prose`Lo que propongas cambia los hitos y lo que se prueba en los centros de salud. No
        sirve para pedir citas ni autorizaciones: eso tiene otro camino y te lo decimos.`,
      en: prose`What you propose changes the milestones and what is tried in the health centres. It
        is not a way to ask for appointments or authorisations: those go elsewhere and we tell you
        where.`,
    },
    milestones: {
      es: [
        'Publicar actas cortas y claras de los comités de participación en salud, a los ocho días de cada reunión.',
        prose`Probar en cuatro centros de salud mensajes de citas en lenguaje claro, en texto o en
          audio según escoja cada persona. El mensaje dice día, hora, sede, puerta, qué llevar y si
          se va en ayunas. Cada centro tiene su horario en la puerta, en letra grande y con fecha.`,
        'Acordar con cada vereda y cada barrio de ladera un calendario de brigadas.',
        'Medir con quienes usan el servicio si lo probado sirvió y publicar el resultado.',
      ],
      en: [
        'Publish short, clear minutes of the health participation committees, eight days after each meeting.',
        prose`Try out, in four health centres, appointment messages in plain language, as text or
          audio as each person chooses. The message says day, time, site, door, what to bring and
          whether to fast. Each centre has its opening hours on the door, in large print and dated.`,
        'Agree a calendar of health visits with each rural settlement and hillside neighbourhood.',
        'Measure with those who use the service whether the trials helped, and publish the result.',
      ],
    },
    leads: ['secretaria-de-salud'],
  },
  {
    number: 4,
    slug: 'seguridad-vial',
    title: { es: 'Información para la seguridad vial', en: 'Information for road safety' },
    shortTitle: { es: 'Seguridad vial', en: 'Road safety' },
    summary: {
      es: prose`Datos abiertos para que nadie muera en la vía. No solo cuántos choques hay: también
        por dónde da miedo cruzar. Y que la Secretaría conteste qué va a hacer.`,
      en: prose`Open data so that nobody dies on the road. Not only how many crashes there are: also
        where people are afraid to cross. And the Secretariat should answer what it will do.`,
    },
    challenge: {
      es: prose`Los datos cuentan el choque cuando ya pasó. No cuentan el susto, ni la ruta que uno
        deja de usar, ni el cruce al que no llega la abuela. Y la gente no sabe qué se hizo con lo
        que reportó.`,
      en: prose`The data count the crash once it has happened. They do not count the scare, the
        route people stop using, or the crossing that a grandmother cannot manage in time. And
        nobody knows what was done with what they reported.`,
    },
    level: {
      es: prose`Consultar y responder: la ciudadanía aporta lo que ve, la Secretaría decide la obra
        y responde en público con razones.`,
      en: prose`Consulting and answering: people contribute what they see, the Secretariat decides
        the works and answers in public with reasons.`,
    },
    use: {
      es: prose`Tus aportes definen qué datos se abren, cómo se explican y qué puntos se revisan
        primero. Un daño puntual, como un semáforo apagado, se tramita como petición.`,
      en: prose`Your contributions define which data are opened, how they are explained and which
        spots are checked first. A specific fault, such as a dead traffic light, is handled as a
        petition.`,
    },
    milestones: {
      es: [
        'Publicar cada semestre los datos abiertos de siniestros viales, con un resumen que se entienda.',
        'Recorrer con colegios y grupos de personas mayores los cruces que más les preocupan.',
        'Publicar el mapa de cruces reportados por la ciudadanía y responder cada mes por los diez más reportados.',
      ],
      en: [
        'Publish the open data on road crashes every six months, with a summary people can understand.',
        'Walk the crossings that worry them most with schools and groups of older people.',
        'Publish the map of crossings reported by the public and answer every month for the ten most reported.',
      ],
    },
    leads: ['secretaria-de-movilidad'],
  },
  {
    number: 5,
    slug: 'bogota-50-50',
    title: { es: 'Bogotá 50/50', en: 'Bogotá 50/50' },
    shortTitle: { es: 'Bogotá 50/50', en: 'Bogotá 50/50' },
    summary: {
      es: prose`Que las mujeres estén, hablen y decidan en la misma medida que los hombres. También
        en la junta del barrio, no solo en las fotos. Y que cuidar a otros no deje a nadie por
        fuera.`,
      en: prose`Women should be present, speak and decide as much as men do. In the neighbourhood
        board too, not only in the photos. And caring for others should leave nobody out.`,
    },
    challenge: {
      es: prose`A muchas reuniones van más mujeres que hombres, pero hablan y presiden menos. Las
        que cuidan no llegan: por la hora, por el bus o porque no hay con quién dejar a los niños.
        Lo que no se cuenta no se corrige.`,
      en: prose`More women than men come to many meetings, but they speak and chair less. Those who
        care for others do not get there: because of the hour, the bus fare, or because nobody can
        mind the children. What is not counted is not put right.`,
    },
    level: {
      es: prose`Decidir juntos: las reglas de las reuniones de este plan se acuerdan aquí y el
        Círculo queda obligado a seguirlas.`,
      en: prose`Deciding together: the rules of this plan’s meetings are agreed here and the Circle
        is bound by them.`,
    },
    use: {
      es: prose`Con lo que propongas se escriben las condiciones mínimas de toda reunión y las metas
        de paridad. Se publica qué se cumplió y qué no.`,
      en: prose`What you propose goes into the minimum conditions of every meeting and the parity
        targets. What was met and what was not is published.`,
    },
    milestones: {
      es: [
        'Publicar cuántas mujeres participan, hablan y deciden en los espacios de este plan.',
        'Escribir con organizaciones de mujeres las condiciones mínimas de una reunión pública.',
        'Acompañar a veinte organizaciones para que logren paridad en sus directivas.',
      ],
      en: [
        'Publish how many women take part, speak and decide in the meetings of this plan.',
        'Write, with women’s organisations, the minimum conditions of a public meeting.',
        'Help twenty organisations reach parity in their boards.',
      ],
    },
    leads: ['secretaria-de-la-mujer'],
  },
  {
    number: 6,
    slug: 'inversiones-locales',
    title: { es: 'Inversiones locales', en: 'Local investment' },
    shortTitle: { es: 'Inversiones locales', en: 'Local investment' },
    summary: {
      es: prose`Saber en qué se gasta la plata de tu localidad y poder decidir sobre ella. Que cada
        obra tenga una página con su costo, su fecha y su avance. Y que se entienda sin ser experto.`,
      en: prose`Knowing how your locality’s money is spent, and having a say in it. Each work should
        have a page with its cost, its date and its progress. And anyone should understand it.`,
    },
    challenge: {
      es: prose`La gente vota proyectos y después les pierde el rastro. Los contratos están
        publicados, pero hay que saber buscarlos. Cuando algo se cae, nadie vuelve a la reunión a
        contarlo.`,
      en: prose`People vote for projects and then lose track of them. Contracts are published, but
        one has to know how to find them. When something falls through, nobody comes back to the
        meeting to say so.`,
    },
    level: {
      es: prose`Controlar y decidir una parte: la ciudadanía vigila toda la inversión local y decide
        la porción que va a presupuestos participativos.`,
      en: prose`Watching over, and deciding a part: people watch over all local investment and
        decide the share that goes to participatory budgets.`,
    },
    use: {
      es: prose`Tus ideas definen qué se publica de cada obra, cómo se cuenta en el barrio y cómo se
        mejora la votación. El monto de cada localidad no se decide aquí.`,
      en: prose`Your ideas define what is published about each work, how the neighbourhood is told
        and how voting gets better. The amount for each locality is not decided here.`,
    },
    milestones: {
      es: [
        'Abrir una página por cada proyecto votado, con contrato, costo, fecha y avance.',
        'Explicar el presupuesto de cada localidad en una hoja, en lenguaje claro.',
        'Hacer dos jornadas de control ciudadano al año en cada localidad.',
        'Publicar qué pasó con cada propuesta de presupuestos participativos y por qué.',
      ],
      en: [
        'Open a page for each project voted for, with contract, cost, date and progress.',
        'Explain each locality’s budget on one sheet, in plain language.',
        'Hold two days of citizen oversight a year in each locality.',
        'Publish what happened to each participatory-budget proposal, and why.',
      ],
    },
    leads: ['secretaria-de-gobierno', 'secretaria-de-planeacion', 'idpac'],
  },
];

/** Two commitments of the first plan, kept to be read. */
export const archivedCommitments: CommitmentContent[] = [
  {
    number: 1,
    slug: 'seguridad-y-convivencia-2021',
    title: {
      es: 'TIC para la seguridad y la convivencia, 2021-2023',
      en: 'Digital tools for safety and living together, 2021-2023',
    },
    shortTitle: { es: 'Seguridad y convivencia, 2021', en: 'Safety and living together, 2021' },
    summary: {
      es:
        'El primer compromiso de seguridad. Se cerró con su plan, en octubre de 2023. Puedes ' +
        'leerlo, pero ya no cambia.',
      en:
        'The first commitment on safety. It closed with its plan in October 2023. You can ' +
        'read it, but it no longer changes.',
    },
    challenge: {
      es:
        'Usar la tecnología para que la ciudadanía y las entidades compartieran información ' +
        'sobre seguridad y convivencia.',
      en: 'Using technology so that people and institutions would share information about safety and living together.',
    },
    level: {
      es: 'Proponer y dialogar: la gente llevó ideas y trabajó en talleres; la entidad escribió el texto.',
      en: 'Proposing and talking: people brought ideas and worked in workshops; the institution wrote the text.',
    },
    use: {
      es: 'Las ideas de 2021 sirvieron para mejorar este texto. Las de ahora van al compromiso 1 del plan abierto.',
      en: 'The ideas of 2021 were used to improve this text. Today’s go to commitment 1 of the open plan.',
    },
    milestones: {
      es: [
        'Mejorar el compromiso con ideas de la ciudadanía.',
        'Trabajarlo en talleres de cocreación.',
        'Informar su avance cada tres meses.',
      ],
      en: [
        'Improve the commitment with ideas from the public.',
        'Work on it in co-creation workshops.',
        'Report its progress every three months.',
      ],
    },
    leads: ['secretaria-de-seguridad-convivencia-y-justicia'],
  },
  {
    number: 4,
    slug: 'seguridad-vial-2021',
    title: {
      es: 'Información para la seguridad vial, 2021-2023',
      en: 'Information for road safety, 2021-2023',
    },
    shortTitle: { es: 'Seguridad vial, 2021', en: 'Road safety, 2021' },
    summary: {
      es:
        'El primer compromiso de seguridad vial. Terminó en octubre de 2023 con el resto del ' +
        'plan. Aquí queda para consulta.',
      en:
        'The first commitment on road safety. It ended in October 2023 with the rest of the ' +
        'plan. It stays here to be read.',
    },
    challenge: {
      es: 'Abrir la información de seguridad vial para que más personas pudieran usarla y proponer mejoras.',
      en: 'Opening road-safety information so that more people could use it and propose improvements.',
    },
    level: {
      es: 'Proponer y vigilar: la ciudadanía opinó sobre los datos y siguió el avance con el Círculo.',
      en: 'Proposing and watching over: people gave their views on the data and followed progress with the Circle.',
    },
    use: {
      es:
        'Lo que se propuso entonces quedó en el texto de 2021. Si quieres proponer algo hoy, ' +
        've al compromiso 4 del plan abierto.',
      en:
        'What was proposed then stayed in the text of 2021. To propose something today, go ' +
        'to commitment 4 of the open plan.',
    },
    milestones: {
      es: [
        'Acordar con la ciudadanía qué información hace falta.',
        'Publicarla como datos abiertos.',
        'Hacer ejercicios de uso de los datos.',
      ],
      en: [
        'Agree with the public which information is missing.',
        'Publish it as open data.',
        'Hold exercises in using the data.',
      ],
    },
    leads: ['secretaria-de-movilidad'],
  },
];
