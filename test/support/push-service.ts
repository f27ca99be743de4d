import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a browser was sent, as it reads it, and how. */
export type Pushed = { text: string; path: string; headers: Record<string, string | string[] | undefined> };

const derived = (secret: Buffer, salt: Buffer, info: Buffer | string, length: number) =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/** Reads a body as RFC 8188 (aes128gcm) and RFC 8291 have it, with the browser's own keys. */
function decrypt(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, idLength] = [body.subarray(0, 16), body.readUInt8(20)];
  const [senderKey, sealed] = [body.subarray(21, 21 + idLength), body.subarray(21 + idLength)];
  const shared = browser.computeSecret(senderKey);
  const keyInfo = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), senderKey]);
  const secret = derived(shared, auth, keyInfo, 32);
  const key = derived(secret, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derived(secret, salt, "Content-Encoding: nonce\0", 12);
  const opener = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}

/** A push service on this machine, and browsers that are subscribed there. `answerWith` changes what it answers. */
export async function openPushService() {
  const received: { path: string; body: Buffer; headers: Pushed["headers"] }[] = [];
  let status = 201;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", body: Buffer.concat(chunks), headers: request.headers });
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    received,
    answerWith: (wanted: number) => (status = wanted),
    /** One more browser; `pushed` is what it has got so far. */
    subscribe: () => {
      const keys = createECDH("prime256v1");
      keys.generateKeys();
      const [auth, path] = [randomBytes(16), `/push/${randomBytes(12).toString("base64url")}`];
      return {
        subscription: {
          endpoint: `${origin}${path}`,
          keys: { p256dh: keys.getPublicKey().toString("base64url"), auth: auth.toString("base64url") },
        },
        pushed: (): Pushed[] =>
          received
            .filter((each) => each.path === path)
            .map(({ body, headers }) => ({ path, headers, text: decrypt(body, keys, auth) })),
      };
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
