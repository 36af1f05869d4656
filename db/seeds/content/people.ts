import type { CircleMemberContent, CommitmentSlug, PersonContent, RoleContent } from './types.ts';

/** Everybody here is invented. */
function person(
  key: string,
  name: string,
  locality: string | null,
  roles: RoleContent[] = [],
): PersonContent {
  return { key, name, email: `${key}@demo.convite`, locality, locale: 'es', isAdult: true, roles };
}

const gobierno: RoleContent = { role: 'circulo', scope: { kind: 'sector', id: 'gobierno' } };
const civil: RoleContent = { role: 'circulo', scope: { kind: 'sector', id: 'civil' } };

/** The accounts that the sign-in page lists. */
export const demoAccounts: PersonContent[] = [
  person('ciudadana', 'Yeimy Carrillo Fonseca', '07'),
  person('ciudadano2', 'Wilmar Castiblanco Peña', '10'),
  person('facilitadora', 'Ángela Marín Buitrago', '05'),
  person('moderadora', 'Paola Rincón Useche', '12', [{ role: 'moderacion' }]),
  person('moderador2', 'Hugo Barragán Leal', '16', [{ role: 'moderacion' }]),
  person('moderadora3', 'Sandra Cárdenas Ruiz', '09', [{ role: 'moderacion' }]),
  person('circulo-gobierno', 'Ricardo Olarte Vargas', null, [gobierno]),
  person('circulo-civil', 'Nelly Bermúdez Castro', '18', [civil]),
  person('entidad', 'Liliana Páez Orduz', null, [
    {
      role: 'entidad',
      scope: { kind: 'institution', id: 'secretaria-de-seguridad-convivencia-y-justicia' },
    },
  ]),
  person('monitoreo', 'Esteban Galvis Arango', null, [{ role: 'monitoreo' }]),
  person('coordinacion', 'Martha Rengifo Sáenz', null, [{ role: 'coordinacion' }]),
];

/** People who sit in the Circle and are not on the list of the sign-in page. */
export const circlePeople: PersonContent[] = [
  person('adriana.velandia', 'Adriana Velandia Porras', null, [gobierno]),
  person('mauricio.tocarruncho', 'Mauricio Tocarruncho Díaz', null, [gobierno]),
  person('patricia.uruena', 'Patricia Urueña Mejía', null, [gobierno]),
  person('fabian.lesmes', 'Fabián Lesmes Cortés', null, [gobierno]),
  person('alirio.pinzon', 'Alirio Pinzón Garavito', '06', [civil]),
  person('catalina.otalora', 'Catalina Otálora Ruiz', '13', [civil]),
  person('mercedes.sogamoso', 'Mercedes Sogamoso León', '19', [civil]),
  person('jacinta.riascos', 'Jacinta Riascos Hurtado', '07', [civil]),
];

const everyCommission: CommitmentSlug[] = [
  'seguridad-y-convivencia',
  'espacio-publico',
  'salud',
  'seguridad-vial',
  'bogota-50-50',
  'inversiones-locales',
];

/** Each commission has two members of government and two of civil society. */
export const circleMembers: CircleMemberContent[] = [
  {
    person: 'circulo-gobierno',
    sector: 'gobierno',
    organisation: 'Secretaría General',
    commissions: everyCommission,
  },
  {
    person: 'circulo-civil',
    sector: 'civil',
    organisation: 'Consejo de Planeación Local',
    commissions: everyCommission,
  },
  {
    person: 'adriana.velandia',
    sector: 'gobierno',
    organisation: 'Secretaría de Seguridad, Convivencia y Justicia',
    commissions: ['seguridad-y-convivencia'],
  },
  {
    person: 'mauricio.tocarruncho',
    sector: 'gobierno',
    organisation: 'Secretaría de Movilidad',
    commissions: ['espacio-publico', 'seguridad-vial'],
  },
  {
    person: 'patricia.uruena',
    sector: 'gobierno',
    organisation: 'Secretaría de la Mujer',
    commissions: ['salud', 'bogota-50-50'],
  },
  {
    person: 'fabian.lesmes',
    sector: 'gobierno',
    organisation: 'Instituto Distrital de la Participación y Acción Comunal',
    commissions: ['inversiones-locales'],
  },
  {
    person: 'alirio.pinzon',
    sector: 'civil',
    organisation: 'Junta de Acción Comunal',
    commissions: ['seguridad-y-convivencia', 'inversiones-locales'],
  },
  {
    person: 'catalina.otalora',
    sector: 'civil',
    organisation: 'Colectivo de biciusuarios',
    commissions: ['espacio-publico', 'seguridad-vial'],
  },
  {
    person: 'mercedes.sogamoso',
    sector: 'civil',
    organisation: 'Comité de Participación Comunitaria en Salud',
    commissions: ['salud'],
  },
  {
    person: 'jacinta.riascos',
    sector: 'civil',
    organisation: 'Organización de mujeres',
    commissions: ['bogota-50-50'],
  },
];

/** Neighbours who write, support and comment. */
export const citizens: PersonContent[] = [
  person('gloria.amezquita', 'Gloria Amézquita Duarte', '01'),
  person('karen.sarmiento', 'Karen Sarmiento Ávila', '01'),
  person('andres.lozada', 'Andrés Lozada Prieto', '02'),
  person('julian.piraquive', 'Julián Piraquive Mora', '02'),
  { ...person('noah.fairbanks', 'Noah Fairbanks', '02'), locale: 'en' },
  person('sebastian.ochica', 'Sebastián Ochica Nieto', '03'),
  person('xiomara.mena', 'Xiomara Mena Córdoba', '03'),
  person('nubia.toca', 'Nubia Esperanza Toca', '04'),
  person('edilma.torres', 'Edilma Torres de Vanegas', '04'),
  person('rosalba.quintana', 'Rosalba Quintana Suta', '05'),
  person('rigoberto.sua', 'Rigoberto Súa Poveda', '05'),
  person('mariela.pachon', 'Mariela Pachón Gil', '06'),
  person('nancy.urrego', 'Nancy Urrego Baquero', '06'),
  person('marcela.ibarguen', 'Marcela Ibargüen Rivas', '07'),
  person('paola.chaparro', 'Paola Chaparro Neira', '07'),
  person('jairo.supelano', 'Jairo Supelano Rojas', '08'),
  person('brayan.carabali', 'Brayan Carabalí Ortiz', '08'),
  person('sonia.beltran', 'Sonia Beltrán Hoyos', '08'),
  person('felipe.nocua', 'Felipe Nocua Salas', '09'),
  person('cristian.mahecha', 'Cristian Mahecha Ruiz', '09'),
  person('oscar.villalba', 'Óscar Villalba Triana', '10'),
  person('ivan.cifuentes', 'Iván Cifuentes Bernal', '10'),
  person('tatiana.goyeneche', 'Tatiana Goyeneche Parra', '11'),
  person('martin.ardila', 'Martín Ardila Quiroga', '11'),
  {
    ...person('mateo.zipa', 'Mateo Zipa Lancheros', '11'),
    isAdult: false,
    guardian: 'Carmenza Lancheros Vela',
  },
  person('dora.manosalva', 'Dora Manosalva Rey', '12'),
  person('gustavo.ladino', 'Gustavo Ladino Forero', '12'),
  person('camilo.peralonso', 'Camilo Peralonso Díaz', '13'),
  person('daniela.firavitoba', 'Daniela Firavitoba Luna', '13'),
  person('ines.bocanegra', 'Inés Bocanegra Solano', '14'),
  person('pedro.caicedo', 'Pedro Nel Caicedo Arce', '14'),
  person('valeria.monsalve', 'Valeria Monsalve', '14'),
  person('teofilo.rubiano', 'Teófilo Rubiano Chacón', '15'),
  person('ruben.acuna', 'Rubén Acuña Sierra', '15'),
  person('claudia.venegas', 'Claudia Venegas Tovar', '16'),
  person('viviana.rozo', 'Viviana Rozo Camargo', '16'),
  person('blanca.cuervo', 'Blanca Cuervo Santos', '17'),
  { ...person('helen.whitmore', 'Helen Whitmore', '17'), locale: 'en' },
  person('hernando.tibabisco', 'Hernando Tibabisco Pulido', '18'),
  person('luz.angulo', 'Luz Dary Angulo Mosquera', '18'),
  person('leidy.moncayo', 'Leidy Moncayo Tunjo', '19'),
  person('yurani.palacios', 'Yurani Palacios Cuesta', '19'),
  person('efrain.chitiva', 'Efraín Chitiva Poveda', '20'),
  person('aura.montenegro', 'Aura Montenegro Dimaté', '20'),
];

export const people: PersonContent[] = [...demoAccounts, ...circlePeople, ...citizens];
