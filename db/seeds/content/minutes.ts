/**
 * What some of the workshops left: topics, agreements and the ideas of their tables. Invented, like
 * everybody there.
 */
export type MinutesContent = {
  topics: string;
  agreements: string;
  ideas: { table: string; title: string; description: string; agreeing: number }[];
};

export const minutes: Record<string, MinutesContent> = {
  'alertas-suba': {
    topics:
      'Qué avisos llegan hoy al celular y cuáles no se entienden. Quién los manda y quién ' +
      'responde cuando alguien pregunta.',
    agreements:
      'La secretaría trae en un mes tres avisos escritos de nuevo. El grupo los prueba con ' +
      'vecinas que no usan aplicaciones.',
    ideas: [
      {
        table: 'Mesa 2',
        title: 'Avisos de seguridad que digan qué hacer',
        description:
          'Hoy el aviso dice que algo pasó y nada más. Que cada aviso diga en una línea ' +
          'qué puede hacer uno, a dónde llamar y hasta cuándo vale.',
        agreeing: 9,
      },
    ],
  },
  'paraderos-ladera': {
    topics:
      'Cuánto se espera en cada paradero, a qué horas y con qué clima. Qué hay hoy y qué se dañó.',
    agreements:
      'Se escogieron doce paraderos. La entidad responde si caben banca y techo en cada ' +
      'uno antes de la próxima reunión.',
    ideas: [
      {
        table: 'Mesa 1',
        title: 'Un techo que tape la lluvia de lado',
        description:
          'En la ladera la lluvia entra de lado y el techo corto no sirve. Pedimos que el ' +
          'techo baje por el lado del viento, aunque sea con una lámina.',
        agreeing: 11,
      },
      {
        table: 'Mesa 3',
        title: 'La hora del bus escrita en el paradero',
        description:
          'No todo el mundo tiene datos en el celular. Que el paradero tenga una tabla ' +
          'grande con cada cuánto pasa el bus y hasta qué hora.',
        agreeing: 8,
      },
    ],
  },
  'andenes-chapinero': {
    topics:
      'El recorrido de seis cuadras: huecos, tapas sueltas, carros sobre el andén y rampas que terminan en un escalón.',
    agreements:
      'El grupo entrega el mapa con fotos. La entidad marca qué arregla este año y qué no, con la razón.',
    ideas: [
      {
        table: 'Recorrido',
        title: 'Rampas que lleguen hasta el otro lado',
        description:
          'Hay rampas que empiezan bien y terminan en un escalón o en una caneca. Revisar ' +
          'cada rampa por pares: una no sirve si la de enfrente no existe.',
        agreeing: 12,
      },
    ],
  },
  'citas-usme': {
    topics: 'Los mensajes de citas y órdenes que la gente trajo, y qué se entendió de cada uno.',
    agreements:
      'Se escribieron cinco mensajes de nuevo. El centro de salud los usa dos meses y cuenta cuántas citas se pierden.',
    ideas: [
      {
        table: 'Mesa 4',
        title: 'El mensaje de la cita en nota de voz',
        description:
          'Hay personas mayores que no leen bien. Que el mensaje de la cita llegue también ' +
          'como nota de voz, con la dirección y lo que hay que llevar.',
        agreeing: 10,
      },
    ],
  },
  'cruces-kennedy': {
    topics:
      'Los choques de tres años en el mapa y los cruces que la gente evita aunque no tengan choques.',
    agreements:
      'Se escogieron diez cruces, seis con datos y cuatro por miedo. La entidad responde por cada uno.',
    ideas: [
      {
        table: 'Mesa 5',
        title: 'Contar también los sustos, no solo los choques',
        description:
          'Un cruce donde nadie se accidenta porque nadie se atreve a pasar no sale en los ' +
          'datos. Que una vez al año se pregunte en la cuadra qué cruces evita y por qué.',
        agreeing: 13,
      },
    ],
  },
  'paridad-teusaquillo': {
    topics:
      'Quién habló y cuánto tiempo en las tres últimas reuniones del barrio, según las actas.',
    agreements:
      'Las próximas tres reuniones se hacen a las seis de la tarde, con cuidado de niñas y ' +
      'niños, y se vuelve a contar.',
    ideas: [
      {
        table: 'Mesa 1',
        title: 'Turnos de palabra que alternen',
        description:
          'Cuando habla quien quiere, hablan siempre los mismos. Que la palabra se dé ' +
          'alternando mujeres y hombres, y que nadie hable dos veces antes de que todas ' +
          'hayan podido.',
        agreeing: 9,
      },
    ],
  },
};
