import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { listeningPage } from "./scripts/pages/listening-page.ts";
import { serviceWorker } from "./scripts/pages/service-worker.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The tests run in Node without Solid's plugin: it would make them a browser's, and break socket.io.
const isTesting = process.env.VITEST !== undefined;

const server = { target: "http://127.0.0.1:8000", changeOrigin: false };

const isListening = ({ isEntry, facadeModuleId }: { isEntry: boolean; facadeModuleId: string | null }) =>
  isEntry || (facadeModuleId ?? "").endsWith("/family/FamilyPage.tsx");

// Two files at once, or half of the cores: mixers and media workers go before all others (media/priority) and keep time beside them.
const maxWorkers = Math.max(2, Math.floor(availableParallelism() / 2));

/** Shows whose sound or first second is measured: nothing else runs beside one of them. */
const measured = [
  "class-on-air",
  "coulisses",
  "first-show",
  "killed-on-air",
  "listening-page",
  "live-listening",
  "lost-network",
].map((name) => `test/e2e/${name}.test.ts`);

/** Whoever waits for something has ten seconds: what a test claims of time it measures by itself. */
const patient = { expect: { poll: { timeout: 10_000 } }, setupFiles: [here("test/support/patience.ts")] };

// The mixer's thread is in the test's own process, and waits for nobody there either: as in scripts/launch.mjs.
const punctually = ["--single-threaded-gc"];

const punctual = ["test/server/live/**/*.test.ts", "test/server/studio/bad-moments.test.ts"];

export default defineConfig({
  root: isTesting ? here(".") : here("client"),
  cacheDir: here("node_modules/.vite"),
  plugins: isTesting ? [] : [solid({ ssr: true }), listeningPage(), serviceWorker(isListening)],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    manifest: true,
    // The largest is the list of French words by which a new password is judged: fetched when somebody types one, and by nobody else.
    chunkSizeWarningLimit: 650,
    rolldownOptions: { input: [here("client/index.html"), here("client/listening.html")] },
  },
  server: {
    proxy: {
      "^/api/": server,
      "^/media/": server,
      "^/feeds/": server,
      "^/live/": server,
      "^/prive/": server,
      "/socket.io": { ...server, ws: true },
    },
  },
  test: {
    reporters: ["default", "json"],
    outputFile: { json: here("test-results/vitest.json") },
    projects: [
      {
        extends: false,
        root: here("."),
        test: {
          name: "rooms",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/pages/**", ...punctual],
          environment: "node",
          ...patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Pages that people look at, in real browsers: nothing in them hangs on a second, so they are opened beside the rooms.
        extends: false,
        root: here("."),
        test: {
          name: "pages",
          include: ["test/pages/**/*.test.ts"],
          environment: "node",
          ...patient,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Listeners of a show to whom a second matters: one file after the other, as nothing else runs beside a show.
        extends: false,
        root: here("."),
        test: {
          name: "live",
          execArgv: punctually,
          include: punctual,
          environment: "node",
          ...patient,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Shows in real browsers and real time, in which people wait for one another: two of them share the cores.
        extends: false,
        root: here("."),
        test: {
          name: "shows",
          execArgv: punctually,
          include: ["test/e2e/**/*.test.ts"],
          exclude: measured,
          environment: "node",
          ...patient,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: false,
        root: here("."),
        test: {
          name: "measured shows",
          execArgv: punctually,
          include: measured,
          environment: "node",
          ...patient,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
