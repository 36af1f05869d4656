import type { DataPolicy } from './data-policy.ts';

const first: DataPolicy = {
  version: '1',
  validFrom: '2026-11-28',
  sections: {
    es: [
      {
        title: 'Qué es este sitio',
        paragraphs: [
          'Un lugar para proponer ideas, apoyarlas, encontrarse en talleres y seguir el plan de ' +
            'gobierno abierto de la ciudad. Lo administra la entidad que aparece al pie de cada página.',
          'Leer no pide cuenta ni datos.',
        ],
      },
      {
        title: 'Qué puedes hacer',
        paragraphs: [
          'Con una cuenta, escribir ideas, comentar y apoyar. Apoyas cada idea una sola vez y ' +
            'puedes retirar tu apoyo mientras la fase esté abierta.',
          'A un taller te inscribes con cuenta o sin ella. Si tienes menos de 18 años, un acudiente te autoriza.',
          'Cada persona tiene una sola cuenta, con sus propios datos. Tu clave es tuya: no la compartas.',
        ],
      },
      {
        title: 'Qué se decide aquí y qué no',
        paragraphs: [
          'Un apoyo no es un voto: ayuda a ver qué le importa a la gente. Las ideas se reúnen en ' +
            'propuestas, y el Círculo decide sobre ellas en público y con razones.',
          'Una petición, una queja o una emergencia van por los canales de atención de la ciudad. ' +
            'Si llegan aquí como idea, te decimos a quién le corresponden.',
        ],
      },
      {
        title: 'Cómo se escribe aquí',
        paragraphs: [
          'Con respeto y con tus palabras. No publicamos insultos ni discriminación, datos ' +
            'personales de otras personas, publicidad, propaganda electoral, copias en serie ni ' +
            'textos enviados por programas.',
          'No intentes entrar a cuentas ajenas, apoyar por otras personas ni dañar el sitio.',
        ],
      },
      {
        title: 'Qué hacemos con lo que escribes',
        paragraphs: [
          'Personas del equipo revisan cada idea. Si no se publica te decimos la razón, y puedes apelar una vez.',
          'Para ocultar algo que ya es público se necesitan dos personas, y la razón queda a la vista.',
        ],
      },
      {
        title: 'De quién es lo que escribes',
        paragraphs: [
          'Sigue siendo tuyo. Al publicarlo permites que cualquiera lo lea, lo copie y lo use si ' +
            'dice de dónde viene (licencia Creative Commons Atribución 4.0).',
          'Puedes retirar una idea mientras no esté en una propuesta. Si cierras tu cuenta, lo que ' +
            'publicaste queda sin tu nombre.',
        ],
      },
      {
        title: 'Tus datos',
        paragraphs: [
          'Qué guardamos, para qué y cómo lo borras está en la política de datos personales.',
        ],
      },
      {
        title: 'Si algo falla',
        paragraphs: [
          'El sitio puede estar fuera de servicio un rato. Si eso, o cualquier obstáculo, no te ' +
            'deja participar, escríbenos: se responde en un plazo y con un número.',
          'Los enlaces de la gente llevan a sitios que no son nuestros.',
        ],
      },
      {
        title: 'Cambios',
        paragraphs: [
          'Si estos términos cambian publicamos otra versión, con su fecha. No cambiamos una versión ya publicada.',
        ],
      },
    ],
    en: [
      {
        title: 'What this site is',
        paragraphs: [
          'A place to propose ideas, support them, meet in workshops and follow the city’s open ' +
            'government plan. The institution named at the foot of each page runs it.',
          'Reading asks for no account and no data.',
        ],
      },
      {
        title: 'What you can do',
        paragraphs: [
          'With an account, write ideas, comment and support. You support each idea once and can ' +
            'take your support back while the phase is open.',
          'You register for a workshop with or without an account. If you are under 18, a guardian authorises you.',
          'Each person has one account, with their own data. Your password is yours: do not share it.',
        ],
      },
      {
        title: 'What is decided here and what is not',
        paragraphs: [
          'A support is not a vote: it helps to see what matters to people. Ideas are gathered in ' +
            'proposals, and the Circle decides on them in public and with reasons.',
          'A petition, a complaint or an emergency goes through the city’s service channels. If it ' +
            'comes here as an idea, we tell you whose it is.',
        ],
      },
      {
        title: 'How one writes here',
        paragraphs: [
          'With respect and in your own words. We publish no insults or discrimination, personal ' +
            'data of other people, advertising, electoral propaganda, serial copies or texts sent ' +
            'by programs.',
          'Do not try to enter the accounts of others, support for other people or harm the site.',
        ],
      },
      {
        title: 'What we do with what you write',
        paragraphs: [
          'People of the team review each idea. If it is not published we tell you why, and you can appeal once.',
          'It takes two people to hide something that is public already, and the reason stays in sight.',
        ],
      },
      {
        title: 'Whose it is',
        paragraphs: [
          'It stays yours. By publishing it you let anybody read it, copy it and use it if they say ' +
            'where it comes from (Creative Commons Attribution 4.0).',
          'You can withdraw an idea as long as it is in no proposal. If you close your account, what ' +
            'you published stays without your name.',
        ],
      },
      {
        title: 'Your data',
        paragraphs: [
          'What we keep, what for and how you delete it is in the personal data policy.',
        ],
      },
      {
        title: 'If something fails',
        paragraphs: [
          'The site may be down for a while. If that, or anything else in your way, keeps you from ' +
            'taking part, write to us: it is answered within a term and with a number.',
          'Links that people write lead to sites that are not ours.',
        ],
      },
      {
        title: 'Changes',
        paragraphs: [
          'If these terms change we publish another version, with its date. We do not change a published version.',
        ],
      },
    ],
  },
};

/** The terms of use, each version whole, newest first: a published one is never edited. */
export const termsOfUse: readonly [DataPolicy, ...DataPolicy[]] = [first];
