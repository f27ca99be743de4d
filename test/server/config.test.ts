import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";

test("without a word a station serves this machine only, over HTTP", () => {
  expect(readConfig({}, [])).toMatchObject({
    port: 8_000,
    host: "127.0.0.1",
    tls: "none",
    media: { listenIp: "127.0.0.1", announcedAddress: "127.0.0.1", port: 20_000 },
  });
});

test("--lan opens the school's network, over HTTPS, and announces an address that tablets reach", () => {
  const config = readConfig({ ANNOUNCED_ADDRESS: "192.0.2.7" }, ["--lan", "--port", "8443", "--data", "/srv/antenne"]);
  expect(config).toMatchObject({
    port: 8_443,
    host: "0.0.0.0",
    shownHost: "192.0.2.7",
    dataDirectory: "/srv/antenne",
    tls: "selfSigned",
    media: { listenIp: "0.0.0.0", announcedAddress: "192.0.2.7" },
  });
});

test("behind a proxy with a real certificate the station itself needs none", () => {
  const config = readConfig({ PUBLIC_URL: "https://radio.ecole.test/" }, ["--lan"]);
  expect(config).toMatchObject({ publicUrl: "https://radio.ecole.test", tls: "none" });
});

test("flags win over the environment, and what is empty counts as not set", () => {
  expect(readConfig({ PORT: "1", DATA_DIR: "" }, ["--port=2"])).toMatchObject({ port: 2 });
  expect(readConfig({ DATA_DIR: "" }, []).dataDirectory).toMatch(/data$/);
});

test.each([
  [{ PORT: "abc" }, [], "PORT"],
  [{ PORT: "70000" }, [], "PORT"],
  [{ MEDIA_PORT: "-1" }, [], "MEDIA_PORT"],
  [{ PUBLIC_URL: "radio" }, [], "PUBLIC_URL"],
  [{ TRUST_PROXY: "perhaps" }, [], "TRUST_PROXY"],
  [{ TLS_CERT: "/a.crt" }, [], "TLS_KEY"],
  [{}, ["--port", "abc"], "PORT"],
  [{}, ["--lna"], "--lna"],
])("%j with %j is refused, naming what is wrong", (environment: Record<string, string>, argv, word) => {
  expect(() => readConfig(environment, argv)).toThrow(word);
});

test("a mail server is told by the environment, its password by a file", async () => {
  const directory = await mkdtemp(join(tmpdir(), "antenne-mail-"));
  const path = join(directory, "password");
  await writeFile(path, "secret\n");
  const server = { SMTP_HOST: "smtp.ecole.test", MAIL_FROM: "Antenne <radio@ecole.test>" };
  const environment = { ...server, SMTP_USER: "radio", PUBLIC_URL: "https://radio.ecole.test" };
  expect(readConfig({ ...environment, SMTP_PASSWORD_FILE: path }, []).mail).toEqual({
    ...{ host: "smtp.ecole.test", port: 587, tls: "starttls", from: "Antenne <radio@ecole.test>" },
    signIn: { user: "radio", password: "secret" },
  });
  await rm(directory, { recursive: true });
  expect(() => readConfig(environment, [])).toThrow("SMTP_USER");
  expect(() => readConfig({ SMTP_HOST: "smtp.ecole.test" }, [])).toThrow("MAIL_FROM");
  expect(() => readConfig(server, [])).toThrow("PUBLIC_URL");
  expect(readConfig(server, ["--lan"]).mail).toMatchObject({ host: "smtp.ecole.test" });
  expect(readConfig({}, []).mail).toBeUndefined();
});
