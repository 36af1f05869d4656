/** What a route says of itself to the frame around it (`export const handle`). */
export type Handle = {
  /** Whether the page ships script: to everybody, or to who is signed in. */
  script?: boolean | 'signed-in';
  /** Namespaces of messages that its script needs. */
  ns?: string[];
  /** A desk takes the whole width. */
  desk?: boolean;
  /** Works without connection. */
  offline?: boolean;
};

const isHandle = (value: unknown): value is Handle => typeof value === 'object' && value !== null;

/** A route's handle; one without says nothing. */
export function handleOf(value: unknown): Handle {
  return isHandle(value) ? value : {};
}

/** Whether a page with this handle ships script to this visitor. */
export function shipsScriptTo(handle: Handle, isSignedIn: boolean): boolean {
  return handle.script === true || (handle.script === 'signed-in' && isSignedIn);
}
