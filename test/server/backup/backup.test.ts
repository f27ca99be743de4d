import { spawn } from "node:child_process";
import { appendFile, mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import SQLite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { fileTree } from "../../../server/backup/file-tree.ts";
import { listBackups } from "../../../server/backup/list-backups.ts";
import { Mirror } from "../../../server/backup/mirror.ts";
import { restore } from "../../../server/backup/restore.ts";
import { filesWith } from "../../support/files-with.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { opusPacketsOf } from "../../support/opus-file.ts";
import { heard } from "../../support/recorded-show.ts";
import { scratch } from "../../support/scratch.ts";
import { prepareData } from "../../support/station.ts";
import { openVault, startRestored } from "../../support/vault.ts";

test("a pupil who was erased after the backup is gone from the restored station: name, track and voice", async () => {
  await using at = await openHeardShow({ isOnDisk: true });
  const { doors, school, teacher, recorded } = at;
  const name = "Zéphyrine";
  const pupil = school.pupils[1];
  await doors.store.people.changePupil(pupil.id, { firstName: name });
  await at.publish();
  const { id } = await at.episode();
  const track = recorded.tracks.find(({ stripId }) => stripId === heard.jules.stripId)!;
  const packet = (await opusPacketsOf(track.path)).filter(({ length }) => length > 60)[40]!;
  using vault = openVault(doors.directory);
  const { path } = await vault.backUp();
  // The names of files name nobody.
  expect((await fileTree(path)).filter((file) => file.path.includes(name))).toEqual([]);
  expect((await filesWith(path, Buffer.from(name))).map((file) => file.slice(path.length + 1))).toEqual(["antenne.db"]);

  await teacher.delete(`/api/pupils/${pupil.id}`);
  await at.untilState("published");
  const empty = vault.disk.file("data");
  const told = await restore({ backup: path, dataDirectory: empty, former: doors.directory });
  expect(told.erasedPupils).toBe(1);
  await using next = await startRestored(empty);
  await vi.waitFor(async () => expect((await next.store.episodes.require(id)).state).toBe("published"), 40_000);
  expect(await next.store.people.findPupil(pupil.id)).toBeUndefined();
  expect(await filesWith(empty, Buffer.from(name))).toEqual([]);
  expect(await filesWith(empty, packet)).toEqual([]);
});

test("what families said after the backup is taken over, a shut account stays shut, and an episode that goes too far now is not there when the station starts", async () => {
  await using at = await openHeardShow({ isOnDisk: true });
  const { doors, school } = at;
  await at.publish();
  using vault = openVault(doors.directory);
  const { path } = await vault.backUp();
  doors.clock.now += 60_000;
  await at.answer(1, "none");
  const { id } = await at.episode();
  const answers = await doors.store.consents.historyOf(school.pupils[1].id);
  const { id: accountId } = school.teacher;
  const secret = { accountId, sealedSecret: "sealed", confirmedAt: 1 };
  await doors.database.insertInto("secondStep").values(secret).execute();
  await doors.database.updateTable("account").set({ deactivatedAt: 1 }).where("id", "=", accountId).execute();
  // From the former directory, and from a newer backup beside the restored one.
  await vault.backUp();
  for (const [index, former] of [doors.directory, undefined].entries()) {
    const empty = vault.disk.file(`data-${index}`);
    expect((await restore({ backup: path, dataDirectory: empty, former })).carried).toMatchObject({
      answers: 1,
      accounts: 1,
    });
    const kept = new SQLite(join(empty, "antenne.db"), { readonly: true });
    expect(kept.prepare("SELECT deactivatedAt FROM account WHERE id = ?").pluck().get(accountId)).toBe(1);
    expect(kept.prepare("SELECT accountId FROM secondStep").pluck().all()).toEqual([accountId]);
    expect(kept.prepare("SELECT count(*) FROM session").pluck().get()).toBe(0);
    kept.close();
    await using next = await startRestored(empty);
    expect(await next.store.consents.historyOf(school.pupils[1].id)).toEqual(answers);
    // It is out of its feed before the station starts, which makes it anew without the voice.
    expect(await next.store.episodes.require(id)).toMatchObject({ state: "rendering", publishedAt: null });
  }
  // Without anything newer it is told that nobody knows.
  const alone = vault.disk.file("alone");
  await rename(path, alone);
  expect((await restore({ backup: alone, dataDirectory: vault.disk.file("data-2") })).carried).toBeUndefined();
});

test("the next backup takes no room for what has not changed, and only the newest are kept", async () => {
  await using data = await prepareData();
  const sound = join(data.directory, "media", "recordings", "one", "programme.flac");
  await mkdir(join(sound, ".."), { recursive: true });
  await writeFile(sound, "a recording");
  await writeFile(join(data.directory, "media", "gone.mp3"), "an episode");
  using vault = openVault(data.directory, 2);
  const first = await vault.backUp();
  await rm(join(data.directory, "media", "gone.mp3"));
  const second = await vault.backUp();
  const inode = async (path: string) => (await stat(join(path, "media/recordings/one/programme.flac"))).ino;
  expect(await inode(second.path)).toBe(await inode(first.path));
  expect(second.copiedBytes).toBe((await stat(join(data.directory, "antenne.db"))).size);
  expect((await fileTree(second.path)).map(({ path }) => path)).not.toContain("media/gone.mp3");
  await appendFile(sound, ", longer");
  const third = await vault.backUp();
  expect(await readFile(join(third.path, "media/recordings/one/programme.flac"), "utf8")).toBe("a recording, longer");
  expect(await readFile(join(second.path, "media/recordings/one/programme.flac"), "utf8")).toBe("a recording");
  expect((await listBackups(vault.directory)).map(({ path }) => path)).toEqual([third.path, second.path]);
});

test("what goes and what grows while a backup is made is in it as it is at the end", async () => {
  using disk = scratch();
  await mkdir(disk.file("data"));
  await writeFile(disk.file("data/gone.mp3"), "an episode that is made anew");
  await writeFile(disk.file("data/track.opus"), "one");
  const mirror = new Mirror(disk.file("data"), disk.file("backup"), undefined);
  await mirror.bringUp();
  await rm(disk.file("data/gone.mp3"));
  await appendFile(disk.file("data/track.opus"), ", two");
  await mirror.bringUp();
  expect(mirror.files).toMatchObject([{ path: "track.opus", byteLength: 8 }]);
  expect(await readdir(disk.file("backup"))).toEqual(["track.opus"]);
  expect(await readFile(disk.file("backup/track.opus"), "utf8")).toBe("one, two");
});

test.each([
  ["a byte of a sound", (path: string) => appendFile(join(path, "media/one.flac"), "."), "one.flac"],
  ["a sound", (path: string) => rm(join(path, "media/one.flac")), "one.flac"],
  ["the end of the list", (path: string) => truncate(join(path, "manifest.json"), 100), "manifest.json"],
  ["the list", (path: string) => rm(join(path, "manifest.json")), "not a whole backup"],
  ["a file of nobody's", (path: string) => writeFile(join(path, "media/two.flac"), ""), "two.flac"],
])("a backup in which %s is not as it was is refused, and nothing is written", async (_what, damage, named) => {
  await using data = await prepareData();
  await mkdir(join(data.directory, "media"));
  await writeFile(join(data.directory, "media", "one.flac"), "a recording");
  using vault = openVault(data.directory);
  const { path } = await vault.backUp();
  await damage(path);
  const empty = vault.disk.file("data");
  await expect(restore({ backup: path, dataDirectory: empty })).rejects.toThrow(named);
  await expect(readdir(empty)).rejects.toThrow();
});

test("a list that names a file outside of its backup is refused", async () => {
  await using data = await prepareData();
  using vault = openVault(data.directory);
  const { path } = await vault.backUp();
  const list = join(path, "manifest.json");
  await writeFile(list, (await readFile(list, "utf8")).replace('"antenne.db"', '"../../antenne.db"'));
  await expect(restore({ backup: path, dataDirectory: vault.disk.file("data") })).rejects.toThrow("damaged");
});

test("nothing is restored over another station", async () => {
  await using data = await prepareData();
  using vault = openVault(data.directory);
  const { path } = await vault.backUp();
  await expect(restore({ backup: path, dataDirectory: data.directory })).rejects.toThrow("--former");
});

test("a backup that is killed leaves none, and the next one is whole", async () => {
  await using data = await prepareData();
  const huge = join(data.directory, "media", "huge.flac");
  await mkdir(join(huge, ".."));
  await writeFile(huge, "");
  await truncate(huge, 3_000_000_000);
  using vault = openVault(data.directory);
  const program = fileURLToPath(new URL("../../../server/back-up.ts", import.meta.url));
  const child = spawn(process.execPath, [program, vault.directory, "--data", data.directory], { stdio: "ignore" });
  const begun = async () => {
    const partial = (await vault.names()).find((name) => name.startsWith("partial-"));
    return (await stat(join(vault.directory, partial!, "media/huge.flac"))).size;
  };
  await vi.waitFor(async () => expect(await begun()).toBeGreaterThan(0), { timeout: 20_000, interval: 20 });
  // Two at once would be two halves.
  await expect(vault.backUp()).rejects.toMatchObject({ fault: "busy" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  expect(await listBackups(vault.directory)).toEqual([]);
  const [partial] = (await vault.names()).filter((name) => name.startsWith("partial-"));
  const broken = join(vault.directory, partial!);
  await expect(restore({ backup: broken, dataDirectory: vault.disk.file("data") })).rejects.toThrow("not a whole");

  await truncate(huge, 1_000);
  const { path } = await vault.backUp();
  expect(await vault.names()).toEqual([path.split("/").at(-1)]);
  expect(await restore({ backup: path, dataDirectory: vault.disk.file("data") })).toMatchObject({ files: 2 });
});

test("a number that a power cut left behind stops no backup, whoever has it now", async () => {
  await using data = await prepareData();
  using vault = openVault(data.directory);
  await mkdir(vault.directory);
  await writeFile(join(vault.directory, "backup.lock"), String(process.pid));
  const { path } = await vault.backUp();
  expect((await listBackups(vault.directory)).map((listed) => listed.path)).toEqual([path]);
  // Nor does anything of it that is still there, the next time.
  await expect(vault.backUp()).resolves.toBeDefined();
});

test("a backup for which there is no room is not begun", async () => {
  await using data = await prepareData();
  const huge = join(data.directory, "huge.flac");
  await writeFile(huge, "");
  await truncate(huge, 2 ** 43);
  using vault = openVault(data.directory);
  await expect(vault.backUp()).rejects.toThrow("make room");
  expect(await vault.names()).toEqual([]);
});
