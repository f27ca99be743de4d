import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { FamilyLink } from "../../schemas/families.ts";
import { ApiClient } from "../support/api-client.ts";
import { staffPassword } from "../support/school.ts";
import { prepareData, startProcess } from "../support/station.ts";

const urlIn = (line: string) => /^listening (\S+)/.exec(line)?.[1];

/** A station as a process of its own that says everything it has to say. */
async function startTalkative(directory: string) {
  const args = ["--port", "0", "--data", directory];
  const started = await startProcess("server/main.ts", args, urlIn, { LOG_LEVEL: "debug" });
  return { ...started, url: started.found };
}

test("after a school day of requests, wrong ones too and some that break, the log names nobody and carries no token", async () => {
  await using data = await prepareData();
  const { classroom, pupils, teacher, channel } = data.school;
  await using station = await startTalkative(data.directory);
  const browser = () => new ApiClient(station.url);
  const stranger = browser();
  await stranger.post("/api/sessions", { email: teacher.email, password: "a wrong one" });
  await stranger.get("/api/class-codes/PIC%200000");
  const staff = await browser().signIn(teacher.email, staffPassword);
  const pupil = await browser().enter(classroom.code, pupils[0].id);
  await staff.post(`/api/classrooms/${classroom.id}/pupils`, { firstName: "Zéphyrine", bird: "geai", colour: 3 });
  await staff.patch(`/api/channels/${channel.id}`, { title: "Radio Zéphyrine", visibility: "family" });
  await staff.post(`/api/classrooms/${classroom.id}/families`, { language: "fr", pupilIds: [pupils[0].id] });
  const links = (await (await staff.get(`/api/classrooms/${classroom.id}/family-links`)).json()) as FamilyLink[];
  const token = links[0]!.url.split("#")[1]!;
  const phone = browser();
  expect((await phone.post("/api/family-sessions", { token })).status).toBe(201);
  await phone.get("/api/family");
  // From here on what is asked of shows is a bug.
  const database = new Database(join(data.directory, "antenne.db"));
  database.exec("ALTER TABLE show RENAME TO gone");
  database.close();
  expect((await pupil.get(`/api/classrooms/${classroom.id}/shows`)).status).toBe(500);
  await staff.post(`/api/channels/${channel.id}/shows`, { title: "Zéphyrine raconte" });
  await station.kill("SIGTERM");
  const log = [...station.lines, station.complaints()].join("\n");
  expect(log).toContain("a bug");
  const people = ["Zéphyrine", ...pupils.map(({ firstName }) => firstName), teacher.displayName, teacher.email];
  const cookies = [staff, pupil, phone].map(({ cookie }) => cookie!.split("=")[1]!);
  for (const word of [...people, ...cookies, token, classroom.code, staffPassword, "x-forwarded-for", "127.0.0.1"]) {
    expect(log, word).not.toContain(word);
  }
});
