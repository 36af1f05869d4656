import { ideas1 } from './ideas-1.ts';
import { ideas2 } from './ideas-2.ts';
import { ideas3 } from './ideas-3.ts';
import { ideas4 } from './ideas-4.ts';
import { ideas5 } from './ideas-5.ts';
import { ideas6 } from './ideas-6.ts';
import type { IdeaContent } from './types.ts';

/** Every idea of the demonstration, by the commitment that it was sent to. */
export const ideas: IdeaContent[] = [
  ...ideas1,
  ...ideas2,
  ...ideas3,
  ...ideas4,
  ...ideas5,
  ...ideas6,
];
