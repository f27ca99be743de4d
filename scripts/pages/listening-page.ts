import { fileURLToPath } from "node:url";
import solid from "vite-plugin-solid";
import { build, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Builds what draws the listeners' page on the server, beside the pages: `dist-server/listening-server.js`, with all that it needs in it. */
export function listeningPage(): Plugin {
  return {
    name: "antenne-listening-page",
    apply: "build",
    async closeBundle() {
      await build({
        configFile: false,
        root: here("client"),
        logLevel: "warn",
        publicDir: false,
        plugins: [solid({ ssr: true })],
        ssr: { noExternal: true },
        build: {
          ssr: here("client/listening-server.tsx"),
          outDir: here("dist-server"),
          emptyOutDir: true,
          target: "node24",
        },
      });
    },
    // Vite's own server knows one document: listeners' pages are drawn in the browser there.
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (/^\/(chaines|embed)(\/|$)/.test(request.url ?? "")) request.url = "/listening.html";
        next();
      });
    },
  };
}
