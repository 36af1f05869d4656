import { type WeightedPanel, wholeWeight } from './lottery.ts';

/** A lottery out of its text; null when the text is none. */
export function readLottery(text: string): WeightedPanel[] | null {
  try {
    const given: unknown = JSON.parse(text);
    const isPanel = (one: unknown): one is WeightedPanel =>
      typeof one === 'object' &&
      one !== null &&
      Number.isInteger((one as WeightedPanel).peso) &&
      (one as WeightedPanel).peso > 0 &&
      Array.isArray((one as WeightedPanel).panel) &&
      (one as WeightedPanel).panel.every((id) => typeof id === 'string');
    return Array.isArray(given) &&
      given.every(isPanel) &&
      given.reduce((sum, { peso }) => sum + peso, 0) === wholeWeight
      ? given
      : null;
  } catch {
    return null;
  }
}
