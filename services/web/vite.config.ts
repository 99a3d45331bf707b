import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from './compress-files.ts';

export default defineConfig({
  plugins: [react(), compressFiles()],
  build: {
    // Office browsers of the trusted-hardware programme sit on Chromium 87 to 93.
    target: 'chrome87',
    cssTarget: 'chrome87',
  },
  server: {
    proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:8080' },
  },
});
