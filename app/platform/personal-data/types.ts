export const personalKinds = [
  'documento',
  'telefono',
  'correo',
  'direccion',
  'persona',
  'placa',
  'cuenta',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A part of a text, in UTF-16 units of it as it was written. */
export type TextSpan = { from: number; to: number };

/** Something personal in a text: `from` and `to` count UTF-16 units of the text as it was written. */
export type PersonalSpan = { kind: PersonalKind; from: number; to: number; confidence: number };

/** The same in the normal form of the text. */
export type Found = { kind: PersonalKind; start: number; end: number; confidence: number };

/** From this confidence on a text waits for a person to look at it. */
export const highConfidence = 0.8;
