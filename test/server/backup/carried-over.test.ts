import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { restore } from "../../../server/backup/restore.ts";
import { openDatabase } from "../../../server/store/open-database.ts";
import { formOf } from "../../../server/store/snapshot.ts";
import { awa, writeOldStation } from "../../support/old-station.ts";
import { scratch } from "../../support/scratch.ts";
import { prepareData } from "../../support/station.ts";
import { openVault, startRestored } from "../../support/vault.ts";

test.each(["an older Antenne", "this Antenne"])(
  "a backup that an older Antenne made is restored, and what %s wrote down since is taken over",
  async (writer) => {
    using disk = scratch();
    const former = disk.file("former");
    await mkdir(former);
    const database = await writeOldStation(former);
    using vault = openVault(former);
    const { path } = await vault.backUp();
    if (writer === "this Antenne") await (await openDatabase(database)).destroy();
    const formerly = new SQLite(database);
    formerly.exec("UPDATE family SET tokenHash = NULL, feedTokenHash = NULL");
    formerly.close();
    const form = formOf(database);

    const empty = disk.file("data");
    expect((await restore({ backup: path, dataDirectory: empty, former })).carried).toMatchObject({ links: 1 });
    expect(formOf(database)).toEqual(form);
    expect((await readdir(empty)).sort()).toEqual(["antenne.db", "erased-pupils.jsonl"]);
    await using next = await startRestored(empty);
    expect(await next.store.families.findByLink("token")).toBeUndefined();
    expect(await next.store.people.findPupil(awa)).toMatchObject({ firstName: "Awa" });
  },
);

test("what was shut after the backup is shut in the restored station: bonds, ties, classes, audiences and episodes", async () => {
  await using data = await prepareData();
  const { teacher, admin, classroom, pupils, channel, show } = data.school;
  const database = join(data.directory, "antenne.db");
  const write = (statements: string) => {
    const formerly = new SQLite(database);
    formerly.pragma("foreign_keys = ON");
    formerly.exec(statements);
    formerly.close();
  };
  const episode = (
    id: string,
  ) => `INSERT INTO episode (id, channelId, showId, season, number, title, description, state, recordedAt, publishedAt, chapters, version, enclosures, createdAt)
    VALUES ('${id}', '${channel.id}', '${show.id}', 1, 1, '', '', 'published', 1, 1, '[]', 0, '[]', 1);`;
  write(`
    UPDATE channel SET visibility = 'public';
    UPDATE account SET podcastName = 'Mme Lefort' WHERE id = '${teacher.id}';
    ${episode("kept")} ${episode("narrowed")} ${episode("unpublished")} ${episode("erased")}
    INSERT INTO family (id, schoolId, language, issue, tokenHash, issuedAt, createdAt) SELECT 'left', id, 'fr', 1, 'left', 1, 1 FROM school;
    INSERT INTO family (id, schoolId, language, issue, tokenHash, issuedAt, createdAt) SELECT 'stays', id, 'fr', 1, 'stays', 1, 1 FROM school;
    INSERT INTO familyChild VALUES ('left', '${pupils[0].id}'), ('stays', '${pupils[1].id}'), ('stays', '${pupils[2].id}');
    INSERT INTO accountIdentity VALUES ('ent', 'lost', '${teacher.id}', 1), ('ent', 'kept', '${admin.id}', 1);
    INSERT INTO passkey VALUES ('lost', '${teacher.id}', '', '', 0, '[]', 1, NULL), ('kept', '${admin.id}', '', '', 0, '[]', 1, NULL);`);
  using vault = openVault(data.directory);
  const { path } = await vault.backUp();
  write(`
    UPDATE account SET role = 'teacher' WHERE id = '${admin.id}'; UPDATE account SET podcastName = NULL;
    INSERT INTO voiceConsent (pupilId, scope, isNamed, givenBy, givenOn, endsOn, means, recordedAt)
      VALUES ('${pupils[2].id}', 'public', 1, 'Sa tante', '2026-11-17', '2027-08-31', 'paper', 99999999999999);
    DELETE FROM membership; DELETE FROM familyChild WHERE pupilId IN ('${pupils[0].id}', '${pupils[1].id}');
    DELETE FROM accountIdentity WHERE subject = 'lost'; DELETE FROM passkey WHERE id = 'lost';
    UPDATE classroom SET archivedAt = 5, code = 'merle-0000';
    UPDATE channel SET visibility = 'family'; UPDATE episode SET visibility = 'class' WHERE id = 'narrowed';
    UPDATE episode SET state = 'rendered', publishedAt = NULL WHERE id = 'unpublished'; DELETE FROM episode WHERE id = 'erased';`);

  const empty = vault.disk.file("data");
  await restore({ backup: path, dataDirectory: empty, former: data.directory });
  const restored = new SQLite(join(empty, "antenne.db"), { readonly: true });
  const all = (query: string) => restored.prepare(query).raw().all();
  expect(all("SELECT accountId FROM membership")).toEqual([]);
  expect(all("SELECT id, tokenHash FROM family")).toEqual([["stays", "stays"]]);
  expect(all("SELECT familyId, pupilId FROM familyChild")).toEqual([["stays", pupils[2].id]]);
  expect(all("SELECT subject FROM accountIdentity UNION ALL SELECT id FROM passkey")).toEqual([["kept"], ["kept"]]);
  expect(all("SELECT id, archivedAt, codeExpiresAt FROM classroom")).toEqual([[classroom.id, 5, 0]]);
  expect(all("SELECT visibility FROM channel")).toEqual([["family"]]);
  expect(all("SELECT id, state, visibility FROM episode ORDER BY id")).toEqual([
    ["erased", "rendered", null],
    ["kept", "published", null],
    ["narrowed", "published", "class"],
    ["unpublished", "rendered", null],
  ]);
  expect(all(`SELECT role FROM account WHERE id = '${admin.id}'`)).toEqual([["teacher"]]);
  expect(all("SELECT podcastName FROM account WHERE podcastName IS NOT NULL")).toEqual([]);
  // An answer about the name comes with the one about the voice.
  expect(all("SELECT scope, isNamed FROM voiceConsent WHERE givenBy = 'Sa tante'")).toEqual([["public", 1]]);
  restored.close();
});

test("who was barred from a show stays barred after a restore, and an episode comes back without the voice that was left out since; a show's code opens nothing", async () => {
  await using data = await prepareData();
  const { pupils, channel, show } = data.school;
  const database = join(data.directory, "antenne.db");
  const write = (statements: string) => {
    const formerly = new SQLite(database);
    formerly.pragma("foreign_keys = ON");
    formerly.exec(statements);
    formerly.close();
  };
  const episode = (id: string, state = "published") =>
    `INSERT INTO episode (id, channelId, showId, season, number, title, description, state, recordedAt, publishedAt, chapters, version, enclosures, createdAt)
     VALUES ('${id}', '${channel.id}', '${show.id}', 1, 1, '', '', '${state}', 1, ${state === "published" ? 7 : "NULL"}, '[]', 0, '[]', 1);`;
  write(`${episode("before")} ${episode("since")} ${episode("draft", "rendered")} ${episode("whole")}
    INSERT INTO showCode VALUES ('${show.id}', 'PIC 0001', 99999999999999);
    INSERT INTO showBar VALUES ('${show.id}', '${pupils[0].id}', 1);
    INSERT INTO leftOutVoice VALUES ('before', '${pupils[0].id}', 1, 'remixed');`);
  using vault = openVault(data.directory);
  const { path } = await vault.backUp();
  write(`DELETE FROM showBar; INSERT INTO showBar VALUES ('${show.id}', '${pupils[1].id}', 2);
    INSERT INTO leftOutVoice VALUES ('since', '${pupils[1].id}', 2, 'remixed'), ('draft', '${pupils[2].id}', 2, 'remixed');`);

  const empty = vault.disk.file("data");
  await restore({ backup: path, dataDirectory: empty, former: data.directory });
  const restored = new SQLite(join(empty, "antenne.db"), { readonly: true });
  const all = (query: string) => restored.prepare(query).raw().all();
  expect(all("SELECT pupilId FROM showBar")).toEqual([[pupils[1].id]]);
  expect(all("SELECT code FROM showCode")).toEqual([]);
  // Their files are the backup's, with the voice: they are made anew before anybody hears them.
  expect(all("SELECT id, state, publishedAt, publishedBefore FROM episode ORDER BY id")).toEqual([
    ["before", "published", 7, null],
    ["draft", "rendering", null, null],
    ["since", "rendering", null, 7],
    ["whole", "published", 7, null],
  ]);
  expect(all("SELECT episodeId, pupilId, way FROM leftOutVoice ORDER BY episodeId")).toEqual([
    ["before", pupils[0].id, "remixed"],
    ["draft", pupils[2].id, null],
    ["since", pupils[1].id, null],
  ]);
  restored.close();
});

test("nothing is restored where a newer Antenne wrote what came after", async () => {
  await using data = await prepareData();
  using vault = openVault(data.directory);
  const { path } = await vault.backUp();
  const formerly = new SQLite(join(data.directory, "antenne.db"));
  formerly.exec("INSERT INTO kysely_migration VALUES ('9999-of-tomorrow', '2027-01-01')");
  formerly.close();
  const empty = vault.disk.file("data");
  await expect(restore({ backup: path, dataDirectory: empty, former: data.directory })).rejects.toThrow(
    "newer Antenne",
  );
  await expect(readdir(empty)).rejects.toThrow();
});
