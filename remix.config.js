import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

/**
 * The Vite and Remix configuration. In the server build every plain `.ts` module of ours and every
 * locale file stays an import of its source, which Node 24 runs directly: the web process, the
 * worker and the command line then share one instance of each module, and only `.tsx` is bundled.
 */
const runsInNode = /^#(app|db|locales)\/.*\.(ts|json)$/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? { external: (id) => runsInNode.test(id) } : {},
  },
}));
