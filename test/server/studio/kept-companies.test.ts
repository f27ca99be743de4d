import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { PupilId, ShowId } from "../../../schemas/ids.ts";
import type { Companion } from "../../../schemas/studio.ts";
import { openDatabase } from "../../../server/store/open-database.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { giveConsent } from "../../support/school.ts";
import { prepareData, startStation } from "../../support/station.ts";
import { openStudioPage } from "../../support/studio-page.ts";

test("a station that is killed still knows who shares a tablet: the voice that may not go out is locked as soon as the tablet is back", async () => {
  await using data = await prepareData();
  const { classroom, pupils, show } = data.school;
  const [awa, jules] = pupils;
  const database = await openDatabase(join(data.directory, "antenne.db"));
  await giveConsent(openStore(database, Date.now), jules.id, "none");
  await database.destroy();
  const enter = async (url: string) => {
    const { cookie } = await new ApiClient(url).enter(classroom.code, awa.id);
    return openStudioPage(url, { cookie: cookie!, origin: url });
  };
  {
    await using station = await startStation(data.directory);
    using tablet = await enter(station.url);
    await tablet.join(show.id);
    await tablet.must("tellSpeakers", { pupilIds: [awa.id, jules.id] });
    await vi.waitFor(() => expect(tablet.all("studioChanged").at(-1)?.strips[0]?.lock).toBe("none"));
    await station.kill("SIGKILL");
  }
  await using again = await startStation(data.directory);
  using tablet = await enter(again.url);
  const { snapshot } = await tablet.join(show.id);
  expect(snapshot.strips).toMatchObject([
    {
      lock: "none",
      company: [
        { name: "Awa", isSpeaking: true },
        { name: "Jules", isSpeaking: true },
      ],
    },
  ]);
});

const said = ({
  id: pupilId,
  firstName: name,
  bird,
  colour,
}: Omit<Companion, "pupilId" | "name" | "isSpeaking"> & {
  id: PupilId;
  firstName: string;
}) => ({ ...{ pupilId, name, bird, colour }, isSpeaking: true });

/** Awa's tablet, which Jules shares, written down at noon. */
async function openShared() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const [awa, jules] = school.pupils;
  const companies = doors.store.companies.of(school.show.id);
  await companies.keep(awa.id, [said(awa), said(jules)]);
  const names = async (showId: ShowId = school.show.id) =>
    (await doors.store.companies.of(showId).list()).get(awa.id)?.map(({ name }) => name);
  return { doors, school, awa, jules, names, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("who was erased is at no microphone any more, and with the owner of the tablet its company goes", async () => {
  await using at = await openShared();
  expect(await at.names()).toEqual(["Awa", "Jules"]);
  await at.doors.store.erased.forget(at.jules);
  expect(await at.names()).toEqual(["Awa"]);
  await at.doors.store.erased.forget(at.awa);
  expect(await at.names()).toBeUndefined();
  expect(await at.doors.database.selectFrom("companion").selectAll().execute()).toEqual([]);
});

test.each(["with the show", "after six hours"])("who shared a tablet is forgotten %s", async (when) => {
  await using at = await openShared();
  const { doors, school, names } = at;
  if (when === "with the show") await doors.store.shows.setState(school.show.id, "ended");
  else doors.clock.now += 6 * 3_600_000;
  expect(await names()).toBeUndefined();
  expect(await doors.database.selectFrom("companion").selectAll().execute()).toEqual([]);
});
