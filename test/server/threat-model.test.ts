import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { programRooms, sourceFiles } from "../../scripts/source-files.ts";

const root = path.resolve(import.meta.dirname, "../..");
const document = readFileSync(path.join(root, "docs/threat-model.md"), "utf8");

test("every file and every test that the threat model names is there", () => {
  const files = [...document.matchAll(/`([\w/.-]+(?:\.ts|\.json|\/))`/g)].map(([, file]) => file!);
  const isThere = (file: string) => [file, `test/${file}`].some((each) => existsSync(path.join(root, each)));
  expect(files.filter((file) => !isThere(file))).toEqual([]);
  const tests = sourceFiles(root, ["test"])
    .map((file) => readFileSync(path.join(root, file), "utf8"))
    .join("\n");
  const tried = document.slice(document.indexOf("## Tried and answered"));
  const named = [...tried.matchAll(/"([^"]{20,})"/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(15);
  // A sentence that stands for several begins or ends otherwise in each.
  const known = (name: string) =>
    name.split(/…|\ba byte of a sound\b|a bomb of 256 million pixels/).every((part) => tests.includes(part.trim()));
  expect(named.filter((name) => !known(name))).toEqual([]);
});

test("no code of the station but one part asks an address that somebody typed", () => {
  // Who sends mail or signs in with the school's own service asks what the machine's administrator set up: it is named here with its reason.
  const mayAsk: Readonly<Record<string, string>> = {
    "server/mail/make-postman.ts": "the mail server that the environment names",
    "server/archive/import/fetch-public.ts": "podcasts that a teacher imports, at public addresses only",
    "server/archive/hub/ping-hub.ts": "the hub that the environment names",
    "server/news/make-pusher.ts": "the push services that server/news/push-services.ts names",
    "server/access/oidc-provider.ts": "the issuers of the configuration file",
  };
  const asks =
    /\bfetch\(|\bhttps?\.(?:get|request)\(|from "node:(?:http2|tls|dns)"|\bnet\.connect\(|new WebSocket\(|from "(?:nodemailer|openid-client|undici|ws)"/;
  const rooms = programRooms.filter((room) => room !== "client");
  const found = sourceFiles(root, rooms).filter((file) => asks.test(readFileSync(path.join(root, file), "utf8")));
  expect(found.sort()).toEqual(Object.keys(mayAsk).sort());
});
