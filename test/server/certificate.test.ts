import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { openHttpServer } from "../../server/open-http-server.ts";
import { readCertificate } from "../../server/tls/read-certificate.ts";

function openData() {
  const path = mkdtempSync(join(tmpdir(), "antenne-tls-"));
  const read = (address: string) =>
    readCertificate(readConfig({ ANNOUNCED_ADDRESS: address, DATA_DIR: path }, ["--lan"]));
  return {
    path,
    read,
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true });
    },
  };
}

test("the station's own certificate names the address that tablets type, and is kept for the next start", async () => {
  using data = openData();
  const made = await data.read("192.0.2.7");
  const certificate = new X509Certificate(made!.cert);
  expect(certificate.checkIP("192.0.2.7")).toBe("192.0.2.7");
  expect(certificate.checkHost("localhost")).toBe("localhost");
  // Apple's limit is 825 days.
  expect(Date.parse(certificate.validTo) - Date.now()).toBeLessThan(825 * 86_400_000);
  expect(statSync(join(data.path, "tls/self-signed.key")).mode & 0o077).toBe(0);
  expect(await data.read("192.0.2.7")).toEqual(made);
});

test("another address needs another certificate", async () => {
  using data = openData();
  const made = await data.read("192.0.2.7");
  const other = await data.read("192.0.2.8");
  expect(other).not.toEqual(made);
  expect(new X509Certificate(other!.cert).checkIP("192.0.2.8")).toBe("192.0.2.8");
});

test("a certificate given by configuration is the one that browsers see", async () => {
  using data = openData();
  const { cert, key } = (await data.read("192.0.2.9"))!;
  const [TLS_CERT, TLS_KEY] = [join(data.path, "given.crt"), join(data.path, "given.key")];
  writeFileSync(TLS_CERT, cert);
  writeFileSync(TLS_KEY, key);
  const certificate = await readCertificate(readConfig({ TLS_CERT, TLS_KEY }, []));
  await using http = await openHttpServer({ host: "127.0.0.1", port: 0, certificate });
  http.answerWith(() => new Response("heard"));
  const asked = request({ host: "127.0.0.1", port: http.port, ca: cert }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  answer.resume();
});
