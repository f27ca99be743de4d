import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Seat } from "../support/browser.ts";
import { addToneCart, onAirFor } from "../support/live-show.ts";
import { ofName } from "../support/of-name.ts";
import { rundownItem } from "../support/rundown.ts";
import { teacherAtDesk } from "../support/seats.ts";
import { seatPupils, type SeatedPupil } from "../support/seated-pupils.ts";
import { openStudioPage } from "../support/studio-page.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const names = ["Awa", "Jules", "Lina", "Noé", "Inès", "Tiago"];

const open = new AsyncDisposableStack();
let station: TestStation;
let teacher: Seat;
let desk: Page;
let ears: CDPSession;
let pupils: SeatedPupil[];

beforeAll(async () => {
  station = open.use(await openTestStation());
  for (const title of ["Jingle", "Virgule", "Applaudissements"])
    await addToneCart(station, title, { pitch: 900, levelDbfs: -30, seconds: 3 });
  const items = ["Générique", "Les titres", "La météo"].map((title) => rundownItem(title));
  await station.store.rundowns.save(station.school.show.id, { revision: 0, items });
  teacher = open.use(await teacherAtDesk(station, { size: "tablet", voice: { pitch: 500, levelDbfs: -24 } }));
  desk = teacher.page;
  ears = await desk.context().newCDPSession(desk);
  await ears.send("Accessibility.enable");
  await desk.getByText("Bon niveau").first().waitFor();
  pupils = await seatPupils(station, names.slice(3), open);
});
afterAll(() => open.disposeAsync());

type Heard = { role: string; name: string; value: string };

/** What a screen reader is told of the thing that has the focus, by the browser's own tree. */
async function focused(): Promise<Heard> {
  const { result } = await ears.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await ears.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId!,
    fetchRelatives: false,
  });
  const [node] = nodes;
  const word = (of: { value?: unknown } | undefined) => (typeof of?.value === "string" ? of.value : "");
  const value = await desk.evaluate(() => document.activeElement?.ariaValueText ?? "");
  return { role: word(node?.role), name: word(node?.name).replaceAll("\u00a0", " "), value };
}
const nameOfFocused = async () => (await focused()).name;
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.keyboard.press(key);
};
const heading = (name: string) => desk.getByRole("heading", { name });
const fader = (name: string) => desk.getByRole("slider", { name: `Volume ${ofName(name)}` });

/** Tab until the focus is on something of that name; how many presses that took. */
async function tabTo(name: string | RegExp, most = 40): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await press("Tab");
    if (new RegExp(name).test(await nameOfFocused())) return presses;
  }
  throw new Error(`Tab does not come to ${String(name)}`);
}

/** Whether the focused thing has a ring that is drawn. */
const isRingSeen = () =>
  desk.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return document.activeElement !== document.body && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });

describe("a teacher who has a keyboard, and ears instead of eyes", () => {
  test("lets six pupils in, and never loses the place when what was pressed is gone", async () => {
    await desk.getByRole("tab", { name: "Coulisses" }).click();
    await desk.getByRole("button", { name: "Faire entrer Awa" }).focus();
    for (const name of names) {
      await desk.getByRole("button", { name: `Faire entrer ${name}` }).focus();
      await press("Enter");
      await fader(name).waitFor();
      await expect.poll(nameOfFocused).not.toBe("");
      expect(await desk.evaluate(() => document.activeElement === document.body), name).toBe(false);
    }
  });

  test("six strips stand on a tablet without scrolling, each with its fader, its meter and its microphone", async () => {
    const inside = await desk.evaluate(() => {
      const { innerWidth, innerHeight } = window;
      const row = document.querySelector(".sliding")!;
      const strips = [...document.querySelectorAll(".strip")].map((strip) => strip.getBoundingClientRect());
      const isWhole = strips.every(
        ({ left, right, bottom }) => left >= 0 && right <= innerWidth && bottom <= innerHeight,
      );
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { count: strips.length, isWhole, slides: row.scrollWidth - row.clientWidth, scrollWidth, scrollHeight };
    });
    expect(inside).toEqual({ count: 9, isWhole: true, slides: 0, scrollWidth: 1024, scrollHeight: 768 });
    const small = await desk.evaluate(() =>
      [...document.querySelectorAll(".strip button, .pad, .fader")]
        .map((key) => key.getBoundingClientRect())
        .filter(({ width, height }) => width < 43.5 || height < 43.5),
    );
    expect(small, "what a finger presses is 44 px").toEqual([]);
  });

  test("the strips are one place of the Tab key, and arrows go from strip to strip and through one", async () => {
    await fader("Awa").focus();
    expect(await focused()).toEqual({ role: "slider", name: "Volume d’Awa", value: "0 décibels" });
    await press("ArrowDown", "ArrowDown", "ArrowDown", "PageDown", "ArrowUp");
    await expect.poll(async () => (await focused()).value).toBe("moins 8 décibels");
    await press("Home");
    expect((await focused()).value).toMatch(/coupé|fermé|aucun/i);
    await press("0");
    expect(await isRingSeen()).toBe(true);
    await press("ArrowRight", "ArrowRight");
    expect(await nameOfFocused()).toBe("Volume de Lina");
    await press("Tab", "Tab");
    expect(await nameOfFocused()).toBe("Micro de Lina : fermé");
    await press("Enter");
    await expect.poll(nameOfFocused).toBe("Micro de Lina : ouvert");
    await press("ArrowLeft", "ArrowUp");
    expect(await nameOfFocused()).toMatch(/^Écouter Jules/);
    await press("ArrowDown", "ArrowRight", "Space");
    await expect.poll(nameOfFocused).toBe("Micro de Lina : fermé");
    // The next stop is not the fourth strip.
    await press("Tab");
    expect(await nameOfFocused()).toMatch(/^Jingle/);
    await press("Shift+Tab");
    expect(await nameOfFocused()).toBe("Micro de Lina : fermé");
  });

  test("a strip that another pupil's coming or going moves keeps the focus", async () => {
    await fader("Jules").focus();
    const [awa, , lina] = pupils;
    lina!.page.socket.close();
    const { cookie } = await station.asAdmin();
    const bench = open.use(await openStudioPage(station.url, { cookie: cookie!, origin: station.url }));
    await bench.join(station.school.show.id);
    await bench.must("sendBackstage", { stripId: awa!.stripId });
    await fader("Awa").waitFor({ state: "detached" });
    expect(await nameOfFocused()).toBe("Volume de Jules");
    await bench.must("sendBackstage", { stripId: pupils[1]!.stripId });
    await fader("Jules").waitFor({ state: "detached" });
    await expect.poll(nameOfFocused).toMatch(/Volume|choisir|Écouter/);
  });
});

describe("the rest of the desk by keyboard", () => {
  test("pads and parts of the rundown are one place each, moved through by arrows", async () => {
    await tabTo(/^Jingle/);
    await press("ArrowRight");
    expect(await nameOfFocused()).toMatch(/^Virgule/);
    await press("End");
    expect(await nameOfFocused()).toMatch(/^Applaudissements/);
    await press("Shift+F10");
    await desk.getByRole("dialog", { name: /^Modifier/ }).waitFor();
    await press("Escape");
    await expect.poll(nameOfFocused).toMatch(/^Applaudissements/);
    await desk.getByRole("tab", { name: "Coulisses" }).focus();
    await press("ArrowLeft");
    expect(await focused()).toMatchObject({ role: "tab", name: "Conducteur" });
    await tabTo(/^Générique/);
    await press("ArrowDown");
    expect(await nameOfFocused()).toMatch(/^Les titres/);
    await press("Enter", "Tab", "Enter");
    await heading("Les titres").waitFor();
    await expect.poll(nameOfFocused).not.toBe("");
    expect(await desk.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  test("goes on air, removes a word and ends, by keys alone, told in few words", async () => {
    await desk.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      const isSaid = (node: Node) => {
        const at = node instanceof Element ? node : node.parentElement;
        return at?.closest("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]")?.textContent;
      };
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const words = isSaid(target);
          if (words && said.at(-1) !== words) said.push(words);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await desk.getByRole("button", { name: /^À l’antenne/ }).focus();
    await press("Enter");
    expect(await nameOfFocused()).toBe("Rester en répétition");
    await press("Shift+Tab", "Enter");
    await desk.getByRole("button", { name: "Annuler" }).waitFor();
    expect(await nameOfFocused()).toBe("Annuler");
    await desk.getByRole("button", { name: /^Terminer/ }).waitFor();
    await expect.poll(nameOfFocused).toMatch(/^Terminer/);
    await onAirFor(desk, 4);
    await expect.poll(() => desk.getByRole("button", { name: /^Couper/ }).getAttribute("aria-disabled")).toBeNull();
    await press("Alt+c");
    await desk.getByText(/secondes? retirées? à/).waitFor();
    const said = await desk.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(said.length, said.join(" | ")).toBeLessThanOrEqual(12);
    await press("Enter");
    expect(await nameOfFocused()).toBe("Rester à l’antenne");
    await press("Shift+Tab", "Enter");
    await desk.getByText("L’émission est finie").first().waitFor();
    await expect.poll(() => desk.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  test("where motion is reduced nothing beats or slides", async () => {
    await desk.emulateMedia({ reducedMotion: "reduce" });
    const moving = await desk.evaluate(
      () =>
        document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 100)
          .length,
    );
    expect(moving).toBe(0);
  });
});
