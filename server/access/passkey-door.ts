import { isIP } from "node:net";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { AccountId } from "../../schemas/ids.ts";
import type { Passkey, PasskeyAnswer } from "../../schemas/passkeys.ts";
import type { Account } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "../store/open-database.ts";
import { openPasskeys } from "../store/passkeys.ts";
import { openPeople } from "../store/people.ts";
import { makeChallenges } from "./challenges.ts";
import type { Entrance } from "./sign-in.ts";
import type { Throttles } from "./throttle.ts";

/** Where passkeys work: browsers tie them to a name over HTTPS, or to this very machine; never to a bare number. */
export function passkeyPlace(stationUrl: string): { rpID: string; origin: string } | undefined {
  const { protocol, hostname, origin } = new URL(stationUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return undefined;
  return protocol === "https:" || hostname === "localhost" ? { rpID: hostname, origin } : undefined;
}

type Parts = { database: Database; throttles: Throttles; stationUrl: string; clock: () => number };

/** Staff add passkeys to their account, and come in with one: it stands for the password and the second code, since the device asks who holds it. */
export function makePasskeyDoor({ database, throttles, stationUrl, clock }: Parts) {
  const place = passkeyPlace(stationUrl);
  const passkeys = openPasskeys(database);
  const people = openPeople(database);
  // Apart, so that no visitor pushes out what a member of staff was asked.
  const [entering, adding] = [makeChallenges(clock), makeChallenges(clock)];
  const requirePlace = () => {
    if (place === undefined) throw new Refusal("passkey.unavailable");
    return place;
  };

  // Whatever is wrong with an answer (signature, origin, counter), the same is said.
  const refused = (cause: unknown): never => {
    throw new Refusal("passkey.unknown", { cause });
  };

  async function check(answer: PasskeyAnswer): Promise<AccountId> {
    const { rpID, origin } = requirePlace();
    const credential = await passkeys.find(answer.id);
    if (credential === undefined) throw new Refusal("passkey.unknown");
    const expected = { expectedChallenge: (given: string) => entering.take(given), expectedOrigin: origin };
    const response = answer as unknown as AuthenticationResponseJSON;
    const proof = { response, ...expected, expectedRPID: rpID, credential, requireUserVerification: true };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse(proof).catch(refused);
    if (!verified) throw new Refusal("passkey.unknown");
    await passkeys.use(credential.id, authenticationInfo.newCounter, clock());
    return credential.accountId;
  }

  return {
    /** The only address at which passkeys work, if there is one. */
    origin: place?.origin,
    beginAdding: async ({ id, email, displayName }: Account) => {
      const { rpID } = requirePlace();
      return generateRegistrationOptions({
        ...{ rpName: "Antenne", rpID, userName: email, userDisplayName: displayName },
        userID: new TextEncoder().encode(id),
        challenge: Buffer.from(adding.put(id), "base64url"),
        attestationType: "none",
        excludeCredentials: await passkeys.listOf(id),
        // Found without an e-mail being typed, and the device asks for finger, face or PIN.
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
    },
    add: async (id: AccountId, name: string, answer: PasskeyAnswer): Promise<Passkey> => {
      const { rpID, origin } = requirePlace();
      const expected = { expectedChallenge: (given: string) => adding.take(given, id), expectedOrigin: origin };
      const response = answer as unknown as RegistrationResponseJSON;
      const proof = { response, ...expected, expectedRPID: rpID, requireUserVerification: true };
      const { registrationInfo } = await verifyRegistrationResponse(proof).catch(refused);
      if (registrationInfo === undefined) throw new Refusal("passkey.unknown");
      const { publicKey, transports = [], ...credential } = registrationInfo.credential;
      return passkeys.add(id, name, { ...credential, publicKey: Buffer.from(publicKey), transports }, clock());
    },
    /** For any passkey that the browser has of this station. */
    beginEntering: async (address: string) => {
      const { rpID } = requirePlace();
      await throttles.passkeyQuestion.spend(address);
      const challenge = Buffer.from(entering.put(), "base64url");
      return generateAuthenticationOptions({ rpID, challenge, userVerification: "required" });
    },
    enter: async (answer: PasskeyAnswer, address: string): Promise<Entrance> => {
      const id = await throttles.passkey.attempt([address], () => check(answer));
      const { role, schoolId } = await people.requireAccount(id);
      const confirm = async () => {
        if (!(await people.credentialsOf(id)).isActive) throw new Refusal("account.deactivated");
        if ((await passkeys.find(answer.id)) === undefined) throw new Refusal("passkey.unknown");
      };
      return { holder: { role, accountId: id, schoolId }, confirm };
    },
  };
}
/** See {@link makePasskeyDoor}. */
export type PasskeyDoor = ReturnType<typeof makePasskeyDoor>;
