import { expect, test, vi } from "vitest";
import type { ShowCode } from "../../schemas/show-codes.ts";
import { goOnAir } from "../support/go-on-air.ts";
import { openTestStation } from "../support/station.ts";
import { openStudioPage } from "../support/studio-page.ts";

test("with Fin, who came in by the show's code is cut off, and who came in by the day's goes on", async () => {
  await using station = await openTestStation();
  const { school, url } = station;
  const teacher = await station.asTeacher();
  const code = (await (await teacher.post(`/api/shows/${school.show.id}/class-codes`)).json()) as ShowCode;
  const fromHome = await station.browser().enter(code.code, school.pupils[0].id);
  const atSchool = await station.asPupil(1);
  using desk = await goOnAir(url, { school });
  using home = await openStudioPage(url, { cookie: fromHome.cookie! });
  using here = await openStudioPage(url, { cookie: atSchool.cookie! });
  for (const page of [home, here]) await page.join(school.show.id);
  await desk.must("endShow", {});
  await vi.waitFor(() => expect(home.socket.connected).toBe(false), { timeout: 20_000 });
  expect(home.all("studioChanged").at(-1)?.transmission.state).toBe("ended");
  expect(here.socket.connected).toBe(true);
  await expect(openStudioPage(url, { cookie: fromHome.cookie! })).rejects.toThrow("session.missing");
});
