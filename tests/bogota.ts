import { setCity, unsetCity } from '#app/platform/city/city.ts';

/** The city of the demonstration, as its processes know it: tests speak of its hours and telephones. */
export const bogota = {
  ...unsetCity,
  name: 'Bogotá',
  timeZone: 'America/Bogota',
  country: 'CO',
  dial: { code: '57', trunk: '', digits: 10 },
  openedAt: new Date('2026-01-01T05:00:00Z'),
};

setCity(bogota);
