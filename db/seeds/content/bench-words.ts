/** Word lists from which the bench makes texts that read and weigh like Spanish ones. They are never part of the demonstration. */

export const actions = [
  'Arreglar', 'Alumbrar', 'Abrir', 'Recuperar', 'Señalizar', 'Cuidar', 'Publicar', 'Medir', 'Ampliar', 'Proteger', 'Pintar', 'Mejorar', 'Revisar', 'Explicar', 'Sembrar', 'Acompañar',
];
export const things = [
  'los andenes', 'el parque del barrio', 'las ciclorrutas', 'los paraderos', 'el centro de salud', 'los pasos peatonales', 'las canchas', 'el salón comunal', 'las citas médicas',
  'los datos de seguridad', 'los presupuestos locales', 'las rutas de cuidado', 'la biblioteca', 'los árboles', 'el puente peatonal', 'las bicicletas públicas', 'los semáforos',
  'el comedor comunitario', 'las reuniones de la junta', 'la quebrada', 'los cruces escolares', 'las obras de la cuadra', 'los talleres de jóvenes', 'la línea de atención',
];
export const places = [
  'cerca del colegio', 'en la avenida principal', 'junto a la plaza de mercado', 'en la parte alta', 'al lado de la estación', 'en las noches', 'los fines de semana', 'para personas mayores',
  'con la comunidad', 'sin filas', 'con datos abiertos', 'en cada localidad', 'para quien camina', 'frente al hospital', 'en los barrios de ladera', 'con las niñas y los niños', 'en lenguaje claro', 'en la zona rural',
];
export const openings = [
  'Vivo hace años en el barrio y todos los días paso por ahí.', 'Lo hemos hablado muchas veces en la junta y nadie nos da respuesta.', 'Trabajo de noche y conozco bien el problema.',
  'En la cuadra somos más de treinta familias y nos afecta a todas.', 'Mi mamá ya no puede caminar lejos y depende de esto.', 'Soy estudiante y llego en bicicleta casi siempre.',
  'Con las vecinas llevamos la cuenta desde enero.', 'El año pasado hicimos una petición y quedó en promesas.',
];
export const problems = [
  'Cuando llueve queda todo inundado y hay que bajarse a la calzada con los carros encima.', 'No hay luz después de las seis y la gente prefiere dar una vuelta larga.',
  'La información sale tarde, en tablas que nadie entiende, y así no sirve para decidir.', 'Toca madrugar a hacer fila y a veces uno se devuelve sin que lo atiendan.',
  'Los recursos se anuncian, empieza la obra y después no se sabe en qué quedó.', 'Las personas con discapacidad no pueden pasar sin ayuda, y eso no debería ser así.',
  'Los muchachos no tienen dónde reunirse y terminan en la esquina hasta tarde.', 'Se dañó hace meses y cada entidad dice que le toca a la otra.',
];
export const proposals = [
  'Propongo que se haga un recorrido con la comunidad y se deje por escrito qué se va a arreglar y cuándo.', 'Que se publique cada mes un informe corto, en palabras sencillas, y se ponga también en papel.',
  'Podríamos probar en tres sitios durante seis meses, medir qué cambia y decidir después si se amplía.', 'Pido que se incluya una ruta para quienes cuidan, con horario de tarde y de sábado.',
  'La idea es que haya un solo canal, con número de caso y un plazo para responder.', 'Que se haga un acuerdo entre vecinos, comerciantes y la alcaldía local, con tareas para cada quien.',
  'Se puede empezar con poco: pintura, señales y dos bancas, y luego revisar el diseño completo.', 'Que las reuniones se anuncien con tiempo y alguien explique los números antes de votar.',
];
export const closings = [
  'Nosotros ponemos la mano de obra.', 'Gracias por leer.', 'Con eso ya nos cambia la vida.', 'Ojalá esta vez sí nos respondan.', 'Estamos dispuestos a ayudar.', 'No es mucha plata y sirve a mucha gente.',
];
export const firstNames = [
  'Ana', 'Luis', 'Marta', 'Carlos', 'Diana', 'Jorge', 'Paola', 'Andrés', 'Gloria', 'Felipe', 'Rosa', 'Camilo', 'Nubia', 'Óscar', 'Yenny', 'Hernán', 'Lucía', 'Iván', 'Sandra', 'Mateo', 'Blanca', 'Julián', 'Inés', 'Tomás',
];
export const lastNames = [
  'Rojas', 'Castro', 'Moreno', 'Peña', 'Suárez', 'Vargas', 'Cárdenas', 'Ortiz', 'Beltrán', 'Guzmán', 'Niño', 'Rincón', 'Acosta', 'Mejía', 'Parra', 'Quintero', 'Salazar', 'Téllez', 'Useche', 'Zambrano', 'Forero', 'Garzón', 'Herrera', 'Leal',
];
