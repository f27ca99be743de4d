import { expect } from "vitest";
import { ApiClient } from "./api-client.ts";
import { staffPassword } from "./school.ts";
import type { prepareData } from "./station.ts";
import { openStudioPage, type StudioPage } from "./studio-page.ts";

type Data = Pick<Awaited<ReturnType<typeof prepareData>>, "school">;

/** The seeded teacher, signed in at a station that runs over prepared data. */
export const teacherOf = (url: string, { school }: Data) =>
  new ApiClient(url).signIn(school.teacher.email, staffPassword);

/** For how long a page's show is on air already. */
export function secondsOnAir(page: StudioPage): number {
  const transmission = page.all("studioChanged").at(-1)?.transmission;
  return transmission?.state === "onAir" ? (Date.now() - Date.parse(transmission.since)) / 1_000 : 0;
}

/** Brings the seeded show on air with a microphone that is open and silent, and lets two seconds of it pass. */
export async function goOnAir(url: string, data: Data) {
  const { cookie } = await teacherOf(url, data);
  const page = await openStudioPage(url, { cookie: cookie!, origin: url });
  const { routerRtpCapabilities } = await page.join(data.school.show.id);
  await page.speakUp(routerRtpCapabilities);
  await page.must("goOnAir", {});
  await expect.poll(() => secondsOnAir(page), { timeout: 30_000 }).toBeGreaterThan(2);
  return page;
}
