import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUp } from "./backup/back-up.ts";
import { readConfig } from "./config.ts";

const usage = "usage: npm run backup -- DIRECTORY [--data DIRECTORY] [--keep NUMBER]";

const options = { data: { type: "string" }, keep: { type: "string" } } as const;

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

/** Backs the station up once, also while it runs. */
async function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { keep: BACKUP_KEEP = process.env.BACKUP_KEEP, data } = values;
  const config = readConfig({ ...process.env, BACKUP_KEEP }, data === undefined ? [] : ["--data", data]);
  const directory = positionals[0] === undefined ? config.backup.directory : resolve(positionals[0]);
  if (directory === undefined || positionals.length > 1) throw new Error(usage);
  const { keep } = config.backup;
  const { path, files, bytes, copiedBytes } = await backUp({ dataDirectory: config.dataDirectory, directory, keep });
  console.log(`backed up ${files} files, ${megabytes(bytes)} (${megabytes(copiedBytes)} of them new)`);
  console.log(path);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
