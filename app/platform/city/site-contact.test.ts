import { afterEach, describe, expect, it } from 'vitest';
import { bogota } from '#tests/bogota.ts';
import { setCity } from './city.ts';
import { siteContact } from './site-contact.ts';

afterEach(() => setCity(bogota));

describe('who runs the site', () => {
  it.each([
    ['601 000 0000', 'tel:+576010000000'],
    ['+57 601 000 0000', 'tel:+576010000000'],
    ['195', 'tel:195'],
  ])('is dialled from anywhere: %s', (telephone, href) => {
    setCity({ ...bogota, contact: { ...bogota.contact, telephone } });
    expect(siteContact('es')).toMatchObject({ telephone, telephoneHref: href });
  });

  it('has its hours in the language of the page', () => {
    const hours = { es: 'de lunes a viernes', en: 'Monday to Friday' };
    setCity({ ...bogota, contact: { ...bogota.contact, hours } });
    expect(siteContact('en').hours).toBe('Monday to Friday');
  });
});
