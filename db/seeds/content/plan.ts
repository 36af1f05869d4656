import { archivedCommitments, commitments } from './commitments.ts';
import { prose } from './prose.ts';
import type { ArchivedPlanContent, InstitutionContent, PlanContent } from './types.ts';

export const institutions: InstitutionContent[] = [
  { slug: 'secretaria-general', name: { es: 'Secretaría General', en: 'General Secretariat' } },
  {
    slug: 'secretaria-de-seguridad-convivencia-y-justicia',
    name: {
      es: 'Secretaría de Seguridad, Convivencia y Justicia',
      en: 'Secretariat of Security, Coexistence and Justice',
    },
  },
  {
    slug: 'secretaria-del-habitat',
    name: { es: 'Secretaría del Hábitat', en: 'Secretariat of Habitat' },
  },
  { slug: 'secretaria-de-salud', name: { es: 'Secretaría de Salud', en: 'Secretariat of Health' } },
  {
    slug: 'secretaria-de-movilidad',
    name: { es: 'Secretaría de Movilidad', en: 'Secretariat of Mobility' },
  },
  {
    slug: 'secretaria-de-la-mujer',
    name: { es: 'Secretaría de la Mujer', en: 'Secretariat for Women' },
  },
  {
    slug: 'secretaria-de-gobierno',
    name: { es: 'Secretaría de Gobierno', en: 'Secretariat of Government' },
  },
  {
    slug: 'secretaria-de-planeacion',
    name: { es: 'Secretaría de Planeación', en: 'Secretariat of Planning' },
  },
  {
    slug: 'idpac',
    name: {
      es: 'Instituto Distrital de la Participación y Acción Comunal (IDPAC)',
      en: 'District Institute for Participation and Community Action (IDPAC)',
    },
  },
];

/** The plan that is open. Its phases open and close with the day of seeding. */
export const activePlan: PlanContent = {
  slug: 'estado-abierto',
  title: { es: 'Plan de acción de Estado abierto de Bogotá', en: 'Bogotá Open State Action Plan' },
  summary: {
    es: prose`Seis compromisos que la ciudad y su gobierno escriben juntos. Propones, apoyas y
      conversas; el Círculo decide con razones; y todo el mundo puede ver si se cumple.`,
    en: prose`Six commitments that the city’s people and its government write together. You propose,
      support and talk; the Circle decides and gives its reasons; and everyone can see whether it is
      done.`,
  },
  phases: [
    {
      kind: 'ideas',
      name: { es: 'Ideas', en: 'Ideas' },
      decides: {
        es: prose`Decides de qué se habla: cualquier persona propone cómo mejorar un compromiso.
          Aquí todavía no se decide qué entra al plan, ni se agregan compromisos nuevos.`,
        en: prose`You decide what is talked about: anyone may propose how to improve a commitment.
          What enters the plan is not decided here yet, and no new commitments are added.`,
      },
      outcome: { es: '', en: '' },
    },
    {
      kind: 'apoyos',
      name: { es: 'Apoyos', en: 'Support' },
      decides: {
        es: prose`Muestras qué ideas te importan. Un apoyo por persona e idea, y lo puedes quitar.
          Los apoyos ayudan a escoger qué se estudia primero. No son una votación: una idea con
          pocos apoyos también recibe respuesta.`,
        en: prose`You show which ideas matter to you. One support for each person and idea, and you
          can take it back. Supports help choose what is studied first. They are not a vote: an idea
          with few supports gets an answer too.`,
      },
      outcome: { es: '', en: '' },
    },
    {
      kind: 'talleres',
      name: { es: 'Talleres', en: 'Workshops' },
      decides: {
        es: prose`En los talleres se mejora lo escrito, con quienes viven el problema y quienes lo
          pueden resolver. De ahí salen textos mejores y acuerdos. No se vota ni se descarta ninguna
          idea.`,
        en: prose`Workshops improve what was written, with those who live the problem and those who
          can solve it. Better texts and agreements come out of them. Nothing is voted on and no
          idea is dropped.`,
      },
      outcome: { es: '', en: '' },
    },
    {
      kind: 'deliberacion',
      name: { es: 'Deliberación', en: 'Deliberation' },
      decides: {
        es: prose`El Círculo, mitad gobierno y mitad sociedad civil, decide qué propuestas cambian
          el texto de un compromiso y explica por qué, idea por idea. No decide contratos ni
          presupuestos por fuera del plan.`,
        en: prose`The Circle, half government and half civil society, decides which proposals change
          the text of a commitment and says why, idea by idea. It does not decide contracts or
          budgets outside the plan.`,
      },
      outcome: { es: '', en: '' },
    },
    {
      kind: 'seguimiento',
      name: { es: 'Seguimiento', en: 'Follow-up' },
      decides: {
        es: prose`Miras si lo prometido se cumple: las entidades informan cada tres meses y un
          organismo independiente lo revisa. Aquí no se cambian las decisiones; si algo no se
          cumple, queda escrito.`,
        en: prose`You see whether promises are kept: institutions report every three months and an
          independent body checks. Decisions are not changed here; what is not kept is put on
          record.`,
      },
      outcome: { es: '', en: '' },
    },
  ],
  commitments,
};

/**
 * The first plan. Its submission (23 August 2021) and its end (October 2023) are from the published
 * plan; the other dates only place its phases in order before the first of them.
 */
export const archivedPlan: ArchivedPlanContent = {
  slug: 'plan-2021-2023',
  title: { es: 'Primer plan de acción, 2021-2023', en: 'First action plan, 2021-2023' },
  summary: {
    es: prose`El primer plan de gobierno abierto de Bogotá. Se presentó el 23 de agosto de 2021 y
      terminó en octubre de 2023. Lo coordinó la Secretaría General. Está cerrado: lo puedes leer,
      pero ya no recibe ideas.`,
    en: prose`Bogotá’s first open-government plan. It was submitted on 23 August 2021 and ended in
      October 2023. The General Secretariat coordinated it. It is closed: you can read it, but it
      takes no more ideas.`,
  },
  createdOn: '2021-08-23',
  phases: [
    {
      kind: 'ideas',
      name: { es: 'Visión estratégica e ideas', en: 'Strategic vision and ideas' },
      decides: {
        es: 'Se recogieron ideas de la ciudadanía para mejorar los compromisos. No se decidió todavía su texto.',
        en: 'Ideas from the public to improve the commitments were collected. Their text was not decided yet.',
      },
      outcome: {
        es: 'Se usaron más de 900 ideas de la plataforma de ideas. También hubo una Feria de Ideas.',
        en: 'More than 900 ideas from the ideas platform were used. There was also an Ideas Fair.',
      },
      opensOn: '2021-03-01',
      closesOn: '2021-04-30',
    },
    {
      kind: 'talleres',
      name: { es: 'Talleres de cocreación', en: 'Co-creation workshops' },
      decides: {
        es: 'Se trabajó el contenido de los seis compromisos con la gente. No se votó.',
        en: 'The content of the six commitments was worked out with people. Nothing was voted on.',
      },
      outcome: {
        es: prose`Hubo 18 talleres y vinieron 230 personas de las 20 localidades: 66 % mujeres, más
          de 30 personas cuidadoras y 11 personas con discapacidad. Más de la mitad venía de
          organizaciones sociales o comunitarias.`,
        en: prose`There were 18 workshops and 230 people came, from all 20 localities: 66 % women,
          more than 30 carers and 11 persons with disability. More than half came from social or
          community organisations.`,
      },
      opensOn: '2021-05-01',
      closesOn: '2021-06-30',
    },
    {
      kind: 'deliberacion',
      name: { es: 'Deliberación y texto del plan', en: 'Deliberation and text of the plan' },
      decides: {
        es: 'Se acordó el texto de los compromisos y quién responde por cada uno.',
        en: 'The text of the commitments was agreed, and who answers for each of them.',
      },
      outcome: {
        es: prose`Quedaron seis compromisos y se presentaron el 23 de agosto de 2021. El plan
          publicado dejó en blanco cuántos grupos participaron y cuántas reuniones públicas hubo;
          por eso ahora esas cifras salen de los registros.`,
        en: prose`Six commitments were agreed and submitted on 23 August 2021. The published plan
          left blank how many groups took part and how many public meetings were held; that is why
          those figures now come from the records.`,
      },
      opensOn: '2021-07-01',
      closesOn: '2021-08-23',
    },
    {
      kind: 'seguimiento',
      name: { es: 'Seguimiento', en: 'Follow-up' },
      decides: {
        es:
          'Se siguió el avance: reuniones con las entidades cada dos meses e informe cada ' +
          'tres. No se cambió el texto.',
        en:
          'Progress was followed: meetings with the institutions every two months and a ' +
          'report every three. The text was not changed.',
      },
      outcome: {
        es: 'El plan terminó en octubre de 2023. Lo que enseñó está en la base de este plan.',
        en: 'The plan ended in October 2023. What it taught is at the base of the present one.',
      },
      opensOn: '2021-08-24',
      closesOn: '2023-10-31',
    },
  ],
  commitments: archivedCommitments,
};
