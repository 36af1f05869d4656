type Labels = readonly (readonly [code: string, es: string, en: string])[];

const unanswered = [
  'prefiero_no_responder',
  'Prefiero no responder',
  'I prefer not to answer',
] as const;

const catalogue: Record<string, { source: string; options: Labels }> = {
  genero: {
    source: 'Identidad de género: lista de la ciudad, 2026',
    options: [
      ['mujer', 'Mujer', 'Woman'],
      ['hombre', 'Hombre', 'Man'],
      ['mujer_trans', 'Mujer trans', 'Trans woman'],
      ['hombre_trans', 'Hombre trans', 'Trans man'],
      ['no_binaria', 'Persona no binaria', 'Non-binary person'],
      ['otra', 'Otra, ¿cuál?', 'Another, which?'],
      unanswered,
    ],
  },
  wg: {
    source: 'Washington Group on Disability Statistics, grupo corto de preguntas',
    options: [
      ['ninguna', 'No, ninguna dificultad', 'No, no difficulty'],
      ['cierta', 'Sí, cierta dificultad', 'Yes, some difficulty'],
      ['mucha', 'Sí, mucha dificultad', 'Yes, a lot of difficulty'],
      ['no_puede', 'No puede hacerlo', 'Cannot do it at all'],
      unanswered,
    ],
  },
  cuida: {
    source: 'Cuidado no pagado: lista de la ciudad, 2026',
    options: [
      ['no', 'No', 'No'],
      ['ninez', 'A niñas o niños', 'Children'],
      ['persona_mayor', 'A una persona mayor', 'An older person'],
      ['discapacidad', 'A una persona con discapacidad', 'A person with a disability'],
      ['otra_persona', 'A otra persona', 'Someone else'],
      unanswered,
    ],
  },
  etnia: {
    source: 'Pertenencia étnica, DANE, Censo 2018',
    options: [
      ['indigena', 'Indígena', 'Indigenous'],
      ['rrom', 'Gitano o Rrom', 'Rrom'],
      ['raizal', 'Raizal', 'Raizal'],
      ['palenquero', 'Palenquero', 'Palenquero'],
      [
        'afro',
        'Negro, afrodescendiente o afrocolombiano',
        'Black, Afro-descendant or Afro-Colombian',
      ],
      ['ninguno', 'Ninguno', 'None'],
      unanswered,
    ],
  },
  victima: {
    source: 'Registro Único de Víctimas, Ley 1448 de 2011',
    options: [
      [
        'si_ruv',
        'Sí, incluida en el Registro Único de Víctimas',
        'Yes, in the Register of Victims',
      ],
      ['si', 'Sí, no incluida', 'Yes, not in the register'],
      ['no', 'No', 'No'],
      unanswered,
    ],
  },
  organizacion_tipo: {
    source: 'Instancias y organizaciones de Bogotá, 2026',
    options: [
      ['jac', 'Junta de Acción Comunal', 'Community Action Board'],
      ['jal', 'Junta Administradora Local', 'Local Administrative Board'],
      ['cpl', 'Consejo de Planeación Local', 'Local Planning Council'],
      ['ctpd', 'Consejo Territorial de Planeación Distrital', 'District Planning Council'],
      [
        'copacos',
        'Comité de participación en salud (COPACOS)',
        'Community health committee (COPACOS)',
      ],
      ['discapacidad', 'Consejo Local de Discapacidad', 'Local Disability Council'],
      ['biciusuarios', 'Biciusuarios', 'Cyclists'],
      ['mujeres', 'Organización de mujeres', 'Women’s organisation'],
      ['juventud', 'Organización juvenil', 'Youth organisation'],
      ['observatorio', 'Observatorio', 'Observatory'],
      ['veeduria', 'Veeduría ciudadana', 'Citizen oversight body'],
      ['ong', 'ONG o fundación', 'NGO or foundation'],
      ['gremio', 'Gremio o empresa', 'Trade body or company'],
      ['academia', 'Academia', 'Academia'],
      ['etnica', 'Organización étnica', 'Ethnic organisation'],
      ['lgbti', 'Organización LGBTI', 'LGBTI organisation'],
      ['ambiental', 'Organización ambiental', 'Environmental organisation'],
      ['entidad_publica', 'Entidad pública', 'Public body'],
      ['ninguna', 'Ninguna', 'None'],
      unanswered,
    ],
  },
  apoyo: {
    source: 'Apoyos que se pueden pedir, 2026',
    options: [
      ['lsc', 'Intérprete de lengua de señas colombiana', 'Colombian Sign Language interpreter'],
      ['rampa', 'Entrada sin escalones', 'Step-free entrance'],
      ['letra_grande', 'Letra grande o braille', 'Large print or braille'],
      ['guia', 'Acompañante o guía', 'Companion or guide'],
      ['lectura_facil', 'Lectura fácil', 'Easy reading'],
      ['cuidado_ninez', 'Cuidado de niñas y niños', 'Child care'],
      ['transporte', 'Ayuda para el transporte', 'Help with transport'],
      ['otro', 'Otra cosa', 'Something else'],
    ],
  },
  accesibilidad: {
    source: 'Plan de accesibilidad de un encuentro, 2026',
    options: [
      ['lsc', 'Intérprete de lengua de señas', 'Sign language interpreter'],
      ['sin_escalones', 'Entrada sin escalones', 'Step-free entrance'],
      ['bano', 'Baño accesible', 'Accessible toilet'],
      ['bucle', 'Sonido amplificado', 'Amplified sound'],
      ['letra_grande', 'Materiales en letra grande', 'Large-print materials'],
      ['lectura_facil', 'Materiales en lectura fácil', 'Easy-reading materials'],
      ['cuidado_ninez', 'Cuidado de niñas y niños', 'Child care'],
      ['transporte', 'Cerca del transporte público', 'Close to public transport'],
      ['subtitulos', 'Subtítulos en vivo', 'Live captions'],
      ['refrigerio', 'Refrigerio', 'Refreshments'],
    ],
  },
  como_supo: {
    source: 'Cómo se enteró, 2026',
    options: [
      [
        'invitacion',
        'Me invitó mi organización o alguien',
        'My organisation or somebody invited me',
      ],
      ['afiche', 'Un afiche o volante', 'A poster or leaflet'],
      ['redes', 'Redes o mensajería', 'Social media or messages'],
      ['sitio', 'Este sitio', 'This site'],
      ['medios', 'Radio, prensa o televisión', 'Radio, press or television'],
      ['entidad', 'Una entidad pública', 'A public body'],
      ['otro', 'Otra forma', 'Another way'],
    ],
  },
  documento_tipo: {
    source: 'Tipos de documento, Registraduría y Migración Colombia, 2026',
    options: [
      ['cc', 'Cédula de ciudadanía', 'Citizen’s card'],
      ['ti', 'Tarjeta de identidad', 'Identity card of minors'],
      ['rc', 'Registro civil', 'Birth record'],
      ['ce', 'Cédula de extranjería', 'Foreigner’s card'],
      ['ppt', 'Permiso por Protección Temporal', 'Temporary Protection Permit'],
      ['pasaporte', 'Pasaporte', 'Passport'],
      ['pep', 'Permiso Especial de Permanencia (vencido)', 'Special Stay Permit (expired)'],
      ['sin_documento', 'Sin documento', 'No document'],
    ],
  },
};

/** The answers that forms offer, as the catalogue begins. */
export const answerOptions = Object.entries(catalogue).flatMap(([question, { source, options }]) =>
  options.map(([code, label_es, label_en], position) => ({
    question,
    code,
    position,
    label_es,
    label_en,
    source,
  })),
);
