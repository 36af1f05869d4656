/** The accounts of the demonstration (contract, section 7), as the sign-in page lists them. */
export const demoPassword = 'convite-demo';

export const demoAccounts = [
  'ciudadana',
  'ciudadano2',
  'facilitadora',
  'moderadora',
  'moderador2',
  'moderadora3',
  'circulo-gobierno',
  'circulo-civil',
  'entidad',
  'monitoreo',
  'coordinacion',
].map((key) => `${key}@demo.convite`);

/** The role that an account of the demonstration is there to show. */
export function demoRoleOf(
  address: string,
):
  | 'ciudadania'
  | 'facilitacion'
  | 'moderacion'
  | 'circulo_gobierno'
  | 'circulo_civil'
  | 'entidad'
  | 'monitoreo'
  | 'coordinacion' {
  if (address.startsWith('ciudadan')) return 'ciudadania';
  if (address.startsWith('facilita')) return 'facilitacion';
  if (address.startsWith('modera')) return 'moderacion';
  if (address.startsWith('circulo-g')) return 'circulo_gobierno';
  if (address.startsWith('circulo-c')) return 'circulo_civil';
  if (address.startsWith('entidad')) return 'entidad';
  return address.startsWith('monitoreo') ? 'monitoreo' : 'coordinacion';
}
