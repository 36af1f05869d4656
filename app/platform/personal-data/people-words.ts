// The words around a name that tell whose it is, in small letters without accents.

const relation = [
  '(?:vecin[oa]|herman[oa]|hij[oa]|nin[oa]|espos[oa]|marido|mujer|mama|papa|mami|papi|',
  'madre|padre|ti[oa]|prim[oa]|',
  'cunad[oa]|suegr[oa]|abuel[oa]|abuelit[oa]|niet[oa]|biznieto|sobrin[oa]|yerno|nuera|',
  'amig[oa]|compadre|comadre|padrino|madrina|',
  'companer[oa]|novi[oa]|parcero|ahijad[oa]|hijastr[oa]|padrastro|madrastra|bebe|',
  'senor[a]?|senito|sr|sra|don|dona|tatarabuel[oa]|cuidad[oa]|concunad[oa]|cuat[oa]|parce|llave|',
  'marid[oa]|pareja|exespos[oa]|',
  'joven|muchach[oa]|man|tipo|sujeto|vieja|viejo|chic[oa]|paciente|victima|alumn[oa]|',
  'estudiante|inquilin[oa]|arrendatari[oa])',
].join('');
const role = [
  '(?:duen[oa]|jef[ea]|patron[a]?|lider(?:esa)?|administrador[a]?|tender[oa]|celador[a]?|',
  'vigilante|guarda|porter[oa]|',
  'profe|profesor[a]?|docente|doctor[a]?|dr|dra|medic[oa]|enfermer[oa]|psicolog[oa]|',
  'terapeuta|trabajadora social|conductor[a]?|chofer|',
  'mecanico|maestro|contratista|emplead[oa]|funcionari[oa]|panader[oa]|peluquer[oa]|',
  'recicladora?|cuidador[a]?|ladron|jibaro|',
  'pastor|cura|parroco|sacerdote|monja|borracho|borrachit[oa]|gamin|loc[oa]|patojo|flac[oa]|',
  'gord[oa]|mon[oa]|negr[oa]|',
  'costurera|modista|carpinter[oa]|zapater[oa]|plomer[oa]|electricista|ornamentador|domiciliari[oa]|mensajer[oa]|',
  'manicurista|estilista|barbero|peluquero|carnicer[oa]|veterinari[oa]|odontolog[oa]|partera|',
  'yerbatera|rector[a]?|entrenador[a]?|',
  'tallerista|facilitador[a]?|promotor[a]?|presentador[a]?|guia|gestor[a]?|secretari[oa] de la (?:junta|jac)|',
  'pastor|coordinador[a]?|tesorer[oa]|vocal|fiscal de la junta|presidenta? de (?:la |',
  'el )?(?:junta|jac|cuadra|conjunto|consejo))',
].join('');

/** Only a short form ends in a point: after any other a sentence ends. */
const abbreviation = '(?:(?<=\\b(?:sra?|srta|dra?|prof|lic|ing))\\.)?';

/** A relation or a role right before a name: «mi vecino», «la enfermera», «don». */
export const announcesPerson = new RegExp(
  [
    `(?:^|[^a-z])(?:${relation}|${role})(?: de(?:l| la| los| las)? [a-z]{3,14},| mayor| menor)?${abbreviation},?`,
    '(?:\\s(?:es|son|se llama|llamad[oa]|don|dona|la senora|el senor|la|el))?[\\s,:]{1,2}$',
  ].join(''),
);
/** Said of a person one knows: «don», or a relative of one's own. */
export const calledByName = new RegExp(
  [
    `(?:\\b(?:mi|mis|nuestr[oa]|tu|su|sus|la|el|al|del|una?|es[ea]|est[ea]) (?:${relation}|`,
    `${role})(?: mayor| menor)?|\\b(?:don|dona))${abbreviation},?\\s`,
    '(?:se llama |es |la senora |el senor |don |dona |la |el )?$',
  ].join(''),
);
/** Speech about one's own people, whatever famous name they bear. */
export const isOwn = /\b(?:mi|mis|nuestr[oa]|vecin[oa])\b[^.;,\n]{0,20}$/;
/** Titles with a name that mean a place, a book or a saint. */
export const famousByTitle =
  /\b(?:don (?:quijote|bosco|juan tenorio|jediondo)|dona (?:juana|barbara)|papa noel|tio sam|nino jesus|nina maria)$/;
/** The same as one word, which is no part of the name. */
export const related = new RegExp(`^(?:${relation}|${role})$`);

/** A name is told right after these. */
export const presents = new RegExp(
  [
    String.raw`\b(?:me llamo|me llaman|mi nombre(?: completo)? es|nombres? y apellidos?|nombre|se llamaba?|`,
    String.raw`(?:inscrib|anot|registr|inclu|apunt|vincul|recomiend|postul|nomin|denunci|`,
    String.raw`demand)\w+(?: por ?fa(?:vor)?)? a|`,
    String.raw`fdo|fda|suscrit[oa]|suscribe|reportad[oa] por|enviad[oa] por|escrito por|escribe|habla|le habla|`,
    String.raw`les habla|`,
    String.raw`soy|soi|yo|`,
    String.raw`firmo|firma|firmado|atentamente|att?e?|cordialmente|de parte de|a nombre de|nombre de|`,
    String.raw`denuncio a|acuso a|`,
    String.raw`culpa de|habl\w+ con|pregunt\w+ por|comuni\w+ con|llam\w+ a|busquen a|buscar a|`,
    String.raw`contact\w+ (?:a|con)|escrib\w+ a|`,
    String.raw`(?:papa|mama|madre|padre|hij[oa]s?|niet[oa]|espos[oa]|mujer|herman[oa]) de(?: la| el|l)?|cuid\w+ a|`,
    String.raw`acompan\w+ a|conoz\w+ a|`,
    String.raw`(?:de|a|es|fue) (?:un|una|el|la) tal|(?:ese|el) que \w+ es (?:el|la))[\s:,.;-]{1,3}$`,
  ].join(''),
);

/** The end of a letter, which a name follows. */
export const closesWith = new RegExp(
  [
    String.raw`\b(?:gracias|saludos|bendiciones|atentamente|cordial saludo|cordialmente|`,
    String.raw`quedo (?:atent[oa]|pendiente)|`,
    String.raw`feliz (?:dia|tarde|noche)|hasta pronto|att?e?|firma)[\s,.:;-]{1,4}$`,
  ].join(''),
);

/** What follows the name of somebody who is identified further: a number, a document, a mail, a place. */
export const identifies = new RegExp(
  [
    String.raw`^[\s,:;.(-]{1,3}(?:(?:identificad[oa]|mayor de edad|con (?:cedula|cc|c\.c|documento|`,
    String.raw`domicilio))\b|\+?\d{5}|`,
    String.raw`\d{3}[\s.-]\d{3}|c\.?\s?c\b|cedula|cel\b|celular|tel\b|correo|\w[\w.-]{2,40}@|(?:el|`,
    String.raw`la|los) (?:del?|de la|que) |`,
    String.raw`(?:madre|padre|cabeza|vecin[oa]|residente|habitante|propietari[oa]|lider(?:esa)?) |`,
    `(?:(?:es )?(?:mi|nuestr[oa]|su) |(?:el|la) )(?:${relation}|${role})\\b)`,
  ].join(''),
);

/** Where somebody lives or works, after a first name: «Leonor, la del 201». */
export const neighbourOf = new RegExp(
  [
    String.raw`^,?\s(?:(?:el|la) )?(?:del? (?:la |el )?(?:\d{2,4}|apto|apartamento|casa|piso|segundo|`,
    String.raw`tercer|primer|cuarto|tienda|panaderia|`,
    String.raw`drogueria|esquina|carniceria|ferreteria|miscelanea|taller|lado|frente|torre|bloque|`,
    String.raw`interior|manzana|peluqueria|papeleria|`,
    String.raw`restaurante|cafeteria|fruteria)\b|de (?:enfrente|arriba|abajo|al lado))`,
  ].join(''),
);

/** What is told of a private life. */
export const privateAct = new RegExp(
  [
    String.raw`^,? (?:vive|necesita|tiene|roba|robo|vende|consume|bebe|toma|maltrata|golpea|pega|`,
    String.raw`abusa|debe|sufre|padece|`,
    String.raw`(?:esta|es|era|estaba) (?:enferm[oa]|embarazada|pres[oa]|desaparecid[oa]|viud[oa]|`,
    String.raw`discapacitad[oa]|alcoholic[oa])|`,
    String.raw`fue (?:el|la) que|es (?:el|la) que|me (?:robo|pego|dijo|amenazo|debe))\b`,
  ].join(''),
);

/** Persons in a public function: nothing private is told by naming them. */
export const inOffice = new RegExp(
  [
    String.raw`\b(?:juez[a]?|magistrad[oa]|(?:ex)?alcald\w+|(?:vice|`,
    String.raw`ex)?president[ea](?! de (?:la )?(?:junta|jac|cuadra))|`,
    String.raw`(?:ex)?(?:ministr[oa]|senador[a]?|concejal[a]?)|edil(?:esa)?|secretari[oa]|`,
    String.raw`director[a]?|gobernador[a]?|`,
    String.raw`representante a la camara|congresista|personer[oa]|contralor[a]?|procurador[a]?|`,
    String.raw`escritor[a]?|autor[a]?|poeta|`,
    String.raw`general|arquitect[oa]|cantante|futbolista|ciclista|profeta|libertador|candidat[oa]|`,
    String.raw`papa francisco)\b[^.;\n]{0,40}$`,
  ].join(''),
);

/** The same, told after the name. */
export const hadOffice = new RegExp(
  [
    String.raw`^,? (?:(?:fue|es|como|era) )?(?:el |la |un |una )?(?:ex)?(?:magistrad|alcald|`,
    String.raw`president[ea] de (?:la republica|colombia)|ministr|`,
    String.raw`senador|concejal|gobernador|escritor|poeta|cantante|personer|procurador|candidat)`,
  ].join(''),
);

/** Things that bear somebody's name. */
export const ofPlace = new RegExp(
  [
    String.raw`\b(?:avenida|av|c\/|calles?|carreras?|cra|cll|autopista|parques?|colegios?|`,
    String.raw`bibliotecas?|plaza|plazoleta|hospital(?:es)?|`,
    String.raw`barrios?|localidad(?:es)?|upz|ley|fundacion|universidad|estacion(?:es)?|portal|jardin|`,
    String.raw`puente|institucion|escuela|ied|cdc|cai|`,
    String.raw`cade|supercade|urbanizacion|conjunto|edificio|vereda|centro|premio|teatro|coliseo|`,
    String.raw`estadio|polideportivo|museo|comuna|`,
    String.raw`clinica|salon|capilla|iglesia|parroquia|batallon|canal|rio|humedal|quebrada|estatua|`,
    String.raw`busto|monumento|concha|auditorio|`,
    String.raw`sala|sede|comedor|torre|aeropuerto|terminal|ciudadela|sector|paradero|fondo|catedra|`,
    String.raw`medalla|orden|beca|plan|casa cultural)`,
    String.raw`\b[^,.;\n]{0,20}$|\b(?:san|santa|santo|fray|monsenor|nuestra|senora del?|beat[oa])\s$`,
  ].join(''),
);

/** The same with a title before the name: «calle Don Ramón». */
export const titledPlace = new RegExp(
  String.raw`\b(?:avenida|av|calles?|carrera|cra|parque|colegios?|escuela|plaza|` +
    String.raw`hospital|barrio|puente|rotonda)( del?| de la)?,? (?:don|dona|doctora?|dr|dra|maestro|pastor|` +
    String.raw`parroco|cura|` +
    String.raw`tio|senora?|padre|madre|profesora?)\.? $`,
);
/** Where a name is a street or a square, said short: «el cruce con María de Molina». */
export const ofSpot = new RegExp(
  [
    String.raw`\b(?:en|entre|(?:zona|tramo|bulevar|esquina|glorieta|rotonda|altura|mercado|paseo|`,
    String.raw`metro|fuente|jardines|tunel|tramo final|bajada|subida) de|`,
    String.raw`(?:paseo|bulevar|glorieta|rotonda|frente|esquina)|(?:cruce|esquina|limites?) con|`,
    String.raw`frente a|hasta|subir (?:por|a)|`,
    String.raw`(?:bajar|girar|entrar|salir|salida|acceso) (?:a|por|hacia))\s$`,
  ].join(''),
);

/** Speech about somebody's work or memory. */
export const ofPublicThing = new RegExp(
  [
    String.raw`\b(?:homenaje a|memoria de|muerte de|asesinato de|feminicidio de|vida de|obra de|`,
    String.raw`libros? de|novela de|poema de|pelicula de|`,
    String.raw`cancion de|canciones de|gobierno de|administracion de|alcaldia de|epoca de|tiempos de|`,
    String.raw`caso|frase de|como (?:dijo|decia))\s$`,
  ].join(''),
);

/** Words that begin the name of an office or a place, not of a person. */
export const notName = new RegExp(
  [
    String.raw`^(?:alcald|secretari|minister|ministr|president|conce|director|direccion|gobern|`,
    String.raw`gobier|junta|accion|ciudad|bogot|`,
    String.raw`republic|nuestr|policia|estado|distrit|localid|barri|colegi|parque|calle|carrera|`,
    String.raw`avenid|centro|hospit|univers|bibliot|`,
    String.raw`instit|fundac|asocia|corpor|comit|consej|defensor|personer|contralor|procurad|fiscal|`,
    String.raw`inspec|comisar|comand|transmil|`,
    String.raw`plan|proyect|program|ley|decret|acuerd|portal|estaci|puente|plaza|humedal|vereda|`,
    String.raw`conjunto|edificio|torre|sena$|idu$|eps$|`,
    String.raw`sitp$|cai$|jac$|lunes|martes|miercol|jueves|viernes|sabado|doming|enero|febrer|abril$|`,
    String.raw`mayo$|junio$|agosto|septiem|octubre|`,
    String.raw`noviemb|diciemb|colombi|santafe|kennedy|bosa$|suba$|usme$|engativ|fontib|usaqu|chapin|`,
    String.raw`teusaq|sumapaz|tunjuel|soacha)`,
  ].join(''),
);

/** Frequent words that no name is made of. */
export const commonWords = new Set(
  `
  a abajo adulta adulto agradezco ahi ahora al algo alguien algun alla anda andan antes apto aquel aquella aqui
  arriba arte asi atentamente aunque ayer ayuda ayudan baila baile baja barrio bien bonita bonito bota botan
  buen buena buenas buenos cada calle canta carrera casa casi cedula cel celular ciencias cobra como con
  confianza consume contra cordialmente correo cosa cuadra cual cuando cuanto cuida cuidan danza dar de debe
  deben debo deja dejan del desde desempleada desempleado despues dia dice dicen digo dijo documento don dona
  donde dos duerme durante edad educacion el ella ellas ellos en encargada encargado enfrente entre era eran es
  esa ese eso esos espero esta estaba estamos estan estar este esto estoy estudio favor firma fue fueron futbol
  gente gracias grande grita ha habla hablan hace hacen haga hago han hasta hay hija hijo hizo hola hoy
  identificada identificado igual la las le les lider linda lindo llama llega llegan lleva lo los luego madre
  mal maneja manera mas mayor me mejor menor mi mientras mio mis misma mismo muchas mucho murio musica muy nada
  nadie necesita necesitamos necesito ni ninguna no nombre nos nosotros nuestra nuestro nueva nuevo numero nunca
  o otra otro padre paga pagan para pasa paso pensionada pensionado pero pide pido piso pita poco pone ponen por
  porque primaria primera primero puede pueden puedo pues que queda quien quiere quiero quisiera residente roba
  sabe sale salen se sea segunda senor senora ser si siembra siempre siguiente sin sobre solicita solicito solo
  somos son soy su sube sufre sus tal tambien tan tanta tanto teatro tel telefono tenemos tener tengo tenia
  tercera tercero ti tiene tienen tira tiran toda todas todo todos trabaja trabajo tu tuvo un una uno unos usted
  ustedes va vamos van vecina vecino vende ver vereda vez viene vienen vino vive viven vivimos vivo vota voy y
  ya yo
  `
    .trim()
    .split(/\s+/),
);

/** A word right after these is a name, known or not: «don Hermógenes», «me llamo Arquímedes». */
export const alwaysNames =
  /(?:\b(?:don|doña)|(?:^|[^a-z])(?:me llamo|mi nombre(?: completo)? es))\s$/;
/** A relative of one's own: whatever follows in capitals is what they are called. */
export const ofOwn = new RegExp(
  `\\b(?:(?:mi|mis|nuestr[oa]) (?:${relation})|(?:la|el) (?:ti[oa]|abuel[oa]|abuelit[oa]|comadre|` +
    `compadre|suegr[oa]|prim[oa]|sobrin[oa])),?\\s(?:la |el |don |dona )?$`,
);
/** The same of one known name alone. */
export const namesMe = new RegExp(
  String.raw`(?:^|[^a-z])(?:soy(?: yo)?,?|me llamo|mi nombre(?: completo)? es|(?:att?e?|firma|fdo)[:.,]?)` +
    String.raw`\s(?:la |el |don |dona )?$`,
);
/** Before a first name that something more is told of: an article, as people speak of those they know, or a call. */
export const familiar =
  /(?:^|[^a-z])(?:la|el|al|del|pregunt\w+ por|habl\w+ con|busquen a|llamen a|denuncio a|avisen a)\s$/;
/** Figures that a word for relatives names and nobody is. */
export const figures = new Set(
  `
  tierra naturaleza patria dios jesus cristo maria selva divino celestial nuestro santo santa coraje teresa monte
  luna sol
  `
    .trim()
    .split(/\s+/),
);
