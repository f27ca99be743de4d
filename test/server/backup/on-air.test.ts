import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import type { Episode } from "../../../schemas/episodes.ts";
import { fileTree } from "../../../server/backup/file-tree.ts";
import { goOnAir, teacherOf } from "../../support/go-on-air.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf } from "../../support/sound.ts";
import { prepareData, startStation } from "../../support/station.ts";

/** Runs one of the programs as `npm run` does. */
function run(name: "back-up" | "restore", ...args: string[]) {
  const path = fileURLToPath(new URL(`../../../server/${name}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

/** Every row of every table, but for who is signed in. */
function rowsOf(path: string): Record<string, unknown[]> {
  const database = new SQLite(path, { readonly: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const kept = tables.filter((name) => name !== "session");
  const rows = kept.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]);
  database.close();
  return Object.fromEntries(rows) as Record<string, unknown[]>;
}

test("a station backed up in the middle of a show is restored on an empty machine, and the show is there to be heard", async () => {
  using disk = scratch();
  await using data = await prepareData();
  await using station = await startStation(data.directory);
  using page = await goOnAir(station.url, data);
  const backups = join(disk.path, "backups");
  const made = run("back-up", backups, "--data", data.directory);
  expect(made).toMatchObject({ status: 0 });
  const [name, ...more] = await readdir(backups);
  expect(more).toEqual(["backup-lock.db"]);
  expect(page.socket.connected).toBe(true);

  // The same rows, and of every file as much as there was of it.
  const empty = join(disk.path, "data");
  const restored = run("restore", join(backups, name!), "--data", empty);
  expect(restored).toMatchObject({ status: 0 });
  expect(restored.said).toContain("WARNING");
  expect(rowsOf(join(empty, "antenne.db"))).toEqual(rowsOf(join(data.directory, "antenne.db")));
  const files = (await fileTree(empty)).filter(({ path }) => path.startsWith("media/"));
  expect(files.map(({ path }) => path.split("/").at(-1))).toEqual(expect.arrayContaining(["session.jsonl"]));
  for (const { path } of files) {
    const [here, there] = await Promise.all([readFile(join(empty, path)), readFile(join(data.directory, path))]);
    expect(there.subarray(0, here.length).equals(here), path).toBe(true);
  }
  await station.kill("SIGKILL");

  await using next = await startStation(empty);
  const teacher = await teacherOf(next.url, data);
  const read = async () =>
    ((await (await teacher.get(`/api/shows/${data.school.show.id}`)).json()) as { episode: Episode | null }).episode;
  await expect.poll(async () => (await read())?.state, { timeout: 50_000 }).toBe("rendered");
  const episode = (await read())!;
  const heard = await teacher.get(episode.enclosures[0]!.url);
  await writeFile(disk.file("episode.mp3"), Buffer.from(await heard.arrayBuffer()));
  expect(await durationOf(disk.file("episode.mp3"))).toBeGreaterThan(1.5);
});

test("a backup or a restore that cannot be done says why, and what to do", async () => {
  using disk = scratch();
  await using data = await prepareData();
  const said = (name: "back-up" | "restore", ...args: string[]) => {
    const { status, said } = run(name, ...args);
    expect(status).toBe(1);
    return said;
  };
  expect(said("back-up")).toContain("usage");
  expect(said("back-up", join(disk.path, "b"), "--data", disk.file("nothing"))).toContain("name its data directory");
  expect(said("back-up", join(data.directory, "backups"), "--data", data.directory)).toContain("name another place");
  expect(said("back-up", join(disk.path, "b"), "--data", data.directory, "--keep", "none")).toContain("BACKUP_KEEP");
  expect(said("restore")).toContain("usage");
  await mkdir(disk.file("half"));
  expect(said("restore", disk.file("half"), "--data", disk.file("new"))).toContain("not a whole backup");
});
