import { expect, test, vi } from "vitest";
import { makePostman, type Postman } from "../../../server/mail/make-postman.ts";
import { openPost } from "../../../server/mail/open-post.ts";
import { openDatabase } from "../../../server/store/open-database.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";
import { openMailServer } from "../../support/mail-server.ts";

const errand = { about: "password", email: "lefort@ecole.test" } as const;
const letter = { to: errand.email, subject: "Un lien", text: "le lien", html: "<p>le lien</p>" };

/** A post over a database of its own, whose time stands still. */
async function openTestPost(postman: Postman) {
  await using opening = new AsyncDisposableStack();
  const database = opening.adopt(await openDatabase(":memory:"), (open) => open.destroy());
  const time = fakeJobClock();
  const failures: unknown[] = [];
  const parts = { database, postman, write: () => Promise.resolve(letter), clock: time.clock };
  const onFailure = (_id: string, error: unknown) => void failures.push(error);
  const start = () => openPost({ ...parts, onFailure, onBug: (error) => void failures.push(error) });
  const open = opening.move();
  const waiting = () => database.selectFrom("job").select(["state", "attempts", "payload"]).execute();
  return { start, time, failures, waiting, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

test("a letter waits for a mail server that is down, over a restart of the station, and leaves once", async () => {
  await using mail = await openMailServer();
  const real = makePostman(mail.settings);
  // Port 1 is nobody's.
  const nobody = makePostman({ ...mail.settings, port: 1 });
  let isDown = true;
  await using house = await openTestPost((...given) => (isDown ? nobody : real)(...given));
  {
    await using post = await house.start();
    await post.send(errand);
    await vi.waitFor(async () => expect(await house.waiting()).toMatchObject([{ state: "waiting", attempts: 1 }]));
    await vi.waitFor(() => expect(house.time.alarms).toBe(1));
    house.time.move(5_000);
    await vi.waitFor(async () => expect(await house.waiting()).toMatchObject([{ state: "waiting", attempts: 2 }]));
  }
  isDown = false;
  await using again = await house.start();
  expect(again.isOpen).toBe(true);
  await vi.waitFor(() => expect(house.time.alarms).toBe(1));
  house.time.move(30_000);
  await vi.waitFor(() => expect(mail.letters).toHaveLength(1));
  await vi.waitFor(async () => expect(await house.waiting()).toEqual([]));
  expect(house.failures).toHaveLength(2);
});

test("a mail server that is down for a night has every letter tried for a day, then it is let go and forgotten", async () => {
  const refuse = vi.fn(() => Promise.reject(new Error("down")));
  await using house = await openTestPost(refuse);
  await using post = await house.start();
  await post.send(errand);
  for (const [index, seconds] of [5, 30, 120, 600, 3_600, 10_800, 28_800, 43_200].entries()) {
    await vi.waitFor(async () =>
      expect(await house.waiting()).toMatchObject([{ state: "waiting", attempts: index + 1 }]),
    );
    await vi.waitFor(() => expect(house.time.alarms).toBe(1));
    house.time.move(seconds * 1_000);
  }
  await vi.waitFor(async () => expect(await house.waiting()).toEqual([]));
  expect(refuse).toHaveBeenCalledTimes(9);
});

test("an address that the mail server does not know is not tried again", async () => {
  await using mail = await openMailServer({ unknown: [errand.email] });
  await using house = await openTestPost(makePostman(mail.settings));
  await using post = await house.start();
  await post.send(errand);
  await vi.waitFor(() => expect(house.failures).toMatchObject([{ code: "mail.refused" }]));
  await vi.waitFor(async () => expect(await house.waiting()).toEqual([]));
});

test("a mail server that wants a password gets the station's", async () => {
  await using mail = await openMailServer({ password: "le mot de la poste" });
  const signal = new AbortController().signal;
  await makePostman(mail.settings)(letter, signal);
  expect(mail.letters).toMatchObject([{ to: errand.email, text: expect.stringContaining("le lien") as string }]);
  const wrong = makePostman({ ...mail.settings, signIn: { user: "station", password: "faux" } });
  await expect(wrong(letter, signal)).rejects.toThrow();
  // Encryption that the server does not offer is not done without.
  await expect(makePostman({ ...mail.settings, tls: "starttls" })(letter, signal)).rejects.toThrow();
  expect(mail.letters).toHaveLength(1);
});

test("a station that stops does not wait for a mail server that says nothing", async () => {
  await using mail = await openMailServer();
  const never: Postman = (_letter, signal) =>
    new Promise((_sent, stopped) => {
      signal.addEventListener("abort", () => stopped(signal.reason as Error));
    });
  await using house = await openTestPost(never);
  {
    await using post = await house.start();
    await post.send(errand);
    await vi.waitFor(async () => expect(await house.waiting()).toMatchObject([{ state: "running" }]));
  }
  expect(await house.waiting()).toMatchObject([{ state: "waiting", attempts: 0 }]);
  expect(mail.letters).toEqual([]);
});
