import jstat from 'jstat';

/** Clopper and Pearson's exact interval of a share (Biometrika 26, 1934), 95 %. */
export function exactInterval(count: number, of: number): [number, number] {
  return [
    count === 0 ? 0 : jstat.jStat.beta.inv(0.025, count, of - count + 1),
    count === of ? 1 : jstat.jStat.beta.inv(0.975, count + 1, of - count),
  ];
}
