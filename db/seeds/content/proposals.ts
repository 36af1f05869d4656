import { prose } from './prose.ts';
import type { ProposalContent } from './types.ts';

export const proposals: ProposalContent[] = [
  {
    key: 'citas-que-se-entienden',
    commitment: 'salud',
    title: 'Citas de salud que se entienden',
    problem: prose`Muchas personas pierden su cita o las devuelven de la puerta porque el mensaje no
      se entiende, no dice qué llevar o no dice en cuál sede es. Quien no lee bien, quien oye poco y
      quien no puede faltar al trabajo pierde más. Y cada cita perdida es un cupo que otra persona
      estaba esperando.`,
    body: prose`Cambiar el hito 2 para que los mensajes de citas lleguen en lenguaje claro y en la
      forma que la persona escoja: texto, audio o video en lengua de señas. El mensaje debe decir
      día, hora, sede, puerta, qué llevar y si se va en ayunas.

      Además, cada centro de salud pone su horario en la puerta, en letra grande, con la fecha del
      último cambio y el cargo de quien responde por tenerlo al día.

      Antes de extenderlo se prueba con personas mayores, personas sordas y personas que leen poco,
      y se publica el resultado.`,
    ideas: [
      {
        idea: 'citas-en-audio',
        taken:
          'El mensaje en audio y en palabras sencillas, y que cada quien escoja cómo recibirlo.',
      },
      {
        idea: 'que-llevar',
        taken: 'Lo que debe decir el mensaje: qué llevar, ayunas, sede y puerta.',
      },
      {
        idea: 'horario-en-la-puerta',
        taken: 'El horario en letra grande en la puerta, con fecha y responsable.',
      },
    ],
    createdBy: 'moderadora',
    createdDaysAgo: 25,
    notes: [
      {
        author: 'patricia.uruena',
        body: prose`Consulté con el equipo de Salud: el audio cabe en lo que ya se paga por
          mensajes. Lo que no está contratado es el video en señas; pidieron empezar con un mensaje
          general y no uno por cita.`,
      },
      {
        author: 'mercedes.sogamoso',
        body: prose`En el comité leímos los mensajes en voz alta y nos dio risa y rabia. Lo del
          horario en la puerta se puede hacer mañana. No esperemos al resto para hacer eso.`,
      },
      {
        author: 'circulo-civil',
        body: 'Que el mensaje nunca diga la especialidad: si otro coge el celular, se entera de lo que no debe.',
      },
    ],
    fate: {
      kind: 'decided',
      readyDaysAgo: 24,
      sentDaysAgo: 22,
      decidedDaysAgo: 11,
      decidedBy: 'circulo-gobierno',
      decision: 'adoptada',
      reasons: prose`La adoptamos completa. Se puede hacer con lo que ya se paga por mensajes, ayuda
        primero a quienes más citas pierden y se puede medir en pocos meses. El mensaje no dirá la
        especialidad ni el diagnóstico, para cuidar la intimidad. Se prueba en los cuatro centros
        del hito 2 y, si baja el número de citas perdidas, se extiende.`,
      present: ['circulo-gobierno', 'patricia.uruena', 'circulo-civil', 'mercedes.sogamoso'],
      votes: {
        'circulo-gobierno': 'a_favor',
        'patricia.uruena': 'a_favor',
        'circulo-civil': 'a_favor',
        'mercedes.sogamoso': 'a_favor',
      },
      perIdea: {
        'citas-en-audio': {
          taken: prose`Entra en el hito 2: el mensaje llega en audio o en texto, como la persona
            escoja. Quien usa señas recibe un video que explica cómo leer el mensaje.`,
          notTaken: '',
        },
        'que-llevar': {
          taken:
            'Entra en la plantilla del mensaje, con tus cuatro renglones: qué llevar, ayunas, sede y puerta.',
          notTaken: '',
        },
        'horario-en-la-puerta': {
          taken:
            'Entra como tarea inmediata en los cuatro centros, con fecha y cargo de quien lo actualiza.',
          notTaken: '',
        },
      },
      advances: [
        {
          idea: 'citas-en-audio',
          step: 'en_el_compromiso',
          daysAgo: 6,
          note: prose`Cambió el hito 2. Antes decía: «Probar mensajes de citas en lenguaje claro en
            cuatro centros de salud». Ahora dice: «Probar en cuatro centros de salud mensajes de
            citas en lenguaje claro, en texto o en audio según escoja cada persona».`,
        },
        {
          idea: 'que-llevar',
          step: 'en_el_compromiso',
          daysAgo: 6,
          note: 'Se agregó al hito 2: «El mensaje dice día, hora, sede, puerta, qué llevar y si se va en ayunas».',
        },
        {
          idea: 'horario-en-la-puerta',
          step: 'en_el_compromiso',
          daysAgo: 6,
          note: 'Se agregó al hito 2: «Cada centro tiene su horario en la puerta, en letra grande y con fecha».',
        },
        {
          idea: 'horario-en-la-puerta',
          step: 'cumplida',
          daysAgo: 2,
          note: prose`Los cuatro centros ya tienen el horario en la puerta. Cuatro vecinas del
            comité de salud fueron a verlo, una a cada centro, y dejaron la foto y la fecha en el
            acta.`,
        },
      ],
    },
  },
  {
    key: 'mapa-de-cruces',
    commitment: 'seguridad-vial',
    title: 'Un mapa de los cruces que la gente teme, con respuesta cada mes',
    problem: prose`Los datos abiertos cuentan los choques y no los sustos. La gente deja de pasar
      por un sitio peligroso y entonces el sitio parece seguro. Niñas, niños, personas mayores y
      ciclistas conocen esos puntos y no tienen dónde decirlo ni quién les conteste.`,
    body: prose`Cambiar el hito 3 para que exista un mapa abierto de cruces reportados por la
      ciudadanía, en línea y en papel. Cada mes la Secretaría responde por los diez más reportados:
      qué hará, cuándo, o por qué no.

      El mapa recibe también los recorridos que hacen los cursos de los colegios y dos jornadas al
      año de conteo de sustos en bicicleta y en moto, con un método publicado.`,
    ideas: [
      {
        idea: 'cruces-que-dan-miedo',
        taken: 'El mapa abierto, el formato en papel y la respuesta mensual por los diez cruces.',
      },
      {
        idea: 'sustos-en-bici',
        taken: 'El conteo de casi choques con voluntarios, dos veces al año.',
      },
      {
        idea: 'camino-al-colegio',
        taken: 'Los mapas que hacen los cursos y el recorrido con la Secretaría.',
      },
    ],
    createdBy: 'moderador2',
    createdDaysAgo: 24,
    notes: [
      {
        author: 'mauricio.tocarruncho',
        body: prose`Diez respuestas al mes las podemos sostener con el equipo que hay. Una obra por
          colegio al año, no: son cientos de colegios y no hay presupuesto en este plan. No quiero
          prometer eso.`,
      },
      {
        author: 'catalina.otalora',
        body: prose`Entiendo lo de las obras, pero entonces que los recorridos sirvan para algo: que
          lo que salga en rojo entre al mapa y compita por las diez respuestas.`,
      },
      {
        author: 'circulo-civil',
        body: 'Con la hora exacta y el lugar se sabe quién reportó. Que se publique la franja: mañana, tarde o noche.',
      },
      {
        author: 'circulo-gobierno',
        body: 'De acuerdo con la franja. Lo escribo así en la decisión.',
      },
    ],
    fate: {
      kind: 'decided',
      readyDaysAgo: 23,
      sentDaysAgo: 21,
      decidedDaysAgo: 8,
      decidedBy: 'circulo-civil',
      decision: 'adoptada_en_parte',
      reasons: prose`Sí habrá mapa y respuesta mensual por los diez cruces más reportados: cabe en
        el hito 3 y completa los datos de choques. No se publicará la hora exacta de cada reporte,
        porque junto con el lugar serviría para saber quién lo hizo; se publicará la franja. Tampoco
        se promete una obra por colegio cada año, porque este plan no decide presupuesto de obras;
        lo que marquen los cursos entra al mapa con los demás reportes.`,
      present: ['circulo-gobierno', 'mauricio.tocarruncho', 'circulo-civil', 'catalina.otalora'],
      votes: {
        'circulo-gobierno': 'a_favor',
        'mauricio.tocarruncho': 'a_favor',
        'circulo-civil': 'a_favor',
        'catalina.otalora': 'abstencion',
      },
      perIdea: {
        'cruces-que-dan-miedo': {
          taken:
            'El mapa, el formato en papel con letra grande y la respuesta cada mes por los diez cruces más reportados.',
          notTaken: prose`La hora exacta del reporte: con el lugar, permitiría saber quién lo hizo.
            Se publica si fue en la mañana, la tarde o la noche.`,
        },
        'sustos-en-bici': {
          taken:
            'Dos jornadas de conteo al año, para bicicletas y motos, con el método publicado antes de empezar.',
          notTaken: '',
        },
        'camino-al-colegio': {
          taken:
            'Los mapas de los cursos entran al mapa de la ciudad y la Secretaría recorre tres colegios por semestre.',
          notTaken:
            'Arreglar al menos una cosa por colegio cada año: depende del presupuesto de ' +
            'obras, que este plan no decide.',
        },
      },
      advances: [
        {
          idea: 'cruces-que-dan-miedo',
          step: 'en_el_compromiso',
          daysAgo: 3,
          note: prose`Cambió el hito 3. Antes decía: «Responder en público por los puntos que la
            ciudadanía señale». Ahora dice: «Publicar el mapa de cruces reportados por la ciudadanía
            y responder cada mes por los diez más reportados».`,
        },
      ],
    },
  },
  {
    key: 'sentarse-y-escampar',
    commitment: 'espacio-publico',
    title: 'Dónde sentarse y dónde escampar',
    problem: prose`En los barrios de ladera se espera el bus de pie, al sol o al agua. En el centro
      y el sur, una persona mayor no puede caminar cinco cuadras porque no hay una sola silla. Los
      árboles se siembran donde sobra espacio y no donde la gente espera.`,
    body: prose`Agregar un hito: escoger con las comunidades treinta puntos de espera y de descanso
      en tres localidades y poner en cada uno banca con espaldar y descansabrazos, techo o árbol
      nativo según el sitio, y decir quién lo mantiene.

      Los doce paraderos que ya listó la junta de San Cristóbal son el primer grupo. La mano de obra
      de los vecinos se acepta donde ellos la ofrezcan, con acompañamiento.`,
    ideas: [
      {
        idea: 'banca-en-la-loma',
        taken: 'Los doce paraderos, con banca, techo y mano de obra de la comunidad.',
      },
      {
        idea: 'sillas-cada-dos-cuadras',
        taken: 'Sillas con espaldar y descansabrazos en recorridos de personas mayores.',
      },
      {
        idea: 'sombra-donde-se-espera',
        taken: 'Árboles nativos donde se espera, escogidos con los vecinos.',
      },
    ],
    createdBy: 'moderadora3',
    createdDaysAgo: 26.6,
    notes: [
      {
        author: 'catalina.otalora',
        body: prose`Ya se pasó la fecha en que teníamos que contestar. Si falta el concepto sobre
          los paraderos, digámoslo en público y pongamos un día; la gente de la loma lleva la lista
          hecha.`,
      },
      {
        author: 'mauricio.tocarruncho',
        body: prose`Falta saber cuáles de los doce paraderos están en el contrato de mobiliario y
          cuáles no. En los que no, la banca la puede poner Hábitat. Lo traigo a la próxima reunión.`,
      },
    ],
    fate: {
      kind: 'sent',
      readyDaysAgo: 26.4,
      sentDaysAgo: 26,
      overdue: true,
      present: [],
      votes: {},
    },
  },
  {
    key: 'alertas-de-barrio',
    commitment: 'seguridad-y-convivencia',
    title: 'Alertas de barrio que alguien contesta',
    problem: prose`La gente avisa por cuatro o cinco canales y no sabe si la leyeron. Quien espera
      el bus de noche no tiene a quién llamar sin sacar el celular. Y como no se publica por dónde
      pasa la patrulla ni cuánto tarda la respuesta, no hay cómo conversar con datos.`,
    body: prose`Cambiar el hito 2 para que haya un solo canal de alertas, por mensaje de texto y por
      aplicación, que entregue un número de caso y diga en cuánto tiempo contestan.

      Probar un botón de ayuda con voz en seis paraderos nocturnos y medir cuántas veces se usa,
      cuántas fueron falsas y cuánto tardó la respuesta.

      Publicar cada mes, por sector y franja, cuántas veces pasó la patrulla el mes anterior.`,
    ideas: [
      {
        idea: 'un-solo-canal',
        taken:
          'El canal único con número de caso y tiempo de respuesta, también por mensaje de texto.',
      },
      {
        idea: 'boton-paraderos',
        taken:
          'La prueba del botón con voz en seis paraderos, al alcance de quien usa silla de ruedas.',
      },
      {
        idea: 'hora-del-cuadrante',
        taken: 'La publicación mensual por sector y franja, siempre del mes anterior.',
      },
    ],
    createdBy: 'moderadora',
    createdDaysAgo: 12,
    notes: [
      {
        author: 'adriana.velandia',
        body: prose`Lo del canal único es posible. Sobre los recorridos, publicar el mes anterior no
          afecta ningún operativo, pero tengo que confirmar a qué nivel de detalle.`,
      },
      {
        author: 'alirio.pinzon',
        body: prose`En mi barrio el chat de la cuadra funciona porque contesta doña Elvia. Que el
          canal nuevo se pruebe con gente así y no con una máquina que da las gracias.`,
      },
    ],
    fate: {
      kind: 'sent',
      readyDaysAgo: 10,
      sentDaysAgo: 7,
      overdue: false,
      present: [],
      votes: {},
    },
  },
  {
    key: 'camaras-con-reglas',
    commitment: 'seguridad-y-convivencia',
    title: 'Cámaras con reglas claras y estado a la vista',
    problem: prose`No se sabe de quién es cada cámara, quién la mira, cuánto se guarda el video ni
      cómo pedir una copia. Tampoco se sabe cuáles están dañadas: la gente se entera el día que
      necesita la grabación.`,
    body: prose`Precisar el hito 4: poner en cada cámara de la ciudad un aviso con el responsable,
      el tiempo que se guarda el video y cómo pedir copia; publicar cada mes, por barrio y sin el
      punto exacto, cuántas hay, cuántas sirven y cuándo se reparan las demás; y publicar cada
      semestre cuántas veces se entregó un video y para qué, sin nombres.`,
    ideas: [
      {
        idea: 'quien-mira-las-camaras',
        taken: 'El aviso en cada cámara y el informe semestral de entregas de video.',
      },
      { idea: 'camaras-que-sirven', taken: 'El estado de las cámaras por barrio, cada mes.' },
    ],
    createdBy: 'moderador2',
    createdDaysAgo: 21,
    notes: [
      {
        author: 'alirio.pinzon',
        body: prose`Me declaro impedido. La junta que presido administra ocho cámaras compradas con
          recursos de la localidad y la decisión nos toca directamente.`,
      },
      {
        author: 'adriana.velandia',
        body: prose`El aviso lo podemos poner. El listado por barrio necesita concepto de protección
          de datos y de seguridad: en barrios con dos cámaras, decir que una está dañada es
          señalarla.`,
      },
      {
        author: 'circulo-civil',
        body: 'No quiero que aplazar sea la forma elegante de decir que no. Pongamos fecha y quién trae el concepto.',
      },
    ],
    fate: {
      kind: 'decided',
      readyDaysAgo: 20,
      sentDaysAgo: 18,
      decidedDaysAgo: 5,
      decidedBy: 'circulo-gobierno',
      decision: 'aplazada',
      reasons: prose`La aplazamos, no la negamos. Estamos de acuerdo con el aviso en cada cámara,
        pero el listado por barrio necesita un concepto: donde hay muy pocas cámaras, decir cuál no
        sirve es señalarla. La Secretaría de Seguridad lo trae por escrito y la comisión decide todo
        junto en la fecha indicada.`,
      untilInDays: 20,
      present: ['circulo-gobierno', 'adriana.velandia', 'circulo-civil', 'alirio.pinzon'],
      votes: {
        'circulo-gobierno': 'a_favor',
        'adriana.velandia': 'a_favor',
        'circulo-civil': 'a_favor',
        'alirio.pinzon': 'impedimento',
      },
      perIdea: {
        'quien-mira-las-camaras': {
          taken: '',
          notTaken: prose`Todavía no se decide. Hay acuerdo sobre el aviso, pero se resuelve junto
            con el listado para no sacar reglas a medias.`,
        },
        'camaras-que-sirven': {
          taken: '',
          notTaken:
            'Todavía no se decide. Falta el concepto sobre cómo publicar el estado en barrios con muy pocas cámaras.',
        },
      },
      advances: [],
    },
  },
  {
    key: 'reuniones-para-llegar',
    commitment: 'bogota-50-50',
    title: 'Reuniones a las que todas puedan llegar',
    problem: prose`Muchas mujeres no llegan a las reuniones públicas por la hora, por el pasaje o
      porque no hay quién cuide a los niños o a la persona que depende de ellas. Como no llegan, no
      quedan en las listas, y como no quedan en las listas parece que no les interesa.`,
    body: prose`Precisar el hito 2 con tres condiciones mínimas para toda reunión de este plan:
      espacio de cuidado anunciado desde la invitación, hora acordada con quienes van a ir y
      alternada entre semana y sábado, y pasaje para quien lo necesite, solo con la lista de
      asistencia.

      Después de cada reunión se publica cuáles condiciones se cumplieron y por qué no las otras.`,
    ideas: [
      {
        idea: 'cuidado-en-reuniones',
        taken:
          'El espacio de cuidado en cada reunión, anunciado desde la invitación y para cualquier persona que cuide.',
      },
      {
        idea: 'hora-de-reunion',
        taken: 'La encuesta de la hora y la publicación de quién no pudo llegar y por qué.',
      },
      { idea: 'plata-del-bus', taken: 'El pasaje para quien lo necesite, sin cartas ni fotos.' },
    ],
    createdBy: 'moderadora3',
    createdDaysAgo: 10,
    notes: [],
    fate: { kind: 'ready', readyDaysAgo: 4 },
  },
  {
    key: 'rastro-de-lo-votado',
    commitment: 'inversiones-locales',
    title: 'Seguirle el rastro a lo que se votó',
    problem: prose`La gente vota proyectos y después no sabe qué pasó. La información del contrato
      existe, pero está lejos de quien no maneja internet ni sabe leer un contrato.`,
    body: prose`Precisar el hito 1: cada proyecto votado tiene una página con costo, contrato,
      fechas, fotos mensuales y, si se demora, la razón. Con los mismos datos se imprime cada tres
      meses una hoja grande para la junta y los lugares del barrio que la quieran poner.`,
    ideas: [
      {
        idea: 'que-paso-con-lo-votado',
        taken: 'La página por proyecto, con la razón de cada demora.',
      },
      {
        idea: 'tablero-en-la-junta',
        taken: 'La hoja impresa cada tres meses, en la junta y en las tiendas que quieran.',
      },
    ],
    createdBy: 'moderadora',
    createdDaysAgo: 5,
    notes: [],
    fate: { kind: 'draft' },
  },
];
