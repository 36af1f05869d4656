import { describe, expect, it } from 'vitest';
import { describeDevice, grantState, isGuessable, linkExpiry, readMoment } from './rules.ts';

const at = new Date('2026-11-24T15:00:00Z');
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

describe('a password', () => {
  it.each(['12345678', 'PASSWORD', 'contraseña', 'aaaaaaaa', 'rosa@correo.co', 'rosa pinzón'])(
    'that others would guess (%s) is refused',
    (password) => {
      expect(isGuessable(password, { name: 'Rosa Pinzón', email: 'rosa@correo.co' })).toBe(true);
    },
  );

  it.each(['convite-demo', 'cuatro caballos azules', '¡Ñandú 42!'])(
    'that they would not (%s) is taken',
    (password) => {
      expect(isGuessable(password, { name: 'Rosa Pinzón', email: 'rosa@correo.co' })).toBe(false);
    },
  );
});

describe('a mailed link', () => {
  it('works for a time that fits what it opens', () => {
    expect(linkExpiry('sign_in', at)).toEqual(later(0.5));
    expect(linkExpiry('recover', at)).toEqual(later(1));
    expect(linkExpiry('verify', at)).toEqual(later(72));
  });
});

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1',
      'Safari · iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
      'Edge · Windows',
    ],
    ['curl/8.5', ''],
  ])('is told in two words', (header, said) => {
    expect(describeDevice(header)).toBe(said);
  });
});

describe('the day of a grant', () => {
  it('begins and ends in Bogotá, its last day included', () => {
    expect(readMoment('2026-12-01', 'start')).toEqual(new Date('2026-12-01T05:00:00Z'));
    expect(readMoment('2026-12-01', 'end')).toEqual(new Date('2026-12-02T05:00:00Z'));
  });

  it('may be a moment', () => {
    expect(readMoment('2026-12-01T09:30', 'start')).toEqual(new Date('2026-12-01T14:30:00Z'));
    expect(readMoment('2026-12-01T09:30:00Z', 'end')).toEqual(new Date('2026-12-01T09:30:00Z'));
  });

  it.each(['mañana', '2026-02-30', '2026-13-01', '01/12/2026', ''])(
    'that does not exist (%s) is refused',
    (text) => {
      expect(readMoment(text, 'start')).toBeNull();
    },
  );
});

describe('a grant', () => {
  it.each([
    [{ startsAt: later(-1), endsAt: null, revokedAt: null }, 'vigente'],
    [{ startsAt: later(1), endsAt: null, revokedAt: null }, 'futura'],
    [{ startsAt: later(-2), endsAt: at, revokedAt: null }, 'vencida'],
    [{ startsAt: later(-2), endsAt: later(5), revokedAt: later(-1) }, 'quitada'],
  ])('stands by its dates', (grant, state) => {
    expect(grantState(grant, at)).toBe(state);
  });
});
