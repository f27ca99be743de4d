import { fileURLToPath } from "node:url";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("client"),
  plugins: [solid()],
  build: { outDir: here("dist"), emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
  server: { proxy: { "/api": "http://127.0.0.1:8000", "/media": "http://127.0.0.1:8000", "/feeds": "http://127.0.0.1:8000", "/socket.io": { target: "http://127.0.0.1:8000", ws: true } } },
  test: {
    projects: [
      {
        extends: false,
        root: here("."),
        test: { name: "rooms", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: false,
        root: here("."),
        test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], environment: "node", testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
