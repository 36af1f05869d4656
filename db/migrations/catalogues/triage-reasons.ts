/** Why ideas are sent back, refused, moved or merged, as the catalogue begins. */
export const triageReasons = [
  {
    code: 'ininteligible_incompleta',
    decision: 'devolver',
    hides: false,
    asks_body: false,
    label_es: 'No se entiende o le falta algo',
    label_en: 'Unclear or incomplete',
    explanation_es:
      'Leímos tu idea y queremos publicarla, pero nos falta entender [qué parte]. Cuéntanos ' +
      '[qué dato falta] con tus palabras. Mientras respondes, el plazo se detiene y no ' +
      'pierdes tu turno.',
    explanation_en:
      'We read your idea and want to publish it, but we need to understand [which part]. ' +
      'Tell us [what is missing] in your own words. While you answer, the clock stops and ' +
      'you keep your place.',
  },
  {
    code: 'datos_personales',
    decision: 'devolver',
    hides: true,
    asks_body: false,
    label_es: 'Tiene datos personales de otra persona',
    label_en: 'Holds another person’s personal data',
    explanation_es:
      'Tu idea es bienvenida. Trae [un nombre, un teléfono, una dirección] de otra persona y ' +
      'no podemos mostrarlo sin su permiso. Quita ese dato y vuelve a enviarla: lo demás ' +
      'queda igual.',
    explanation_en:
      'Your idea is welcome. It shows [a name, a phone number, an address] of someone else, ' +
      'and we cannot publish that without their permission. Take it out and send the idea ' +
      'again: the rest stays as it is.',
  },
  {
    code: 'fuera_de_competencia',
    decision: 'rechazar',
    hides: false,
    asks_body: true,
    label_es: 'La ciudad no puede decidirlo',
    label_en: 'Not for the city to decide',
    explanation_es:
      'Lo que pides no lo puede decidir la ciudad. Le corresponde a [nombre de la entidad ' +
      'competente]. Allá puedes presentarlo así: [cómo]. Gracias por escribirlo: queda ' +
      'publicado aquí con esta razón.',
    explanation_en:
      'What you ask for is not for the city to decide. It belongs to [name of the competent ' +
      'body]. You can take it there like this: [how]. Thank you for writing it: it stays ' +
      'here with this reason.',
  },
  {
    code: 'ya_existe',
    decision: 'rechazar',
    hides: false,
    asks_body: false,
    label_es: 'Ya existe o se está haciendo',
    label_en: 'Already exists or is under way',
    explanation_es:
      'Buena noticia: esto ya se hace. Es [nombre del servicio o la obra] y lo lleva ' +
      '[entidad]. Si lo usaste y no te sirvió, cuéntanos qué le falta en una idea nueva.',
    explanation_en:
      'Good news: this already exists. It is [name of the service or work], run by [body]. ' +
      'If you tried it and it did not help, tell us what is missing in a new idea.',
  },
  {
    code: 'inviable_tecnica',
    decision: 'rechazar',
    hides: false,
    asks_body: false,
    label_es: 'Técnicamente no se puede',
    label_en: 'Not technically possible',
    explanation_es:
      'Consultamos si se puede hacer y hoy no se puede, porque [razón técnica en palabras ' +
      'sencillas]. Si se te ocurre otra forma de llegar a lo mismo, escríbela: la leemos ' +
      'como idea nueva.',
    explanation_en:
      'We asked whether it can be done and today it cannot, because [technical reason in ' +
      'plain words]. If you think of another way to get there, write it: we will read it as ' +
      'a new idea.',
  },
  {
    code: 'inviable_juridica',
    decision: 'rechazar',
    hides: false,
    asks_body: false,
    label_es: 'La ley no lo permite',
    label_en: 'Not allowed by law',
    explanation_es:
      'Entendemos lo que te preocupa. La ley no deja hacerlo de esta manera: [norma y qué ' +
      'protege]. Lo que sí se puede hacer es [alternativa].',
    explanation_en:
      'We understand what worries you. The law does not allow it this way: [rule and what it ' +
      'protects]. What can be done is [alternative].',
  },
  {
    code: 'inviable_presupuestal',
    decision: 'rechazar',
    hides: false,
    asks_body: false,
    label_es: 'No hay recursos para hacerlo',
    label_en: 'No budget for it',
    explanation_es:
      'La idea se entiende y se puede hacer, pero cuesta [valor aproximado y de dónde sale] ' +
      'y este plan no tiene esos recursos. Puedes llevarla a [otro camino: presupuestos ' +
      'participativos, otra vigencia].',
    explanation_en:
      'The idea is clear and could be done, but it costs [approximate figure and its source] ' +
      'and this plan does not have that money. You can take it to [another way: ' +
      'participatory budgets, another year].',
  },
  {
    code: 'ofensiva',
    decision: 'rechazar',
    hides: true,
    asks_body: false,
    label_es: 'Ofende o discrimina',
    label_en: 'Offensive or discriminatory',
    explanation_es:
      'No publicamos esta idea porque [qué frase] ofende a [personas o grupo]. Aquí se puede ' +
      'criticar con fuerza lo que se hace mal, sin atacar a nadie por quien es. Puedes ' +
      'escribirla de nuevo o apelar una vez.',
    explanation_en:
      'We do not publish this idea because [which sentence] offends [people or group]. You ' +
      'may criticise hard what is done badly, without attacking anyone for who they are. You ' +
      'can write it again or appeal once.',
  },
  {
    code: 'publicidad_spam',
    decision: 'rechazar',
    hides: true,
    asks_body: false,
    label_es: 'Es publicidad o un envío automático',
    label_en: 'Advertising, spam or automated',
    explanation_es:
      'Este texto ofrece un producto o servicio, o llegó por un programa automático. Aquí ' +
      'solo van ideas para mejorar los compromisos. Si nos equivocamos, apela: lo revisa ' +
      'otra persona.',
    explanation_en:
      'This text offers a product or a service, or came from an automated program. Only ' +
      'ideas to improve the commitments belong here. If we are wrong, appeal: someone else ' +
      'will look at it.',
  },
  {
    code: 'propaganda_electoral',
    decision: 'rechazar',
    hides: true,
    asks_body: false,
    label_es: 'Es propaganda electoral',
    label_en: 'Electoral propaganda',
    explanation_es:
      'Tu texto pide apoyar o rechazar a una candidatura o a un partido. Este espacio es de ' +
      'toda la ciudad y no hace campaña. Puedes enviar la misma idea sin esa parte.',
    explanation_en:
      'Your text asks people to back or reject a candidate or a party. This space belongs to ' +
      'the whole city and does not campaign. You can send the same idea without that part.',
  },
  {
    code: 'otro_compromiso',
    decision: 'reasignar',
    hides: false,
    asks_body: false,
    label_es: 'Va mejor en otro compromiso',
    label_en: 'Fits another commitment better',
    explanation_es:
      'Pasamos tu idea a [nombre del compromiso], porque allí responde la entidad que puede ' +
      'hacerla. No la rechazamos ni tienes que enviarla otra vez.',
    explanation_en:
      'We passed your idea to [name of the commitment], because the body that can do it ' +
      'answers there. It is not rejected and you need not send it again.',
  },
  {
    code: 'duplicada',
    decision: 'duplicada',
    hides: false,
    asks_body: false,
    label_es: 'Ya hay una idea igual',
    label_en: 'The same idea is already here',
    explanation_es:
      'Otra persona propuso lo mismo antes: [título]. Para que no se divida la fuerza, ' +
      'seguimos con esa. La tuya queda enlazada y los apoyos solo se mueven si cada persona ' +
      'acepta. Si la tuya pide algo distinto, dínoslo.',
    explanation_en:
      'Someone proposed the same before: [title]. So that support is not split, we go on ' +
      'with that one. Yours stays linked, and supports move only if each person agrees. If ' +
      'yours asks for something else, tell us.',
  },
  {
    code: 'peticion_o_queja',
    decision: 'peticion',
    hides: false,
    asks_body: false,
    label_es: 'Es una petición o una queja',
    label_en: 'A petition or a complaint',
    explanation_es:
      'Lo que cuentas es un problema puntual que alguien debe atender ya, así que lo ' +
      'radicamos por ti como petición con el número [radicado]. Te responde [entidad] en el ' +
      'plazo de ley, contado desde el día siguiente a tu envío. No pagas nada ni tienes que ' +
      'repetirlo.',
    explanation_en:
      'What you describe is a specific problem that someone must attend to now, so we filed ' +
      'it for you as a petition with number [case number]. [Body] will answer within the ' +
      'legal term, counted from the day after you sent it. It is free and you need not ' +
      'repeat it.',
  },
] as const;
