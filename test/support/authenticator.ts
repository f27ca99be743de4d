import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** CBOR (RFC 8949) of what an authenticator writes: whole numbers, text, bytes and maps of them. */
function cbor(value: unknown): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (!(value instanceof Map)) throw new Error("an authenticator writes no such thing");
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])]);
}

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const present = 0x01;
const verified = 0x04;
const attested = 0x40;

/** A passkey of an origin, as a device with a PIN makes it (WebAuthn level 2, ES256, no attestation). `isVerified` false: nobody was asked who they are. */
export function makeAuthenticator(origin: string, { isVerified = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const flags = present | (isVerified ? verified : 0);
  let counter = 0;
  const dataOf = (more: number, rest: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((counter += 1));
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags | more]), count, rest]);
  };
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin }));
  const answer = (response: Record<string, Buffer>) => ({
    ...{
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
    },
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString("base64url")])),
  });
  return {
    create: ({ challenge }: { challenge: string }) => {
      const cose: [number, unknown][] = [
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, "base64url")],
        [-3, Buffer.from(y!, "base64url")],
      ];
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(new Map(cose))]);
      const authData = dataOf(attested, credential);
      const parts: [string, unknown][] = [
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ];
      const clientDataJSON = clientData("webauthn.create", challenge);
      return answer({ clientDataJSON, attestationObject: cbor(new Map(parts)) });
    },
    get: ({ challenge }: { challenge: string }) => {
      const authenticatorData = dataOf(0);
      const clientDataJSON = clientData("webauthn.get", challenge);
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey);
      return answer({ clientDataJSON, authenticatorData, signature });
    },
  };
}
