/** The city of the demonstration. */
export const city = {
  name: 'Bogotá',
  time_zone: 'America/Bogota',
  country: 'CO',
  operator: 'Secretaría General (demostración)',
  address: 'Carrera 8 n.º 10-65, Bogotá',
  telephone: '601 000 0000',
  mail: 'contacto@demo.convite',
  notification_mail: 'notificaciones@demo.convite',
  hours_es: 'de lunes a viernes, de 8:00 a. m. a 5:00 p. m.',
  hours_en: 'Monday to Friday, 8:00 to 17:00',
};
