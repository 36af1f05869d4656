/** A setting is wrong, or what it names cannot be used; the start ends with its message. */
export class ConfigError extends Error {}

/** One line for whoever starts Convite: the setting that is wrong, then what to do, in both languages. */
export function lineOf(setting: string, spanish: string, english: string): string {
  return `${setting}: ${spanish} / ${english}`;
}

/** The error that says such a line. */
export function wrong(setting: string, spanish: string, english: string): ConfigError {
  return new ConfigError(lineOf(setting, spanish, english));
}
