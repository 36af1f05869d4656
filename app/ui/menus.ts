/**
 * The three menus that the rules for public sites ask for, filled from what this site has. Labels are
 * `map.page.<path>` of `pages`, group names `menu.group.<key>`.
 */
export const menus = {
  participa: {
    href: '/participa',
    groups: [
      { key: 'propose', links: ['/ideas', '/ideas/nueva'] },
      { key: 'decide', links: ['/compromisos', '/propuestas', '/circulo'] },
      { key: 'ballots', links: ['/consultas'] },
      { key: 'meet', links: ['/talleres', '/talleres.ics'] },
      { key: 'account', links: ['/seguimiento', '/inclusion'] },
      { key: 'watch', links: ['/transparencia', '/transparencia/verificar'] },
    ],
  },
  transparencia: {
    href: '/transparencia/informacion',
    groups: [
      { key: 'rules', links: ['/terminos', '/privacidad', '/accesibilidad'] },
      { key: 'planning', links: ['/compromisos', '/seguimiento'] },
      { key: 'decisions', links: ['/circulo', '/propuestas', '/transparencia/moderacion'] },
      { key: 'data', links: ['/datos-abiertos', '/api/v1/openapi.json', '/inclusion'] },
      { key: 'watch', links: ['/transparencia', '/transparencia/verificar'] },
    ],
  },
  atencion: {
    href: '/atencion',
    groups: [
      {
        key: 'write',
        links: ['/ayuda/contacto', '/ayuda/contacto?tipo=barrera', '/ayuda/contacto?tipo=datos'],
      },
      { key: 'help', links: ['/ayuda', '/accesibilidad', '/mapa-del-sitio'] },
      { key: 'own', links: ['/registro', '/cuenta', '/cuenta/mis-datos', '/apelaciones'] },
    ],
  },
} as const;
export type MenuName = keyof typeof menus;

/** Pages that everybody reads and that do not come and go: what search engines are shown. */
export const publicPages = [
  '/',
  '/compromisos',
  '/ideas',
  '/talleres',
  '/propuestas',
  '/consultas',
  '/circulo',
  '/seguimiento',
  '/inclusion',
  '/transparencia',
  '/transparencia/informacion',
  '/transparencia/moderacion',
  '/transparencia/verificar',
  '/datos-abiertos',
  '/participa',
  '/atencion',
  '/ayuda',
  '/ayuda/contacto',
  '/terminos',
  '/privacidad',
  '/accesibilidad',
  '/mapa-del-sitio',
] as const;
