import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { AccountId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "../store/open-database.ts";
import { openSecondSteps } from "../store/second-steps.ts";
import type { Seal } from "./sealing.ts";
import { hashToken } from "./session-token.ts";
import type { Throttles } from "./throttle.ts";

/** RFC 6238 as every app speaks it: six digits for half a minute; one before and after are taken, for clocks differ. */
const totpOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: 30 });
const windowSteps = 1;

const recoveryCodes = 10;
// 80 random bits, so that a plain hash is enough; in groups, for they are typed from paper.
const newRecoveryCode = () =>
  new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.match(/.{4}/g)!.join("-");
const plain = (typed: string) => typed.replace(/[\s-]/g, "").toUpperCase();

type Parts = { database: Database; seal: Seal; throttles: Throttles; clock: () => number };

/** What follows the password for those who chose so: a code of their app, or one of the recovery codes they were shown once. */
export function makeSecondStep({ database, seal, throttles, clock }: Parts) {
  const steps = openSecondSteps(database);

  // Sealed with a key that is gone, as after a restore without it: no code of the app fits, recovery codes do.
  function secretIn(sealed: string): string | undefined {
    try {
      return seal.open(sealed);
    } catch {
      return undefined;
    }
  }

  // The counter of a code that fits now and was not used before.
  async function isCurrent(id: AccountId, sealed: string, code: string): Promise<boolean> {
    const secret = secretIn(sealed);
    if (secret === undefined) return false;
    const totp = totpOf(secret);
    const delta = totp.validate({ token: plain(code), window: windowSteps, timestamp: clock() });
    return delta !== null && steps.useCounter(id, totp.counter({ timestamp: clock() }) + delta);
  }

  async function requireFitting(id: AccountId, sealed: string, code: string) {
    const fits = /^\d{6}$/.test(plain(code))
      ? await isCurrent(id, sealed, code)
      : await steps.useRecoveryCode(id, hashToken(plain(code)));
    if (!fits) throw new Refusal("session.second_step_wrong");
  }

  return {
    find: async (id: AccountId) => ({
      hasSecondStep: (await steps.findConfirmed(id)) !== undefined,
      recoveryCodesLeft: await steps.countRecoveryCodes(id),
    }),
    /** Lets whoever has no second step pass. Wrong codes are counted per person; a code serves once. */
    require: async (id: AccountId, code: string | undefined): Promise<void> => {
      const sealed = await steps.findConfirmed(id);
      if (sealed === undefined) return;
      if (code === undefined) throw new Refusal("session.second_step_missing");
      await throttles.secondStep.attempt([id], () => requireFitting(id, sealed, code));
    },
    /** The address that an app reads from a QR code; nothing is asked for until {@link confirm}. */
    begin: async (id: AccountId, email: string, school: string) => {
      const secret = new Secret({ size: 20 });
      if (!(await steps.begin(id, seal.close(secret.base32)))) throw new Refusal("second_step.there");
      const url = new TOTP({ secret, issuer: `Antenne, ${school}`, label: email, digits: 6, period: 30 }).toString();
      return { url, secret: secret.base32 };
    },
    /** With the app's first code it holds from now on; the recovery codes are told this once. */
    confirm: async (id: AccountId, code: string): Promise<string[]> => {
      const sealed = await steps.findBegun(id);
      if (sealed === undefined) throw new Refusal("second_step.not_begun");
      await throttles.secondStep.attempt([id], async () => {
        if (!(await isCurrent(id, sealed, code))) throw new Refusal("session.second_step_wrong");
      });
      const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
      await database.transaction().execute((within) =>
        openSecondSteps(within).confirm(
          id,
          clock(),
          codes.map((each) => hashToken(plain(each))),
        ),
      );
      return codes;
    },
    remove: steps.remove,
  };
}
/** See {@link makeSecondStep}. */
export type SecondStep = ReturnType<typeof makeSecondStep>;
