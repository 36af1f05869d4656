/** What may be kept: photos, and documents that people attach. */
export const fileTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/csv',
  'text/plain',
] as const;
export type FileType = (typeof fileTypes)[number];

/** Whether a type is one that may be kept. */
export function isFileType(type: string): type is FileType {
  return fileTypes.some((known) => known === type);
}

/** The most that one file may weigh, in bytes. */
export const mostFileBytes = 20 * 1024 * 1024;

export function isImage(type: string): boolean {
  return type.startsWith('image/');
}

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0) =>
  magic.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** Characters that no text has: a file with one is something else. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * Text as UTF-8, or as spreadsheets of old write it; nothing when it is no text, or is markup that a
 * browser could run.
 */
export function readPlainText(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  if (unprintable.test(text) || /^\s*<|<(!doctype|html|script|svg|\?xml)\b/i.test(text))
    return null;
  return text;
}

/**
 * What a file is by its content; its name only tells a table from a plain text. Nothing when it may not be
 * kept.
 */
export function sniffType(bytes: Uint8Array, name: string): FileType | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(bytes, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(bytes, ascii('RIFF')) && starts(bytes, ascii('WEBP'), 8)) return 'image/webp';
  if (starts(bytes, ascii('%PDF-'))) return 'application/pdf';
  if (readPlainText(bytes) === null) return null;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}
