import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { readConfig } from "../../server/config.ts";
import { openLog } from "../../server/open-log.ts";
import { openStation } from "../../server/open-station.ts";
import { openDatabase } from "../../server/store/open-database.ts";
import { openStore } from "../../server/store/open-store.ts";
import { ApiClient } from "./api-client.ts";
import { seedSchool, staffPassword, type TestSchool } from "./school.ts";

/** Free ports, one media worker, and a log that is silent unless ANTENNE_TEST_LOG names a level. */
const testEnvironment = () => ({
  PORT: "0",
  MEDIA_PORT: "0",
  MEDIA_WORKERS: "1",
  LOG_LEVEL: process.env.ANTENNE_TEST_LOG ?? "fatal",
});

/** A data directory that is gone afterwards. */
async function temporaryDirectory(stack: AsyncDisposableStack): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "antenne-station-"));
  return stack.adopt(made, (path) => rm(path, { recursive: true, force: true }));
}

const doorsOf = (url: string, school: TestSchool) => ({
  /** The seeded teacher's e-mail; the password is `staffPassword`. */
  staffEmail: school.teacher.email,
  browser: () => new ApiClient(url),
  asTeacher: () => new ApiClient(url).signIn(school.teacher.email, staffPassword),
  asAdmin: () => new ApiClient(url).signIn(school.admin.email, staffPassword),
  asPupil: (index: 0 | 1 | 2 = 0) => new ApiClient(url).enter(school.classroom.code, school.pupils[index].id),
});

/** A whole station inside the test's process, on free ports, with a seeded school. Disposing it closes it and removes its data. */
export async function openTestStation(environment: Record<string, string> = {}) {
  await using opening = new AsyncDisposableStack();
  const directory = await temporaryDirectory(opening);
  const config = readConfig({ ...testEnvironment(), DATA_DIR: directory, ...environment }, []);
  const station = opening.use(await openStation(config, openLog(config.logLevel)));
  const school = await seedSchool(station.store);
  const open = opening.move();
  const { url, store, newsroom } = station;
  const doors = doorsOf(url, school);
  return { url, directory, store, newsroom, school, ...doors, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
/** See {@link openTestStation}. */
export type TestStation = Awaited<ReturnType<typeof openTestStation>>;

/** A data directory with a seeded school in it, for stations that run as processes of their own, one after the other. */
export async function prepareData() {
  await using preparing = new AsyncDisposableStack();
  const directory = await temporaryDirectory(preparing);
  const database = await openDatabase(join(directory, "antenne.db"));
  const school = await seedSchool(openStore(database, Date.now));
  await database.destroy();
  const kept = preparing.move();
  return { directory, school, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

const mainPath = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/**
 * Starts one of the server’s programs as a process of its own, as `npm run serve` does, and waits for the line in which `find` finds something. Disposing it
 * kills it if it still runs.
 */
export async function startProcess(
  path: string,
  args: readonly string[],
  find: (line: string) => string | undefined,
  environment: Record<string, string> = {},
) {
  const env = { ...process.env, ...testEnvironment(), ...environment };
  const child = spawn(process.execPath, ["--single-threaded-gc", path, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  const lines: string[] = [];
  let complaints = "";
  child.stderr.on("data", (bytes: Buffer) => (complaints += bytes.toString()));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    const found = find(line);
    if (found !== undefined) resolve(found);
  });
  void exited.then(() => {
    reject(new Error(`the station ended before it listened: ${complaints}`));
  });
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exited;
    return code;
  };
  return {
    found: await promise,
    pid: child.pid!,
    /** What it said on the ordinary output. */
    lines,
    /** What it said on the error output, its log. */
    complaints: () => complaints,
    /** Sends a signal and waits for the end; its exit code, or null when the signal killed it. */
    kill,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) await kill("SIGKILL");
    },
  };
}

/** A station as `npm run serve` starts it, as a process of its own, on free ports. */
export async function startStation(directory: string, args: readonly string[] = []) {
  const urlIn = (line: string) => /^listening (\S+)/.exec(line)?.[1];
  const started = await startProcess(mainPath, ["--port", "0", "--data", directory, ...args], urlIn);
  return { ...started, url: started.found };
}

/** All running processes below one, by their ids. */
export async function descendantsOf(pid: number): Promise<number[]> {
  // A process belongs to the thread that started it.
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const listOf = (thread: string) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8").catch(() => "");
  const listed = (await Promise.all(threads.map(listOf))).join(" ");
  const children = listed.split(" ").filter(Boolean).map(Number);
  const below = await Promise.all(children.map(descendantsOf));
  return [...children, ...below.flat()];
}
