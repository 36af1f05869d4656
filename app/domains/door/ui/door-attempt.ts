import { useState } from 'react';

/** Does something and says the words once it is on the device's disk; false when it was not kept. */
export type Attempt = (act: () => Promise<unknown>, words: string) => Promise<boolean>;

/** Where a reader by ear or keyboard goes on when what they pressed is gone. */
export function focusStatus(): void {
  document.getElementById('puerta-estado')?.focus();
}

/**
 * What a person does at the door is said once it is on the device's disk; if it could not be written,
 * that is said louder.
 */
export function useAttempt(): { said: string; failed: boolean; attempt: Attempt } {
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const attempt: Attempt = async (act, words) => {
    try {
      await act();
      setFailed(false);
      setSaid(words);
      return true;
    } catch {
      setFailed(true);
      setSaid('');
      return false;
    }
  };
  return { said, failed, attempt };
}
