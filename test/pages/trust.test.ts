import { TOTP, Secret } from "otpauth";
import sharp from "sharp";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { codeLink } from "../../client/class-code-link.ts";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import { dayInParis } from "../../schemas/consent.ts";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { staffPassword } from "../support/school.ts";
import { scratch } from "../support/scratch.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("trust");

/** A camera that looks at a board with a QR code, some way off and a little dim. */
async function cameraBefore(folder: ReturnType<typeof scratch>, link: string): Promise<string> {
  const { data, size } = encode(link, { border: 4 });
  const pixels = Buffer.from(data.flat().map((isDark) => (isDark ? 60 : 215)));
  const code = await sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(260, 260, { kernel: "nearest" })
    .png()
    .toBuffer();
  const room = sharp({ create: { width: 640, height: 480, channels: 3, background: "#8a8f88" } });
  await room
    .composite([{ input: code, left: 210, top: 90 }])
    .png()
    .toFile(folder.file("board.png"));
  const path = folder.file("board.y4m");
  const still = ["-loop", "1", "-framerate", "10", "-i", folder.file("board.png"), "-t", "1"];
  await runFfmpeg([...still, "-pix_fmt", "yuv420p", "-f", "yuv4mpegpipe", path]);
  return path;
}

test("a tablet whose browser reads no QR code itself scans the class's code all the same", async () => {
  using folder = scratch();
  await using station = await openTestStation();
  const { code } = station.school.classroom;
  await using child = await openSeat({ camera: await cameraBefore(folder, codeLink(station.url, code)) });
  const { page } = child;
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "BarcodeDetector"));
  await page.goto(station.url);
  await page.getByRole("button", { name: "Scanner le QR code" }).waitFor();
  const before = fetched.length;
  expect(
    fetched.filter((path) => path.includes("decode")),
    "is not fetched before",
  ).toEqual([]);
  await page.getByRole("button", { name: "Scanner le QR code" }).click();
  await page.getByRole("heading", { name: "Qui es-tu ?" }).waitFor();
  expect(fetched.slice(before).filter((path) => path.includes("decode"))).toHaveLength(1);
});

test("what an admin is told: a letter that was lost, voices by class, and one's own account with its second step", async () => {
  await using station = await openTestStation();
  const { school, store } = station;
  await store.lostLetters.note(school.school.id, { about: "invitation", email: "petit@ecole.test", reason: "refused" });
  const [awa, jules] = school.pupils;
  const paper = { givenBy: "Sa mère", givenOn: dayInParis(Date.now() - 86_400_000) };
  const soon = dayInParis(Date.now() + 9 * 86_400_000);
  await store.consents.add(awa.id, { scope: "family", ...paper, endsOn: soon }, null);
  await store.consents.add(jules.id, { scope: "none", ...paper }, null);
  const key = { id: "key", publicKey: Buffer.alloc(32), counter: 0, transports: [] };
  await store.passkeys.add(
    school.admin.id,
    "Le téléphone de la direction, celui de la salle des maîtres",
    key,
    Date.now(),
  );
  const admin = await station.asAdmin();
  await using seat = await openSeat({});
  const { page } = seat;
  await page.goto(`${station.url}/?retour=/ecole/equipe`);
  const signIn = async () => {
    await page.getByLabel("Adresse e-mail").fill(school.admin.email);
    await page.getByLabel("Mot de passe").fill(staffPassword);
    await page.getByRole("button", { name: "Se connecter" }).click();
  };
  await signIn();
  await page.getByText("petit@ecole.test").first().waitFor();
  await look(page, "equipe-lettre-perdue");
  await page.goto(`${station.url}/ecole/autorisations`);
  await page.getByRole("cell", { name: "CM2" }).waitFor();
  await look(page, "autorisations");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter en CSV" }).click();
  expect((await saving).suggestedFilename()).toMatch(/^autorisations-.*\.csv$/);

  const begun = await admin.post("/api/account/second-step", { password: staffPassword });
  const { secret } = (await begun.json()) as { secret: string };
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await admin.put("/api/account/second-step", { code: totp.generate() });
  await page.goto(`${station.url}/compte`);
  await page.getByText("Le téléphone de la direction").waitFor();
  await look(page, "compte");
  await page.getByRole("button", { name: /^Se déconnecter/ }).click();
  await page.waitForURL(`${station.url}/`);
  await page.goto(`${station.url}/?retour=/compte`);
  await signIn();
  await page.getByRole("textbox", { name: "Code", exact: true }).waitFor();
  await look(page, "porte-code");
  await page.getByRole("textbox", { name: "Code", exact: true }).fill("000000");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("alert").waitFor();
  await look(page, "porte-code-faux");
});
