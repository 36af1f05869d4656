const permissions = (camera: string) =>
  `camera=${camera}, microphone=(), geolocation=(), interest-cohort=()`;

/** Headers of every answer. */
export const commonHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions('()'),
};

const policy = (scripts: string, workers = "'none'") =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `worker-src ${workers}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Pages for reading ship no script and allow none. */
export const readingPolicy = policy("'none'");

/** The policy of a page with script: our own files, and the inline ones that carry the nonce. */
export function scriptPolicy(nonce: string): string {
  return policy(`'self' 'nonce-${nonce}'`);
}

/**
 * The policy of a page that works without connection: also its service worker, and the reader of codes
 * (WebAssembly).
 */
export function offlinePolicy(nonce: string): string {
  return policy(`'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`, "'self'");
}

/** A page that works without connection may use the camera, to read codes. */
export const offlinePermissions = permissions('(self)');
