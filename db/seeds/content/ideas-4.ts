import { prose } from './prose.ts';
import type { IdeaContent } from './types.ts';

const commitment = 'seguridad-vial';

export const ideas4: IdeaContent[] = [
  {
    key: 'cruces-que-dan-miedo',
    commitment,
    author: 'jairo.supelano',
    locality: '08',
    title: 'Un mapa abierto de los cruces donde da miedo pasar',
    description: prose`Los datos de la ciudad cuentan los choques. No cuentan los sustos: el cruce
      que uno evita con los nietos, la esquina donde los buses no frenan, el puente que nadie usa de
      noche.

      Propongo un mapa donde cualquier persona marque el cruce que le da miedo, con la hora, y
      escriba por qué. Y que cada mes la Secretaría conteste por los diez más marcados: qué va a
      hacer, cuándo, o por qué no puede.

      También en papel, en la junta y en el colegio, porque no todo el mundo tiene datos en el
      celular.`,
    lang: 'es',
    daysAgo: 29,
    fate: { kind: 'in_proposal', proposal: 'mapa-de-cruces' },
    supporters: 37,
    comments: [
      {
        author: 'paola.chaparro',
        body:
          'En la avenida del colegio nadie respeta la cebra. ¿Se podría marcar por dónde ' +
          'cruzan los niños y no solo la esquina?',
        stance: 'pregunta',
        replies: [
          {
            author: 'jairo.supelano',
            body: 'Sí, yo lo pensaba con una rayita. Súmele su idea del colegio.',
          },
        ],
      },
      {
        author: 'teofilo.rubiano',
        body: 'Que el formato de papel sea con letra grande, si son tan amables.',
        stance: 'a_favor',
      },
      {
        author: 'andres.lozada',
        body: 'Lo de publicar la hora exacta me preocupa: se puede saber quién reportó y a qué hora pasa por ahí.',
        stance: 'en_contra',
      },
    ],
  },
  {
    key: 'sustos-en-bici',
    commitment,
    author: 'daniela.firavitoba',
    locality: '13',
    title: 'Contar los sustos en bicicleta, no solo los choques',
    description: prose`Voy en bicicleta a trabajar todos los días, 14 km. En tres años no he tenido
      un solo choque, así que para los datos mi ruta es perfecta. Pero tengo un casi por semana: la
      puerta que se abre, el bus que cierra, la tapa hundida en el carril.

      Propongo un conteo de "casi" hecho por ciclistas voluntarios, dos semanas al año, con un
      método sencillo y publicado. Que se compare con los choques: sospecho que los sustos avisan
      antes.`,
    lang: 'es',
    daysAgo: 28,
    fate: { kind: 'in_proposal', proposal: 'mapa-de-cruces' },
    supporters: 29,
    comments: [
      {
        author: 'brayan.carabali',
        body: 'Que cuenten también los de nosotros los de moto, que somos los que más ponemos.',
        stance: 'a_favor',
        replies: [
          {
            author: 'daniela.firavitoba',
            body: 'De una. El método sirve igual, solo cambia la velocidad.',
          },
        ],
      },
    ],
  },
  {
    key: 'camino-al-colegio',
    commitment,
    author: 'paola.chaparro',
    locality: '07',
    title: 'Caminar al colegio por un camino que escogieron los niños',
    description: prose`Soy profesora de tercero en Bosa. Les pedí a mis alumnos que dibujaran su
      camino al colegio y pintaran de rojo lo que les da susto. Salieron cosas que ningún adulto
      había visto: un perro, sí, pero también el andén donde parquean las volquetas y un semáforo
      que no se alcanza a ver a un metro de altura.

      Que cada colegio haga ese mapa una vez al año, que la Secretaría lo recorra con los niños y
      que arregle al menos una cosa roja antes de que termine el año.`,
    lang: 'es',
    daysAgo: 27,
    fate: { kind: 'in_proposal', proposal: 'mapa-de-cruces' },
    supporters: 35,
    comments: [
      {
        author: 'sonia.beltran',
        body: 'Me la robo para mi curso mañana mismo. Qué belleza de ejercicio.',
        stance: 'a_favor',
      },
      {
        author: 'mateo.zipa',
        body: 'que también nos pregunten a los de bachillerato, que vamos solos',
      },
    ],
  },
  {
    key: 'semaforo-pasos-cortos',
    commitment,
    author: 'dora.manosalva',
    locality: '12',
    title: 'Semáforos con tiempo para los pasos cortos',
    description: prose`En la 68 el verde peatonal dura lo que dura un estornudo. Mi mamá va por la
      mitad y ya le están pitando. Propongo publicar cuántos segundos da cada semáforo peatonal y
      qué velocidad de caminar supone. Con ese dato cualquiera puede ver cuáles no alcanzan para una
      persona con bastón, y pedir que se corrijan en orden.`,
    lang: 'es',
    daysAgo: 14,
    fate: { kind: 'published' },
    supporters: 27,
    comments: [
      {
        author: 'oscar.villalba',
        body: 'Como taxista digo: si el verde del peatón es más largo, el trancón de la 68 llega hasta mi casa.',
        stance: 'en_contra',
        replies: [
          {
            author: 'dora.manosalva',
            body: 'Don Óscar, son ocho segundos. Y algún día usted también va a ir con bastón.',
          },
          { author: 'oscar.villalba', body: 'Ahí sí me dejó callado. Que midan y probamos.' },
        ],
      },
    ],
  },
  {
    key: 'bicis-portales',
    commitment,
    author: 'ivan.cifuentes',
    locality: '10',
    title: 'Parqueaderos de bicicletas en los portales y las estaciones',
    description: prose`Yo dejaría el carro si pudiera llegar al portal en bicicleta y dejarla
      segura. Hoy los cupos se llenan a las 6:20 de la mañana. Que se publique en vivo cuántos cupos
      quedan en cada portal y se amplíe donde siempre está lleno.`,
    lang: 'es',
    daysAgo: 1,
    fate: { kind: 'waiting', because: 'looks_like_duplicate' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'bicis-estaciones',
    commitment,
    author: 'ciudadano2',
    locality: '10',
    title: 'Parqueadero de bicicletas en portales y estaciones',
    description: prose`Faltan sitios para dejar la bicicleta en las estaciones. Llego al portal, no
      hay cupo y me toca amarrarla a una reja. Ya me robaron una. Más cupos, con cámara y con
      alguien que reciba.`,
    lang: 'es',
    daysAgo: 1,
    fate: { kind: 'waiting', because: 'looks_like_duplicate' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'semaforo-apagado',
    commitment,
    author: 'blanca.cuervo',
    locality: '17',
    title: 'El semáforo de la esquina de mi tienda está apagado',
    description: prose`Desde el aguacero del domingo el semáforo peatonal está apagado. Por ahí
      bajan todos los estudiantes de las universidades corriendo. Ya casi hay un accidente cada
      tarde.`,
    lang: 'es',
    daysAgo: 6,
    fate: {
      kind: 'petition',
      reason: 'peticion_o_queja',
      explanation: prose`Señora Blanca, gracias por avisar. Un semáforo apagado se arregla, no se
        delibera: lo radicamos por usted como petición ante la Secretaría de Movilidad. Le contestan
        en el plazo de ley, contado desde el día siguiente a su envío, y con el número puede
        preguntar cómo va.`,
      caseNumber: '4120562026',
      competentBody: 'Secretaría de Movilidad',
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'carretera-a-la-vereda',
    commitment,
    author: 'aura.montenegro',
    locality: '20',
    title: 'La carretera a la vereda también es vía',
    description: prose`En los datos de siniestros, Sumapaz casi no sale. No es que acá no haya
      accidentes: es que a la carretera destapada no llega quién levante el croquis. El año pasado
      se volcó la ruta escolar y eso no está en ninguna parte.

      Propongo que la inspectora, el puesto de salud y la escuela puedan reportar en una hoja
      sencilla, y que eso se sume a los datos con una nota que diga que es reporte de la comunidad.`,
    lang: 'es',
    daysAgo: 19,
    fate: { kind: 'published' },
    supporters: 17,
    comments: [
      {
        author: 'camilo.peralonso',
        body: 'Con nota de origen no daña la serie. Como dato es oro: hoy ahí hay un cero que es mentira.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'que-nos-tumba',
    commitment,
    author: 'brayan.carabali',
    locality: '08',
    title: 'Que los motociclistas contemos qué nos tumba',
    description: prose`Reparto domicilios hace cuatro años. A uno lo tumban la gravilla, la tapa de
      alcantarilla mojada, la pintura lisa de la cebra y el afán que le mete la aplicación. Nos
      hacen campañas con casco y calavera, pero nunca nos preguntan.

      Un taller por localidad donde los motociclistas marquemos los puntos y las causas, a las 10 de
      la noche, que es cuando acabamos. Y que con eso se mande a barrer y a cambiar la pintura.`,
    lang: 'es',
    daysAgo: 7,
    fate: { kind: 'published' },
    supporters: 22,
    comments: [
      {
        author: 'daniela.firavitoba',
        body: 'La pintura lisa nos tumba también a los de bici. Voy a ese taller así sea a medianoche.',
        stance: 'a_favor',
      },
      {
        author: 'gloria.amezquita',
        body: 'Por mi casa las motos van por el andén. ¿Eso también lo van a contar?',
        stance: 'pregunta',
        replies: [
          {
            author: 'brayan.carabali',
            body: 'Sí señora, eso se habla. No todos lo hacemos, pero pasa.',
          },
        ],
      },
    ],
  },
  {
    key: 'esquinas-peligrosas-repetida',
    commitment,
    author: 'viviana.rozo',
    locality: '16',
    title: 'Mapa de las esquinas peligrosas',
    description: prose`Un mapa en internet donde la gente marque las esquinas peligrosas para cruzar
      y que la Secretaría responda qué va a hacer con las más votadas.`,
    lang: 'es',
    daysAgo: 20,
    fate: {
      kind: 'duplicate',
      of: 'cruces-que-dan-miedo',
      reason: 'duplicada',
      explanation: prose`Viviana, tu idea es la misma que «Un mapa abierto de los cruces donde da
        miedo pasar», que llegó primero y ya va en una propuesta. La tuya queda enlazada a esa para
        que se vea que también se pidió desde Puente Aranda.`,
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'bajar-velocidad',
    commitment,
    author: 'gloria.amezquita',
    locality: '01',
    title: 'Bajar la velocidad en la Séptima',
    description:
      'Que la gente no corra tanto por la Séptima, sobre todo de noche. Que pongan algo.',
    lang: 'es',
    daysAgo: 8,
    fate: {
      kind: 'returned_answered',
      reason: 'ininteligible_incompleta',
      explanation: prose`Gloria, la Séptima es muy larga y este compromiso trata de información.
        ¿Nos dices entre qué calles es más grave y qué te gustaría que se publicara o se midiera?
        Con eso la podemos publicar. Mientras tanto el plazo está detenido.`,
      answer: prose`Es entre la 127 y la 134, de diez de la noche en adelante. Lo que quiero es que
        pongan uno de esos tableros que muestran la velocidad y que cada mes publiquen cuántos
        pasaron por encima del límite. Así se sabe si es idea mía o si de verdad están corriendo.`,
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'cerrar-la-puerta',
    commitment,
    author: 'nancy.urrego',
    locality: '06',
    title: 'Que el bus cierre la puerta antes de arrancar',
    description: prose`Parece bobada y no lo es. Me caí en octubre con la puerta abierta y el bus
      andando. Que se publiquen las caídas dentro de los buses, por empresa y por ruta. Ninguna
      quiere ser la primera de esa lista.`,
    lang: 'es',
    daysAgo: 3,
    fate: { kind: 'published' },
    supporters: 13,
    comments: [],
  },
];
