// Builds the editor to dist/ and serves it in development with /api passed on to the local API.
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (name: string) =>
  fileURLToPath(new URL(`../../packages/${name}/src/index.ts`, import.meta.url));
const port = process.env.ECLUSA_PORT ?? '4300';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@eclusa/flow': source('flow'), '@eclusa/client': source('client') } },
  server: { proxy: { '/api': `http://127.0.0.1:${port}`, '/hooks': `http://127.0.0.1:${port}` } },
  build: { outDir: 'dist', chunkSizeWarningLimit: 900 },
});
