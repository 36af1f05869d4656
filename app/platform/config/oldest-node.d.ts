export const oldestNode: string;
export function isNodeTooOld(version?: string): boolean;
