import { text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeFetchPublic } from "../../../../server/archive/import/fetch-public.ts";
import { isPublicAddress } from "../../../../server/archive/import/public-address.ts";
import { openOldHost } from "../../../support/old-host.ts";

const limits = { maxBytes: 1_000, timeoutMs: 5_000 };
const guarded = makeFetchPublic({ mayBePrivate: false });
const open = makeFetchPublic({ mayBePrivate: true });
const read = async (fetch: typeof open, url: string) => text((await fetch(url, limits)).body);
const refused = { code: "podcast_import.address_refused" };

test("an address of this machine, of the school's network or of nobody is not the Internet's", () => {
  const inside = [
    ...[
      "127.0.0.1",
      "127.8.8.8",
      "0.0.0.0",
      "10.0.0.1",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "169.254.169.254",
    ],
    ...["100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1"],
    ...["::ffff:8.8.8.8", "::ffff:7f00:1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "2002:7f00:1::1"],
    ...["64:ff9b::7f00:1", "2001::1", "not an address", ""],
  ];
  expect(inside.filter(isPublicAddress)).toEqual([]);
  const outside = [
    "8.8.8.8",
    "172.15.0.1",
    "172.32.0.1",
    "193.51.208.13",
    "2a00:1450:4007:80e::200e",
    "2606:4700::1111",
  ];
  expect(outside.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test("no spelling of this machine's address gets through", async () => {
  await using host = await openOldHost();
  host.things.set("/", "secret");
  const spellings = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "0",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::]",
  ];
  for (const name of spellings) await expect(read(guarded, `http://${name}:${host.port}/`), name).rejects.toThrow();
  expect(host.asked.size).toBe(0);
  await fc.assert(
    fc.asyncProperty(fc.nat(0xff_ffff), async (rest) => {
      await expect(guarded(`http://${0x7f_00_00_00 + rest}:${host.port}/`, limits)).rejects.toMatchObject(refused);
    }),
    { numRuns: 50 },
  );
});

test("only the web is asked, and without a password", async () => {
  for (const url of [
    "file:///etc/passwd",
    "ftp://exemple.fr/x",
    "gopher://exemple.fr",
    "data:text/plain,x",
    "http://user:pass@exemple.fr/",
    "exemple.fr",
    "",
  ])
    await expect(read(guarded, url), url).rejects.toMatchObject(refused);
});

test("a name that leads into the school's network is refused when the connection is made", async () => {
  await expect(read(guarded, "http://localhost/")).rejects.toMatchObject(refused);
});

test("a redirect is looked at like an address that somebody typed", async () => {
  await using host = await openOldHost();
  host.things.set("/file", { movedTo: "file:///etc/passwd" });
  host.things.set("/there", { movedTo: "/here" });
  host.things.set("/here", "the feed");
  await expect(read(open, `${host.url}/file`)).rejects.toMatchObject(refused);
  expect(await read(open, `${host.url}/there`)).toBe("the feed");
});

test("what is longer than allowed is cut off, whatever it says of its length", async () => {
  await using host = await openOldHost();
  host.things.set("/long", Buffer.alloc(1_001));
  host.things.set("/lying", (_request, response) => {
    response.writeHead(200);
    for (let sent = 0; sent < 20; sent += 1) response.write(Buffer.alloc(500));
    response.end();
  });
  host.things.set("/broken", (_request, response) => {
    response.writeHead(200, { "content-length": "900" });
    response.write("half", () => response.destroy());
  });
  const tooLarge = { code: "podcast_import.too_large" };
  await expect(read(open, `${host.url}/long`)).rejects.toMatchObject(tooLarge);
  await expect(read(open, `${host.url}/lying`)).rejects.toMatchObject(tooLarge);
  await expect(read(open, `${host.url}/broken`)).rejects.toMatchObject({ code: "podcast_import.unreachable" });
});

test("a host that says nothing is not waited for", async () => {
  await using host = await openOldHost();
  host.things.set("/mute", () => undefined);
  const asked = open(`${host.url}/mute`, { maxBytes: 1_000, timeoutMs: 200 });
  await expect(asked).rejects.toMatchObject({ code: "podcast_import.unreachable" });
});
