import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sizes, type Seat } from "../support/browser.ts";
import { goOnAir, stripOf } from "../support/live-show.ts";
import { pupilInStudio, teacherAtDesk } from "../support/seats.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const open = new AsyncDisposableStack();
let station: TestStation;
let teacher: Seat;
let awa: Seat;
/** When the show went on air by the server's clock, as it told the desk; epoch milliseconds. */
let onAirSince = Number.NaN;

/** A tablet whose clock is wrong, and that notes by the true one when each second of the show's clock is shown. */
const withWrongClock = (wrongByMs: number) => async (page: Page) => {
  await page.addInitScript((wrong) => {
    const truth = performance.timeOrigin;
    Object.defineProperty(performance, "timeOrigin", { get: () => truth + wrong });
    const shown: [string, number][] = [];
    Object.assign(globalThis, { shown });
    const note = () => {
      const clock = document.querySelector(".tally .timer, .state .timer")?.textContent;
      const second = /\d+:\d\d/.exec(clock ?? "")?.[0];
      if (second !== undefined && shown.at(-1)?.[0] !== second) shown.push([second, truth + performance.now()]);
    };
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
  }, wrongByMs);
};

/** By how much a page's clock of the show was off at each second, in ms. */
async function errorsOf(page: Page, since: number): Promise<number[]> {
  const shown = await page.evaluate(() => (globalThis as unknown as { shown: [string, number][] }).shown);
  const errors = shown.map(([clock, at]) => {
    const [minutes, seconds] = clock.split(":").map(Number) as [number, number];
    return at - (since + (minutes * 60 + seconds) * 1_000);
  });
  // What was on the clock when the page began to look says nothing of when it came there.
  return errors.slice(1);
}

/** Makes a page count how often it asks for the screen to stay on. */
const countWakeLocks = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(globalThis, { wakeLocks: 0 });
    const counted = globalThis as unknown as { wakeLocks: number };
    const request = () => {
      counted.wakeLocks += 1;
      return Promise.resolve({ release: () => Promise.resolve() });
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
const wakeLocksOf = (page: Page) => page.evaluate<number>("globalThis.wakeLocks");

/** Reads along what the server tells a page. */
const listenToServer = (page: Page) => {
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      const since = /"state":"onAir","since":"([^"]+)"/.exec(String(payload))?.[1];
      if (since !== undefined) onAirSince = Date.parse(since);
    });
  });
};

/** By how much the page is wider and higher than its window. */
const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
  });
const frameOf = (page: Page) => page.locator(".pupil").getAttribute("class");
const picture = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/pictures/${name}.png`, caret: "initial" });

beforeAll(async () => {
  station = open.use(await openTestStation());
  const voice = { pitch: 500, levelDbfs: -24 };
  const prepare = async (page: Page) => {
    listenToServer(page);
    await withWrongClock(37_000)(page);
  };
  teacher = open.use(await teacherAtDesk(station, { voice, prepare }));
  const pupil = { pitch: 880, levelDbfs: -22 };
  const prepareTablet = async (page: Page) => {
    await countWakeLocks(page);
    await withWrongClock(-12_000)(page);
  };
  awa = open.use(await pupilInStudio(station, 0, { voice: pupil, prepare: prepareTablet }));
});
afterAll(() => open.disposeAsync());

describe("a pupil and a teacher, from the coulisses to the antenna", () => {
  test("a raised hand is seen at the desk, and the frame changes with the curtain", async () => {
    const [desk, pupil] = [teacher.page, awa.page];
    await pupil.getByRole("heading", { name: "En coulisses" }).waitFor();
    await pupil.getByRole("button", { name: "Lever la main" }).click();
    await desk.getByText("lève la main").first().waitFor();
    await picture(pupil, "coulisses-eleve");
    await picture(desk, "coulisses-regie");
    await desk.getByRole("button", { name: "Faire entrer Awa" }).click();
    await pupil.getByRole("heading", { name: "Micro prêt" }).waitFor();
    expect(await frameOf(pupil)).toContain("ready");
    expect(await pupil.getByRole("button", { name: "Lever la main" }).isVisible(), "the hand is down").toBe(true);
  });

  test("two at one tablet say who speaks, in one tap each, and the page needs no scrolling", async () => {
    const [desk, pupil] = [teacher.page, awa.page];
    await pupil.getByRole("button", { name: "Quelqu’un d’autre au micro d’Awa" }).click();
    await pupil.getByRole("dialog", { name: "Qui est avec toi ?" }).getByRole("button", { name: "Jules" }).click();
    await desk.getByText("Awa et Jules").first().waitFor();
    const jules = pupil.getByRole("button", { name: "Jules", pressed: true });
    for (const [size, viewport] of Object.entries(sizes)) {
      await pupil.setViewportSize(viewport);
      await picture(pupil, `qui-parle-${size}`);
      expect(await overflowOf(pupil), size).toEqual([0, 0]);
      expect((await jules.boundingBox())!.height, size).toBeGreaterThanOrEqual(44);
    }
    await pupil.setViewportSize(sizes.tablet);
    await jules.click();
    await pupil.getByRole("button", { name: "Jules", pressed: false }).waitFor();
  });

  test("the lent desk opens for the pupil, with the rest staying with the teacher, and is gone when taken back", async () => {
    const [desk, pupil] = [teacher.page, awa.page];
    await desk.getByRole("button", { name: "Plus de choix pour Awa" }).click();
    await desk.getByText("Lui prêter les tranches").click();
    await picture(desk, "regie-preteuse");
    await pupil.getByRole("button", { name: "Ouvrir la régie" }).click();
    await pupil.getByRole("button", { name: /^À l’antenne.*reste à l’adulte/s }).waitFor();
    await stripOf(pupil, "Awa").open();
    await picture(pupil, "regie-pretee");
    await desk.getByText("Lui prêter les tranches").click();
    await pupil.getByRole("heading", { name: "Micro prêt" }).waitFor();
    await desk.getByRole("button", { name: "Plus de choix pour Awa" }).click();
  });

  test("on air every page's clock agrees with the server's to 100 ms, whatever the tablets' clocks say", async () => {
    const [desk, pupil] = [teacher.page, awa.page];
    await goOnAir(desk);
    await pupil.getByRole("heading", { name: "À l’antenne", exact: true, level: 1 }).waitFor();
    await pupil.getByText("0:04").first().waitFor();
    for (const page of [desk, pupil]) {
      // A busy machine may paint one second late; a wrong clock would be wrong at all of them.
      const errors = (await errorsOf(page, onAirSince)).sort((one, other) => one - other);
      expect(errors.length).toBeGreaterThan(2);
      expect(errors[0], errors.join(" ")).toBeGreaterThan(-100);
      expect(errors[Math.floor(errors.length / 2)], errors.join(" ")).toBeLessThan(100);
    }
  });

  test("a tablet on air keeps its screen on, and again after it slept", async () => {
    const tablet = awa.page;
    const before = await wakeLocksOf(tablet);
    expect(before).toBeGreaterThan(0);
    for (const state of ["hidden", "visible"]) {
      await tablet.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    }
    expect(await wakeLocksOf(tablet)).toBe(before + 1);
  });

  test("closing the desk's tab on air is asked about by the browser itself", async () => {
    const asked = teacher.page.waitForEvent("dialog");
    await teacher.page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await teacher.page.getByRole("button", { name: /^Terminer/ }).waitFor();
  });

  test("somebody on air without headphones is not spoken to, and those backstage are", async () => {
    const desk = teacher.page;
    await desk
      .getByRole("button", { name: /Awa.*choisir pour lui parler/ })
      .first()
      .click();
    await desk.getByText("Awa est à l’antenne sans casque, tout le monde vous entendrait.").waitFor();
    await desk.getByRole("radio", { name: "Coulisses" }).click();
    const talk = desk.getByRole("button", { name: /^Parler hors antenne/ });
    await talk.press("Enter");
    await desk.getByText("on vous écoute hors antenne").waitFor();
    await picture(desk, "hors-antenne-regie");
    await desk.keyboard.press("Escape");
    await desk.getByText("maintenir, ou Entrée").waitFor();
  });

  test("leaving the desk on air asks first, and staying changes nothing", async () => {
    const desk = teacher.page;
    await desk.getByRole("link", { name: "Quitter la régie" }).click();
    await desk.getByRole("button", { name: "Rester", exact: true }).click();
    expect(desk.url()).toContain("/regie/");
    await desk.getByRole("button", { name: /Tout fermer.*les micros/ }).click();
    await awa.page.getByRole("heading", { name: "Micro prêt" }).waitFor();
    expect([...teacher.errors, ...awa.errors].filter((error) => !error.includes("401"))).toEqual([]);
  });
});
