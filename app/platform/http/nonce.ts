import { createContext } from 'react';

/** Marks the scripts of an answer. Empty in the browser, which hides the attribute. */
export const NonceContext = createContext('');
