import type { StripId } from "../../schemas/ids.ts";
import { addPupils } from "./school.ts";
import { openStudioPage, type StudioPage } from "./studio-page.ts";
import type { TestStation } from "./station.ts";

/** A pupil who waits backstage without a browser: a desk cannot tell. */
export type SeatedPupil = { page: StudioPage; stripId: StripId };

/** The school's three pupils and some more, all in its show; `open` closes their pages. */
export async function seatPupils(station: TestStation, more: readonly string[], open: AsyncDisposableStack) {
  const { classroom, show, pupils } = station.school;
  const added = await addPupils(station.store, classroom.id, more);
  const seated: SeatedPupil[] = [];
  for (const { id } of [...pupils, ...added]) {
    const { cookie = "" } = await station.browser().enter(classroom.code, id);
    const page = open.use(await openStudioPage(station.url, { cookie, origin: station.url }));
    seated.push({ page, stripId: (await page.join(show.id)).stripId });
  }
  return seated;
}
