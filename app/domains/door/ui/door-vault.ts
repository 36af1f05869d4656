import { certain } from '#app/kernel/certain.ts';
import { readCode } from '#app/kernel/ids.ts';

/**
 * What a device at a door keeps of people is unreadable without its PIN: AES-GCM with a random key,
 * which is itself kept only wrapped by a key that PBKDF2 derives from the PIN and a salt of this
 * device.
 */

export const pinLength = 6;
const iterations = 600_000;

export type Lock = {
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
};
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function keyOfPin(
  pin: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey(
    'raw',
    bytesOf(pin.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

/** A new key and the lock that only the PIN opens. */
export async function makeVault(pin: string): Promise<{ lock: Lock; key: CryptoKey }> {
  const salt = random(16);
  const iv = random(12);
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
    'decrypt',
  ]);
  const wrapped = await crypto.subtle.wrapKey('raw', made, await keyOfPin(pin, salt, iterations), {
    name: 'AES-GCM',
    iv,
  });
  const lock = { salt, iterations, iv, wrapped };
  return { lock, key: certain(await openVault(lock, pin)) };
}

/** The key behind a lock, which script cannot read out; null when the PIN is another. */
export async function openVault(lock: Lock, pin: string): Promise<CryptoKey | null> {
  const wrapping = await keyOfPin(pin, lock.salt, lock.iterations);
  return await crypto.subtle
    .unwrapKey(
      'raw',
      lock.wrapped,
      wrapping,
      { name: 'AES-GCM', iv: lock.iv },
      { name: 'AES-GCM' },
      false,
      ['encrypt', 'decrypt'],
    )
    .catch(() => null);
}

/** Encrypts a value under a name; it opens under no other name. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  return await sealBytes(key, name, bytesOf(JSON.stringify(value)));
}

export async function unseal<T>(key: CryptoKey, name: string, sealed: Sealed): Promise<T> {
  const value: T = JSON.parse(new TextDecoder().decode(await unsealBytes(key, name, sealed)));
  return value;
}

/** The same for what is no text. */
export async function sealBytes(
  key: CryptoKey,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = random(12);
  return {
    iv,
    data: await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: bytesOf(name) },
      key,
      bytes,
    ),
  };
}

export async function unsealBytes(
  key: CryptoKey,
  name: string,
  sealed: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData: bytesOf(name) },
      key,
      sealed.data,
    ),
  );
}

/**
 * The hash under which a device knows a code that was typed or read from a QR (the same as the
 * server's): SHA-256 in URL-safe base64. Null when it is no code.
 */
export async function keyOfCode(typed: string): Promise<string | null> {
  const code = readCode(typed.trim().split('/').at(-1));
  if (!code) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(code)));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
