import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { openSeat } from "./browser.ts";
import { noteWhatIsForbidden } from "./page-faults.ts";
import { staffPassword } from "./school.ts";
import type { TestStation } from "./station.ts";
import type { writeEverywhere } from "./write-everywhere.ts";

/** Who looks at pages. */
export type Person = "anybody" | "admin" | "region" | "pupil" | "family";

type Hostile = { station: TestStation; wrote: Awaited<ReturnType<typeof writeEverywhere>>; browser: Browser };

/** What a person of a page's own code would sign in with. */
const doorsOf = ({ station, wrote }: Hostile, person: Person): [string, object] | undefined => {
  const { classroom, pupils, admin } = station.school;
  const password = staffPassword;
  return {
    anybody: undefined,
    admin: ["/api/sessions", { email: admin.email, password }],
    region: ["/api/sessions", { email: wrote.regionEmail, password }],
    pupil: ["/api/pupil-sessions", { code: classroom.code, pupilId: pupils[0].id }],
    family: ["/api/family-sessions", wrote.family],
  }[person] as [string, object] | undefined;
};

/** A browser of one person at a hostile station, signed in, that notes what texts try. */
export async function openHostileSeat(hostile: Hostile, person: Person) {
  const { station, browser } = hostile;
  const seat = await openSeat({ shared: browser, size: "desktop" });
  const faults: string[] = [];
  await noteWhatIsForbidden(seat.page);
  await seat.page.addInitScript((chosen) => {
    localStorage.setItem("antenne.classroom", chosen);
    const ask = window.fetch;
    // How many answers a page waits for, and for how many pictures of it in a row it has waited for none.
    const waits = { asking: 0, calm: 0 };
    const fetch = async (...what: Parameters<typeof ask>) => {
      waits.asking += 1;
      try {
        return await ask(...what);
      } finally {
        waits.asking -= 1;
      }
    };
    Object.assign(window, { fetch, waits, x: () => (document.documentElement.dataset.ran = "yes"), name: "" });
  }, station.school.classroom.id);
  seat.page.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  seat.page.on("request", (request) => {
    const { pathname, origin } = new URL(request.url());
    if (pathname.endsWith("/x") || (origin !== station.url && origin !== "null")) faults.push(`asked ${request.url()}`);
  });
  await seat.page.goto(`${station.url}/rien`);
  const door = doorsOf(hostile, person);
  if (door !== undefined) {
    const status = await seat.page.evaluate(async ([path, body]) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(path, { method: "POST", headers, body: JSON.stringify(body) })).status;
    }, door);
    expect(status, person).toBe(201);
  }
  return { ...seat, faults };
}

/** What is wrong with a page that shows hostile text: code that ran or was stopped, markup that came out of text. */
export const wrongOn = (page: Page) =>
  page.evaluate(() => {
    const { ran, forbidden } = document.documentElement.dataset;
    const all = [...document.querySelectorAll("*")];
    const isCode = ({ name, value }: Attr) =>
      name.startsWith("on") || name === "srcdoc" || /^\s*javascript:/i.test(value);
    const live = all.filter(({ attributes }) =>
      [...attributes].some((each) => isCode(each) && each.name !== "content"),
    );
    const scripts = all.filter((each) => each.matches("script:not([src]):not([type='application/json'])"));
    return [
      ...(ran === undefined ? [] : ["a script of a text ran"]),
      ...(forbidden === undefined ? [] : [`the page tried what is forbidden: ${forbidden}`]),
      ...[...live, ...scripts].map(({ outerHTML }) => `markup out of text: ${outerHTML.slice(0, 200)}`),
      ...(/[\u202d\u202e]/.test(document.documentElement.textContent) ? ["a text turns the page around"] : []),
    ];
  });

/** Once a page has asked for all that it shows, and all of it is drawn. */
export async function untilWhole(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => Object.assign((window as { waits?: object }).waits ?? {}, { calm: 0 }));
  await page.waitForFunction(() => {
    const body = document.querySelector("body");
    const { waits } = window as unknown as { waits?: { asking: number; calm: number } };
    if (body === null || waits === undefined) return true;
    const isCalm = waits.asking === 0 && body.textContent !== "" && document.querySelector("[aria-busy=true]") === null;
    waits.calm = isCalm ? waits.calm + 1 : 0;
    return waits.calm > 3;
  });
}

/** All texts of a page: of its elements, its attributes, its fields. */
export const textsOn = (page: Page) =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll("*:not(script)")];
    const own = ({ childNodes }: Element) =>
      [...childNodes].map((node) => (node instanceof Text ? node.data : "")).join("");
    const values = elements.flatMap((each) => ("value" in each && typeof each.value === "string" ? [each.value] : []));
    return [
      ...elements.map(own),
      ...elements.flatMap(({ attributes }) => [...attributes].map(({ value }) => value)),
      ...values,
    ];
  });
