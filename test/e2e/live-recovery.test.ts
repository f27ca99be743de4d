import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openSeat } from "../support/browser.ts";
import { noteSound } from "../support/heard-sound.ts";
import { goOnAir, stripOf } from "../support/live-show.ts";
import { teacherAtDesk } from "../support/seats.ts";
import { untilHeard } from "../support/until-heard.ts";
import { openTestStation } from "../support/station.ts";

const voice = { pitch: 703, levelDbfs: -20 };
const open = new AsyncDisposableStack();
let radio: Page;

beforeAll(async () => {
  const station = open.use(await openTestStation());
  const { id, slug } = station.school.channel;
  await station.store.channels.change(id, { visibility: "public" });
  await station.store.airSettings.keep(id, { delaySeconds: 0, cutSeconds: 5 });
  const teacher = open.use(await teacherAtDesk(station, { voice }));
  const listener = open.use(await openSeat({ size: "phone" }));
  await stripOf(teacher.page, "Mme Lefort").open();
  await goOnAir(teacher.page);
  radio = listener.page;
  await noteSound(radio);
  await radio.goto(`${station.url}/chaines/${slug}`);
  await radio.getByRole("button", { name: "Écouter le direct" }).click();
  await untilHeard(radio, voice.pitch);
});

afterAll(() => open.disposeAsync());

test("a station that answers nothing is asked again for as long as it takes, the page says so, and the show is heard again", async () => {
  let refused = 0;
  await radio.route("**/live/**", async (route) => {
    refused += 1;
    await route.abort("connectionrefused");
  });
  await radio.getByText("La radio ne répond pas.").waitFor({ timeout: 40_000 });
  const before = refused;
  await vi.waitFor(() => expect(refused).toBeGreaterThan(before + 4), 60_000);
  await radio.unroute("**/live/**");
  expect(await untilHeard(radio, voice.pitch)).toBeLessThan(20_000);
  await radio.getByText(/^Vous (écoutez|réécoutez)/).waitFor();
});

test("sound that the browser cannot play is got over, however often it comes, and the page says so meanwhile", async () => {
  let spoilt = 0;
  await radio.route("**/*.m4s", async (route) => {
    spoilt += 1;
    await route.fulfill({ contentType: "audio/mp4", body: Buffer.alloc(20_000, spoilt) });
  });
  await radio.getByText("Le son s’est interrompu.").waitFor({ timeout: 40_000 });
  await vi.waitFor(() => expect(spoilt).toBeGreaterThan(4), 40_000);
  await radio.unroute("**/*.m4s");
  expect(await untilHeard(radio, voice.pitch)).toBeLessThan(20_000);
  await radio.getByText(/^Vous (écoutez|réécoutez)/).waitFor();
});
