import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";

const source = fileURLToPath(new URL("../../client/service-worker.ts", import.meta.url));

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** The words of a language on listeners' pages, which come when they are wanted. */
const isWords = (part: Bundle[string] | undefined) =>
  part?.type === "chunk" && /\/i18n\/family\/[a-z]{2}\.ts$/.test(part.facadeModuleId ?? "");

/** What a pupil's page needs without a network: the pages with their words, and what measures voices beside them. */
const isTraining = (part: Bundle[string] | undefined) =>
  part?.type === "chunk" &&
  /\/client\/(training\/(TrainingPage|ExercisePage)\.tsx|i18n\/en\/dictionary\.ts)$/.test(part.facadeModuleId ?? "");

/** What a listener's page brings in after its sound, and needs without a network too. */
const isListening = (part: Bundle[string] | undefined) =>
  part?.type === "chunk" && /\/client\/listen\/(NewsCard|PlayerHelps)\.tsx$/.test(part.facadeModuleId ?? "");

/** What the pages behind these entries load before anybody touches them: their scripts with all that they import, styles and fonts. */
export function filesBehind(bundle: Bundle, isEntry: (chunk: Chunk) => boolean): string[] {
  const found = new Set<string>();
  const follow = (name: string) => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== "chunk") return;
    found.add(name);
    for (const file of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) {
      found.add(file);
    }
    chunk.imports.forEach(follow);
    // Whoever reads in one language today may read in another without a network.
    chunk.dynamicImports.filter((each) => isWords(bundle[each]) || isListening(bundle[each])).forEach(follow);
  };
  for (const part of Object.values(bundle)) if (part.type === "chunk" && isEntry(part)) follow(part.fileName);
  return [...found].map((name) => `/${name}`).sort();
}

const versionOf = (bundle: Bundle) => {
  const hash = createHash("sha256");
  // Everything but the pages' documents is named by what is in it.
  for (const [name, part] of Object.entries(bundle).sort(([one], [other]) => (one < other ? -1 : 1))) {
    hash.update(name).update(part.type === "asset" ? part.source : "");
  }
  return hash.digest("base64url").slice(0, 12);
};

/** What the worker is told of the build. */
type OfflineFiles = {
  version: string;
  shells: { listening: string; app: string };
  files: string[];
  training: string[];
};

async function compile(files: OfflineFiles): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define: { offlineFiles: JSON.stringify(files) },
    build: {
      write: false,
      target: "es2022",
      copyPublicDir: false,
      lib: { entry: source, formats: ["iife"], name: "antenne", fileName: () => "service-worker.js" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  return (output as Rolldown.RolldownOutput).output[0].code;
}

/**
 * Adds `service-worker.js` to the pages: one plain script, which every browser takes, that knows by name the files of the pages that open without a network, of this
 * very build.
 */
export function serviceWorker(isListening: (chunk: Chunk) => boolean): Plugin {
  return {
    name: "antenne-service-worker",
    apply: "build",
    generateBundle: {
      // After the documents, whose text counts for the version.
      order: "post",
      async handler(_options, bundle) {
        const shells = { listening: "/listening.html", app: "/index.html" };
        const files = filesBehind(bundle, isListening);
        const training = filesBehind(bundle, isTraining).filter((file) => !files.includes(file));
        const told = { version: versionOf(bundle), shells, files, training };
        this.emitFile({ type: "asset", fileName: "service-worker.js", source: await compile(told) });
      },
    },
  };
}
