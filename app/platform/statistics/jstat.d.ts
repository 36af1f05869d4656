/** The part of jStat that is used; the package brings no types, and Node finds no names in it. */
declare module 'jstat' {
  const jstat: {
    jStat: { beta: { inv: (probability: number, alpha: number, beta: number) => number } };
  };
  export { jstat as default };
}
