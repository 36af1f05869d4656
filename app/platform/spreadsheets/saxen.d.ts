/** What we use of saxen, which comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(
      name: 'openTag',
      run: (name: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): this;
    on(name: 'closeTag', run: (name: string) => void): this;
    on(name: 'text', run: (text: string, decode: Decode) => void): this;
    on(name: 'error', run: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
