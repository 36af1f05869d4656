const pages = new WeakMap<Response, string>();

/** An HTML answer whose text stays at hand, so that it need not pass through a web stream. */
export function htmlResponse(html: string, init: ResponseInit): Response {
  const response = new Response(null, init);
  pages.set(response, html);
  return response;
}

/** The text of an answer made by `htmlResponse`. */
export function htmlOf(response: Response): string | undefined {
  return pages.get(response);
}
