/**
 * The data policy, each version whole. Consent records name a version and the hash of its text, so
 * a published version is never edited: a change is a new entry on top.
 */
export type PolicySection = { title: string; paragraphs: string[] };
export type DataPolicy = {
  version: string;
  validFrom: string;
  sections: { es: PolicySection[]; en: PolicySection[] };
};

const first: DataPolicy = {
  version: '1',
  validFrom: '2026-11-01',
  sections: {
    es: [
      {
        title: 'Quién responde por tus datos',
        paragraphs: [
          'La entidad de la ciudad que coordina el plan de gobierno abierto y administra ' +
            'este sitio. Sus datos están al comienzo de esta página. Le escribes desde ' +
            '«Escríbenos».',
        ],
      },
      {
        title: 'Qué guardamos',
        paragraphs: [
          'Para tu cuenta: tu nombre, tu correo, tu clave cifrada (nadie la puede leer), si ' +
            'eres mayor de edad y en qué idioma quieres leer.',
          'De lo que haces: las ideas, los comentarios y los apoyos que das, con su fecha, y ' +
            'las sesiones que tienes abiertas.',
          'Si tienes menos de 18 años: el nombre y un contacto de quien te autoriza, y que te escuchamos.',
          'Si te inscribes en un taller, con cuenta o sin ella: tu nombre, un contacto, los ' +
            'apoyos que pides y los permisos que das. De tu documento, si lo dejas, solo una ' +
            'huella que no se puede leer.',
          'Si nos escribes: tu nombre, un contacto y lo que dices, para responderte.',
        ],
      },
      {
        title: 'Para qué',
        paragraphs: [
          'Para que participes: enviar y apoyar ideas, recibir la respuesta a lo que enviaste y entrar a tu cuenta.',
          'Para contar cada apoyo una sola vez y para cuidar el sitio de envíos automáticos.',
          'No vendemos tus datos, no hacemos publicidad y no los cruzamos con otras bases.',
        ],
      },
      {
        title: 'Qué se ve en público',
        paragraphs: [
          'Tu nombre junto a las ideas y los comentarios que publicas. Si tienes menos de 18 ' +
            'años, tu nombre no se muestra.',
          'Tu correo nunca se muestra. A quién apoyas tampoco: solo se publica cuántos apoyos hay.',
        ],
      },
      {
        title: 'Datos sensibles',
        paragraphs: [
          'La cuenta no pide ninguno. Si quieres, en «Sobre mí» dices tu género, tu año de ' +
            'nacimiento y tu localidad, para saber si las ideas y los apoyos se parecen a la ' +
            'ciudad; los borras cuando quieras. La inscripción a un taller pregunta por tu ' +
            'género, una discapacidad, tu pueblo o tu organización: lo dice antes de cada ' +
            'pregunta, con la razón.',
          'Nunca tienes que responderlas, y no responder no cambia lo que puedes hacer.',
          'Las guardamos aparte, solo si das ese permiso, y nadie del equipo las lee: se ' +
            'publican sumas de muchas personas, nunca casos. Si un encuentro avisa que reparte ' +
            'los puestos por metas o por sorteo, también sirven para eso, sin que nadie las ' +
            'lea. Solo el nombre de tu grupo, sin el tuyo y cuando el taller ya se cerró, lo ' +
            've quien lo facilita, para contar cada grupo una vez. Puedes verlas y borrarlas ' +
            'desde la página de tu inscripción.',
        ],
      },
      {
        title: 'Menores de 18 años',
        paragraphs: [
          'Pueden participar si su acudiente lo autoriza y si se escuchó su opinión. ' +
            'Guardamos esa autorización y no mostramos su nombre.',
        ],
      },
      {
        title: 'Cuánto tiempo',
        paragraphs: [
          'Mientras tengas tu cuenta. Si no confirmas tu correo en 30 días, borramos la cuenta.',
          'Cuando cierras tu cuenta borramos tu nombre, tu correo, tu clave y tus sesiones. ' +
            'Lo que publicaste queda sin tu nombre, como de una «persona retirada».',
          'Las sesiones vencen a los 30 días y los enlaces de los correos, mucho antes.',
          'Lo de un taller se borra seis meses después del taller: nombre, contacto, apoyos y respuestas.',
          'Lo que nos escribes en privado se borra seis meses después de responderte; quedan el número y las fechas.',
        ],
      },
      {
        title: 'Quién más los ve',
        paragraphs: [
          'Quien modera ve lo que envías y tu nombre, no tu correo. Quien coordina ve el ' +
            'correo de las personas a las que da un papel. Quien facilita un taller ve, hasta ' +
            'que se cierra, nombre, contacto y apoyos pedidos. Lo que nos escribes en privado lo ' +
            've quien coordina. Nadie más.',
        ],
      },
      {
        title: 'Tus derechos',
        paragraphs: [
          'Puedes conocer, descargar y corregir tus datos, y retirar tu permiso, cuando ' +
            'quieras y gratis, desde Tu cuenta.',
          'También puedes escribirnos: respondemos las consultas en 10 días hábiles y los ' +
            'reclamos en 15. Si no quedas conforme, puedes acudir a la Superintendencia de ' +
            'Industria y Comercio.',
        ],
      },
      {
        title: 'Cookies',
        paragraphs: [
          'Usamos seis, todas nuestras: la de tu sesión (sesion), la del idioma (idioma), una ' +
            'que dice una sola vez el aviso de lo que acabas de hacer (aviso), una que distingue ' +
            'tu navegador para frenar los envíos automáticos (equipo), una que recuerda por 90 ' +
            'días que entraste a tu cuenta en este navegador, para que los intentos de otros no ' +
            'te la cierren (conocido), y una que abre por 15 minutos los datos de tu ' +
            'inscripción (inscripcion). Ninguna te sigue en otros sitios.',
        ],
      },
      {
        title: 'Cambios',
        paragraphs: [
          'Si esta política cambia, te avisamos y te preguntamos otra vez. La versión que ' +
            'aceptaste queda guardada con su fecha.',
        ],
      },
    ],
    en: [
      {
        title: 'Who answers for your data',
        paragraphs: [
          'The city body that coordinates the open-government plan and runs this site. You ' +
            'can write to it from “Write to us”; its details are at the top of this page.',
        ],
      },
      {
        title: 'What we keep',
        paragraphs: [
          'For your account: your name, your email, your password in a form nobody can read, ' +
            'whether you are an adult, and the language you want to read.',
          'Of what you do: the ideas, comments and supports you give, with their date, and the sessions you have open.',
          'If you are under 18: the name and a contact of the person who authorises you, and that we listened to you.',
          'If you register for a workshop, with an account or without: your name, a contact, ' +
            'the support you ask for and the consents you give. Of your document, if you leave ' +
            'it, only a fingerprint that cannot be read.',
          'If you write to us: your name, a contact and what you say, to answer you.',
        ],
      },
      {
        title: 'What for',
        paragraphs: [
          'So that you can take part: send and support ideas, get the answer to what you ' +
            'sent, and sign in to your account.',
          'To count each support only once and to protect the site from automated posts.',
          'We do not sell your data, we do no advertising, and we do not match them with other databases.',
        ],
      },
      {
        title: 'What is shown in public',
        paragraphs: [
          'Your name beside the ideas and comments you publish. If you are under 18 your name is not shown.',
          'Your email is never shown. Nor is what you support: only how many supports there are.',
        ],
      },
      {
        title: 'Sensitive data',
        paragraphs: [
          'The account asks for none. If you wish, under “About me” you say your gender, ' +
            'your year of birth and your locality, so that we know whether ideas and supports ' +
            'look like the city; you delete them whenever you like. The registration for a ' +
            'workshop asks about your gender, a disability, your people or your organisation: ' +
            'it says so before each question, with the reason.',
          'You never have to answer them, and not answering changes nothing of what you can do.',
          'We keep them apart, only if you give that consent, and nobody of the team reads ' +
            'them: totals of many people are published, never cases. If a meeting says that it ' +
            'gives its places by goals or by a draw, they serve for that too, without anybody ' +
            'reading them. Only the name of your group, without yours and once the workshop is ' +
            'closed, is seen by who facilitates it, to count each group once. You can see and ' +
            'delete them from the page of your registration.',
        ],
      },
      {
        title: 'Under 18',
        paragraphs: [
          'Minors can take part if their guardian authorises it and if their own opinion was ' +
            'heard. We keep that authorisation and do not show their name.',
        ],
      },
      {
        title: 'For how long',
        paragraphs: [
          'As long as you have your account. If you do not confirm your email within 30 days we delete the account.',
          'When you close your account we delete your name, email, password and sessions. ' +
            'What you published stays without your name, as from a “person who left”.',
          'Sessions end after 30 days, and the links in mails much earlier.',
          'What belongs to a workshop is deleted six months after it: name, contact, support and answers.',
          'What you write to us in private is deleted six months after the answer; number and dates stay.',
        ],
      },
      {
        title: 'Who else sees them',
        paragraphs: [
          'Moderators see what you send and your name, not your email. Coordinators see the ' +
            'email of the people they give a role to. Facilitators of a workshop see, until it ' +
            'is closed, names, contacts and the support asked for. What you write to us in private ' +
            'is seen by coordinators. Nobody else.',
        ],
      },
      {
        title: 'Your rights',
        paragraphs: [
          'You can see, download and correct your data, and withdraw your consent, whenever ' +
            'you like and free of charge, from Your account.',
          'You can also write to us: we answer queries in 10 working days and claims in 15. ' +
            'If you are not satisfied you can go to the Superintendencia de Industria y ' +
            'Comercio.',
        ],
      },
      {
        title: 'Cookies',
        paragraphs: [
          'We use six, all our own: one for your session (sesion), one for the language ' +
            '(idioma), one that says once what you have just done (aviso), one that tells your ' +
            'browser apart to slow down automated posts (equipo), one that remembers for 90 days ' +
            'that you signed in to your account on this browser, so that the attempts of others ' +
            'do not close it to you (conocido), and one that opens the data of your registration ' +
            'for 15 minutes (inscripcion). None follows you on other sites.',
        ],
      },
      {
        title: 'Changes',
        paragraphs: [
          'If this policy changes we tell you and ask you again. The version you accepted is kept with its date.',
        ],
      },
    ],
  },
};

/** Newest first. */
export const dataPolicies: readonly [DataPolicy, ...DataPolicy[]] = [first];

/** The policy that whoever registers now accepts. */
export const currentPolicy: DataPolicy = dataPolicies[0];
