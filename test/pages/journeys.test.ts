import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeLink } from "../../client/class-code-link.ts";
import type { Family, FamilyLanguage, FamilyLink } from "../../schemas/families.ts";
import { openBrowser, openSeat, type sizes } from "../support/browser.ts";
import { openIdentityProvider } from "../support/identity-provider.ts";
import { scratch } from "../support/scratch.ts";
import { signInAsTeacher } from "../support/seats.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const picturesDirectory = fileURLToPath(new URL("../../test-results/journeys", import.meta.url));

const open = new AsyncDisposableStack();
let station: TestStation;
let ent: Awaited<ReturnType<typeof openIdentityProvider>>;
let browser: Browser;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function openStationWithEnt() {
  const port = await freePort();
  ent = open.use(await openIdentityProvider(`http://localhost:${port}/api/oidc/ent/callback`));
  const directory = open.use(scratch());
  const settings = { id: "ent", name: "ENT du Berry", issuer: ent.issuer, clientId: "antenne", linksByEmail: true };
  const [secret, providers] = [directory.file("ent.secret"), directory.file("oidc.json")];
  await writeFile(secret, "the station's secret");
  await writeFile(providers, JSON.stringify([{ ...settings, clientSecretFile: secret }]));
  return openTestStation({ PORT: String(port), OIDC_PROVIDERS: providers });
}

async function slipOf(child: 0 | 1, language: FamilyLanguage): Promise<string> {
  const teacher = await station.asTeacher();
  const classroom = `/api/classrooms/${station.school.classroom.id}`;
  const asked = await teacher.post(`${classroom}/families`, { language, pupilIds: [station.school.pupils[child].id] });
  const family = (await asked.json()) as Family;
  const links = (await (await teacher.get(`${classroom}/family-links`)).json()) as FamilyLink[];
  return links.find(({ familyId }) => familyId === family.id)!.url;
}

beforeAll(async () => {
  await mkdir(picturesDirectory, { recursive: true });
  station = open.use(await openStationWithEnt());
  const teacher = await station.asTeacher();
  await teacher.patch(`/api/channels/${station.school.channel.id}`, { visibility: "family" });
  browser = await openBrowser();
  open.defer(() => browser.close());
});

afterAll(() => open.disposeAsync());

/** A person with a device that was never here; resolves to the seconds from the first address to the last page. */
async function timed(size: keyof typeof sizes, name: string, journey: (page: Page) => Promise<void>): Promise<number> {
  await using seat = await openSeat({ size, shared: browser });
  const startedAt = performance.now();
  await journey(seat.page);
  const seconds = (performance.now() - startedAt) / 1_000;
  await seat.page.screenshot({ path: `${picturesDirectory}/${name}-${size}.png` });
  console.log(`${name}, ${size}: ${seconds.toFixed(1)} s`);
  expect(seat.errors.filter((error) => !error.includes("401"))).toEqual([]);
  return seconds;
}

/** What the server says of the session of a page: 200 of somebody's, 401 of nobody's. */
const whoIsIn = (page: Page) => page.evaluate(async () => (await fetch("/api/sessions/current")).status);

describe.each(["phone", "tablet"] as const)(
  "on a %s everybody is where they want to be within half a minute",
  (size) => {
    test("a pupil scans the code on the board and touches their bird", async () => {
      const { classroom, pupils } = station.school;
      const seconds = await timed(size, "eleve", async (page) => {
        await page.goto(codeLink(station.url, classroom.code));
        await page.getByRole("button", { name: pupils[0].firstName }).click();
        await page.waitForURL(/\/studio\//);
        await page.getByRole("button", { name: "C’est bon pour moi" }).waitFor();
      });
      expect(seconds).toBeLessThan(30);
    });

    test("the tablet is handed on: one tap leads back to the birds, and whoever had it is signed in there no longer", async () => {
      const { classroom, pupils } = station.school;
      await timed(size, "changer-d-eleve", async (page) => {
        await page.goto(codeLink(station.url, classroom.code));
        await page.getByRole("button", { name: pupils[0].firstName }).click();
        await page.getByRole("button", { name: "C’est bon pour moi" }).waitFor();
        await page.getByRole("link", { name: "Changer d’élève" }).click();
        await page.getByRole("heading", { name: "Qui es-tu ?" }).waitFor();
        await expect.poll(() => whoIsIn(page)).toBe(401);
        await page.getByRole("button", { name: pupils[1].firstName }).click();
        await page.getByRole("button", { name: "C’est bon pour moi" }).waitFor();
        expect(await whoIsIn(page)).toBe(200);
      });
    });

    test.each([
      { language: "fr", child: 0, title: "La radio avec Awa", listen: "Ouvrir la radio" },
      { language: "ar", child: 1, title: "إذاعة Jules", listen: "فتح الإذاعة" },
    ] as const)(
      "a family scans its slip ($language) and opens the radio",
      async ({ language, child, title, listen }) => {
        const slip = await slipOf(child, language);
        const seconds = await timed(size, `famille-${language}`, async (page) => {
          await page.goto(slip);
          await page.getByRole("heading", { name: title }).waitFor();
          await page.getByRole("link", { name: listen }).click();
          await page.getByRole("heading", { level: 1, name: "Radio Hirondelle" }).waitFor();
        });
        expect(seconds).toBeLessThan(30);
      },
    );

    test("a teacher comes in by their password", async () => {
      const seconds = await timed(size, "mot-de-passe", (page) => signInAsTeacher(page, station));
      expect(seconds).toBeLessThan(30);
    });

    test("a teacher comes in by their ENT with one tap", async () => {
      ent.welcome({ sub: "ent-4711", name: "Mme Lefort", email: station.staffEmail, email_verified: true });
      const seconds = await timed(size, "ent", async (page) => {
        await page.goto(station.url);
        await page.getByRole("button", { name: /ENT du Berry/ }).click();
        await page.waitForURL(/\/emissions/);
      });
      expect(seconds).toBeLessThan(30);
    });
  },
);
