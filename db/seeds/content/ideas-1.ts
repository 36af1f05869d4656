import { prose } from './prose.ts';
import type { IdeaContent } from './types.ts';

const commitment = 'seguridad-y-convivencia';

export const ideas1: IdeaContent[] = [
  {
    key: 'boton-paraderos',
    commitment,
    author: 'yurani.palacios',
    locality: '19',
    title: 'Botón de ayuda en los paraderos de noche',
    description: prose`Salgo del turno a las diez y espero el alimentador con otras tres compañeras.
      A veces el paradero está solo veinte minutos.

      Pido un botón con luz, como los de los parqueaderos, que avise y que alguien hable por un
      parlante: "ya la vemos, va una patrulla en camino". Que hable una persona, no una grabación.
      Con que empiecen por los paraderos de la parte alta ya nos cambia la noche.`,
    lang: 'es',
    daysAgo: 19,
    fate: { kind: 'in_proposal', proposal: 'alertas-de-barrio' },
    supporters: 33,
    comments: [
      {
        author: 'nubia.toca',
        body:
          'Lo mismo pasa arriba en La Gloria. Y que el botón lo pueda alcanzar un niño o ' +
          'alguien en silla de ruedas.',
        stance: 'a_favor',
        replies: [
          {
            author: 'yurani.palacios',
            body: 'Tiene razón, vecina. A la altura de la mano, no arriba del poste.',
          },
        ],
      },
      {
        author: 'jairo.supelano',
        body:
          '¿Y quién responde por los que van a tocarlo por molestar? En mi barrio el timbre ' +
          'de la emergencia duró una semana.',
        stance: 'pregunta',
        replies: [
          {
            author: 'entidad',
            body: prose`Don Jairo, en otros puntos se contesta por voz antes de mover a nadie, y con
              eso bajan mucho las falsas alarmas. La dificultad es el mantenimiento, y de eso
              tenemos que hablar en la comisión.`,
          },
        ],
      },
    ],
  },
  {
    key: 'hora-del-cuadrante',
    commitment,
    author: 'hernando.tibabisco',
    locality: '18',
    title: 'Saber a qué hora pasa el cuadrante por mi cuadra',
    description: prose`Soy tendero hace 31 años en el Quiroga. No pido más policía, pido saber. Que
      se publique, aunque sea del mes pasado, cuántas veces pasó la patrulla por cada sector y en
      qué franja.

      Si uno ve que por la 32 pasan a las tres de la tarde y nunca a las siete de la noche, que es
      cuando cerramos, pues ya hay de qué conversar con el comandante.`,
    lang: 'es',
    daysAgo: 20,
    fate: { kind: 'in_proposal', proposal: 'alertas-de-barrio' },
    supporters: 21,
    comments: [
      {
        author: 'camilo.peralonso',
        body: 'Por franja y por mes sí. En tiempo real no, porque le sirve más al ladrón que al vecino.',
        stance: 'a_favor',
        replies: [
          {
            author: 'hernando.tibabisco',
            body: 'De acuerdo, joven. Yo con lo del mes pasado quedo contento.',
          },
        ],
      },
    ],
  },
  {
    key: 'un-solo-canal',
    commitment,
    author: 'mariela.pachon',
    locality: '06',
    title: 'Un solo canal de alertas y que diga en cuánto contestan',
    description: prose`Tengo en el celular cuatro chats: el de la cuadra, el del frente de
      seguridad, el del CAI y el de la alcaldía local. En todos aviso lo mismo y en ninguno me dicen
      si lo leyeron.

      Propongo uno solo, con número de caso, y que diga de una vez cuánto se van a demorar. Si no
      van a venir, que también lo digan. Uno agradece más un "hoy no alcanzamos" que el visto en
      azul.`,
    lang: 'es',
    daysAgo: 17,
    fate: { kind: 'in_proposal', proposal: 'alertas-de-barrio' },
    supporters: 27,
    comments: [
      {
        author: 'nancy.urrego',
        body: 'Y para los que no tienen datos, que también sirva mensaje de texto. Mi papá tiene flecha.',
        stance: 'a_favor',
      },
      {
        author: 'ciudadano2',
        body: '¿Los chats de la cuadra se acaban o siguen? A mí el de mi bloque sí me sirve.',
        stance: 'pregunta',
      },
    ],
  },
  {
    key: 'quien-mira-las-camaras',
    commitment,
    author: 'andres.lozada',
    locality: '02',
    title: 'Que se sepa quién mira las cámaras y cuánto guardan el video',
    description: prose`En Chapinero hay cámaras en casi todas las esquinas: unas de la ciudad, otras
      de los edificios y otras de no se sabe quién. No estoy en contra. Pero como ciudadano debería
      poder leer un aviso pegado en el poste que diga: de quién es, quién la mira, cuántos días se
      guarda y a quién le pido copia si me pasa algo.

      También pido que cada seis meses se publique cuántas veces se entregó un video y para qué. Sin
      nombres.

      Si las reglas están claras, hasta uno mismo ayuda a cuidarlas.`,
    lang: 'es',
    daysAgo: 26,
    fate: { kind: 'in_proposal', proposal: 'camaras-con-reglas' },
    supporters: 24,
    comments: [
      {
        author: 'pedro.caicedo',
        body: 'Tanta regla para las cámaras y ninguna para los ladrones. Primero que sirvan.',
        stance: 'en_contra',
        replies: [
          {
            author: 'andres.lozada',
            body: 'Las dos cosas, don Pedro. Si nadie responde por la cámara, tampoco nadie la arregla.',
          },
          {
            author: 'claudia.venegas',
            body: 'Yo propuse justo eso, que publiquen las dañadas. Apóyela si le suena.',
          },
        ],
      },
    ],
  },
  {
    key: 'camaras-que-sirven',
    commitment,
    author: 'claudia.venegas',
    locality: '16',
    title: 'Publicar cuáles cámaras sirven y cuáles están dañadas',
    description: prose`Cuando me robaron la mercancía fui por el video y la cámara llevaba siete
      meses apagada. Nadie lo sabía, o sí sabían y no decían. Un listado simple, por barrio,
      actualizado cada mes: cuántas hay, cuántas funcionan, cuándo arreglan las otras. Sin dar el
      punto exacto, para no avisarle a nadie.`,
    lang: 'es',
    daysAgo: 25,
    fate: { kind: 'in_proposal', proposal: 'camaras-con-reglas' },
    supporters: 30,
    comments: [],
  },
  {
    key: 'mediadores-ruido',
    commitment,
    author: 'dora.manosalva',
    locality: '12',
    title: 'Mediadores para los líos de ruido antes de llamar a la Policía',
    description: prose`Vivo encima de un bar. El dueño no es mala persona y yo tampoco, pero
      llevamos dos años peleando a punta de llamadas a la línea de emergencias. Viene el policía,
      bajan el volumen, se va el policía, lo suben.

      ¿Por qué no hay una persona del barrio, formada y con carné, que se siente con los dos y deje
      un acuerdo escrito? Hasta qué hora, cuántos decibeles, qué pasa si no se cumple. Que los
      acuerdos, sin nombres, se puedan consultar para que otros copien los buenos.`,
    lang: 'es',
    daysAgo: 12,
    fate: { kind: 'published' },
    supporters: 18,
    comments: [
      {
        author: 'julian.piraquive',
        body: 'Yo tengo un bar y firmo ya. A nosotros también nos conviene que no nos sellen por un malentendido.',
        stance: 'a_favor',
        replies: [
          { author: 'dora.manosalva', body: 'Me alegra leerlo de un dueño. Así sí se puede.' },
        ],
      },
      {
        author: 'ines.bocanegra',
        body: '¿Y les pagan o es otra vez trabajo gratis de las mujeres de la junta?',
        stance: 'pregunta',
      },
    ],
  },
  {
    key: 'datos-por-barrio',
    commitment,
    author: 'camilo.peralonso',
    locality: '13',
    title: 'Datos de hurto por barrio y por hora, con un párrafo que los explique',
    description: prose`Soy estudiante de estadística y uso los datos abiertos de seguridad. Tres
      problemas: salen por localidad (Teusaquillo no es igual en Galerías que en La Soledad), salen
      con dos meses de retraso y no traen una nota que diga qué cambió en la forma de contar.

      Propongo publicarlos por barrio y franja horaria, agrupando donde haya muy pocos casos para
      que nadie quede señalado, y que cada entrega traiga un párrafo escrito por una persona: qué
      subió, qué bajó y qué no se puede concluir.`,
    lang: 'es',
    daysAgo: 9,
    fate: { kind: 'published' },
    supporters: 14,
    comments: [],
  },
  {
    key: 'barras-y-cuadra',
    commitment,
    author: 'luz.angulo',
    locality: '18',
    title: 'Sentar a los muchachos del parque con la gente de la cuadra',
    description: prose`Los muchachos se hacen en el parque y la gente les tiene miedo, pero a muchos
      los vi crecer. Nadie se ha sentado con ellos. Yo presto el salón y pongo el tinto. Que la
      Secretaría mande a alguien que sepa hacer esas conversaciones y que lo que se acuerde quede
      pegado en la puerta del parque. Una vez al mes, no una vez y chao.`,
    lang: 'es',
    daysAgo: 6,
    fate: { kind: 'published' },
    supporters: 11,
    comments: [
      {
        author: 'mateo.zipa',
        body: 'Si nos preguntan a nosotros de verdad y no es puro regaño, sí vamos.',
        stance: 'a_favor',
      },
    ],
  },
  {
    key: 'alerts-in-english',
    commitment,
    author: 'helen.whitmore',
    locality: '17',
    title: 'Plain-language safety notices, also in English',
    description: prose`I have lived in La Candelaria for nine years and I still meet visitors and
      new residents who have no idea what the official emergency number is, or that there is a
      police post two blocks away. The notices exist, but they are long and only in Spanish.

      One card, ten lines, in plain Spanish and plain English, in hostels, corner shops and at the
      funicular. With pictures for people who read neither. My neighbours say they would use the
      Spanish side too.`,
    lang: 'en',
    daysAgo: 10,
    fate: { kind: 'published' },
    supporters: 7,
    comments: [
      {
        author: 'blanca.cuervo',
        body:
          'Yo tengo la tienda de la esquina de la doña Helen y sí, me preguntan todo el día. ' +
          'Pongo la tarjeta con gusto.',
        stance: 'a_favor',
        replies: [
          {
            author: 'helen.whitmore',
            body: 'Thank you, Blanca! I can help with the English side.',
            lang: 'en',
          },
        ],
      },
    ],
  },
  {
    key: 'salida-nocturna',
    commitment,
    author: 'edilma.torres',
    locality: '04',
    title: 'Caminos acompañados a la salida del colegio nocturno',
    description: prose`Estoy validando el bachillerato a mis 58 años, en jornada nocturna. Salimos a
      las 9:45 p. m. y hasta la avenida son seis cuadras oscuras. Ya dos compañeras dejaron de ir, y
      no fue por la matemática.

      Lo que pido: que un día a la semana alguien de convivencia nos ayude a organizar la salida en
      grupos por barrio, con chaleco y linterna, y que el CAI sepa la ruta y la hora. Es más
      organización que plata.`,
    lang: 'es',
    daysAgo: 16,
    fate: { kind: 'waiting', because: 'overdue' },
    supporters: 0,
    comments: [],
  },
  {
    key: 'fotos-de-ladrones',
    commitment,
    author: 'pedro.caicedo',
    locality: '14',
    title: 'Pantalla con las fotos de los que roban en el sector',
    description: prose`Que en la plaza de la estación pongan una pantalla con las fotos y los
      nombres de los que cogen robando, para que uno sepa de quién cuidarse. En los Mártires todos
      sabemos quiénes son y vuelven y salen. Si les da vergüenza, de pronto dejan de hacerlo.`,
    lang: 'es',
    daysAgo: 14,
    fate: {
      kind: 'rejected',
      reason: 'inviable_juridica',
      explanation: prose`Don Pedro, entendemos el cansancio de ver lo mismo cada semana. La ley no
        deja mostrar así el nombre y la cara de una persona que no ha sido condenada: protege sus
        datos y su presunción de inocencia, y un error le dañaría la vida a alguien. Lo que sí se
        puede, y ya está propuesto, es publicar cuántos hurtos hay por barrio y hora, y qué cámaras
        sirven.`,
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'boton-panico-repetida',
    commitment,
    author: 'brayan.carabali',
    locality: '08',
    title: 'Botones de pánico en los paraderos del SITP',
    description: prose`Que pongan botones de pánico en los paraderos, sobre todo por la noche. Yo
      cojo el bus por Patio Bonito y es una boca de lobo. Un botón y que llegue alguien.`,
    lang: 'es',
    daysAgo: 15,
    fate: {
      kind: 'duplicate',
      of: 'boton-paraderos',
      reason: 'duplicada',
      explanation: prose`Brayan, Yurani propuso lo mismo desde Ciudad Bolívar cuatro días antes:
        «Botón de ayuda en los paraderos de noche». Para no dividir la fuerza seguimos con esa y la
        tuya queda enlazada. Entra y apóyala, y cuenta en los comentarios lo de Patio Bonito: ayuda
        a que no se quede solo en la loma.`,
    },
    supporters: 0,
    comments: [],
  },
  {
    key: 'borrador-linternas',
    commitment,
    author: 'ciudadano2',
    locality: '10',
    title: 'Faroles solares en el callejón',
    description:
      'El callejón detrás de la iglesia queda oscuro desde las seis. Averiguar primero de quién es el poste.',
    lang: 'es',
    daysAgo: 4,
    fate: { kind: 'draft' },
    supporters: 0,
    comments: [],
  },
];
