import { expect, test, vi } from "vitest";
import { openStudioPage } from "../support/studio-page.ts";
import { openTestStation } from "../support/station.ts";

test("the teacher hears at once who is at the door and who is not any more; pupils of the class hear nothing of it", async () => {
  await using station = await openTestStation();
  const { school } = station;
  const [teacher, pupil] = [await station.asTeacher(), await station.asPupil()];
  using desk = await openStudioPage(station.url, { cookie: teacher.cookie! });
  using tablet = await openStudioPage(station.url, { cookie: pupil.cookie! });
  const told = (times: number) =>
    vi.waitFor(() => expect(desk.all("newcomersChanged")).toHaveLength(times), { timeout: 5_000 });
  const newcomer = station.browser();
  const wish = { code: school.classroom.code, firstName: "Zoé", bird: "pic", colour: 4 };
  expect((await newcomer.post("/api/newcomers", wish)).status).toBe(201);
  await told(1);
  expect(desk.all("newcomersChanged")).toEqual([{ classroomId: school.classroom.id }]);
  await newcomer.delete("/api/newcomers/current");
  await told(2);
  expect(tablet.heard).toEqual([]);
});
