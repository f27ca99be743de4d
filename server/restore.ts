import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { restore, type Restored } from "./backup/restore.ts";
import { readConfig } from "./config.ts";

const usage = "usage: npm run restore -- BACKUP [--data DIRECTORY] [--former DIRECTORY] [--erased FILE]";

const options = { data: { type: "string" }, former: { type: "string" }, erased: { type: "string" } } as const;

const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(path));

/** Tells what came back, and what nobody could know. */
function tell({ madeAt, files, erasedPupils, carried }: Restored, dataDirectory: string) {
  console.log(`restored ${files} files as they were on ${madeAt} into ${dataDirectory}`);
  console.log(
    `${erasedPupils} erased pupils are known: whoever came back with the backup is erased when the station starts`,
  );
  if (carried !== undefined) {
    const { answers, links, accounts, shut } = carried;
    console.log(
      `taken over from later: ${answers} answers about voices, ${links} family links, ${accounts} accounts; shut again: ${shut} doors and audiences`,
    );
    return;
  }
  console.log(
    `WARNING: no newer database was found. What families answered about voices after ${madeAt}, also what they took back, is`,
  );
  console.log(
    "lost, and family links that were taken back since open again. Keep the radios to their classes until it is written down again.",
  );
}

/** Restores a station from a backup into an empty data directory. */
async function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [backup, ...more] = positionals;
  if (backup === undefined || more.length > 0) throw new Error(usage);
  const { dataDirectory } = readConfig(process.env, values.data === undefined ? [] : ["--data", values.data]);
  const [former, erased] = [absolute(values.former), absolute(values.erased)];
  tell(await restore({ backup: resolve(backup), dataDirectory, former, erased }), dataDirectory);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
