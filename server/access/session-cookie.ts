import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { ShowId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Holder, Lasting, Sessions } from "../store/sessions.ts";
import { deviceOf } from "./device-of.ts";
import { hashToken, newToken, sessionCookie, tokenOf } from "./session-token.ts";

/** A staff session ends after two weeks without a visit. */
const staffLifetimeMs = 14 * 24 * 3_600_000;
/** A family's ends after half a year without one: a slip is not always at hand. */
const familyLifetimeMs = 183 * 24 * 3_600_000;
/** Of staff and families, a session older than this gets a new token at its next visit. */
const rotationMs = 24 * 3_600_000;
/** The former token serves this long after a rotation, for requests already on their way. */
const graceMs = 60_000;

/** How a session begins. */
type Opening = {
  /** Epoch milliseconds; a pupil's ends with the lesson. */
  expiresAt?: number;
  /** Asked once the session is kept, so that what ends sessions cannot slip in between; the session goes when it throws. */
  confirm?: () => Promise<unknown>;
  /** The show by whose code a pupil came in. */
  showId?: ShowId | undefined;
  /** What the session was under its former token. */
  lasting?: Lasting;
};
const agree = () => Promise.resolve();

/** Gives browsers their session cookie and takes it back. */
export type SessionDoor = ReturnType<typeof openSessionDoor>;

/** `isSecure` when the station is reached over TLS: the cookie then travels over nothing else. */
export function openSessionDoor(parts: { sessions: Sessions; isSecure: boolean; clock: () => number }) {
  const { sessions, isSecure, clock } = parts;
  const endOf = ({ role }: Holder) => clock() + (role === "family" ? familyLifetimeMs : staffLifetimeMs);
  const cookie = (expiresAt: number) =>
    ({ path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure, expires: new Date(expiresAt) }) as const;

  async function begin(c: Context, holder: Holder, opening: Opening = {}) {
    const { expiresAt = endOf(holder), confirm = agree, lasting, showId } = opening;
    const token = newToken();
    const tokenHash = hashToken(token);
    // Only staff look at their sessions; of children and families nothing more is kept.
    const device = "accountId" in holder ? deviceOf(c.req.header("user-agent")) : undefined;
    await sessions.create({ tokenHash, holder, now: clock(), expiresAt, showId, device, lasting });
    const requireOpen = async () => {
      if (await sessions.isShut(holder.schoolId)) throw new Refusal("school.shut");
    };
    await confirm()
      .then(requireOpen)
      .catch(async (error: unknown) => {
        await sessions.end(tokenHash);
        throw error;
      });
    setCookie(c, sessionCookie(isSecure), token, cookie(expiresAt));
  }

  async function end(c: Context) {
    const token = tokenOf(c.req.header("cookie"), isSecure);
    if (token !== undefined) await sessions.end(hashToken(token));
  }

  return {
    /** Signs this browser in under a fresh token; the session it had before ends. */
    open: async (c: Context, holder: Holder, opening?: Opening) => {
      await end(c);
      await sessions.endExpired(clock());
      await begin(c, holder, opening);
    },
    /** Once a day, the browser of a member of staff or of a family gets another token. */
    refresh: async (c: Context, holder: Holder) => {
      const token = tokenOf(c.req.header("cookie"), isSecure);
      if (token === undefined || holder.role === "pupil") return;
      if (holder.role !== "family") await sessions.see(hashToken(token), clock());
      const lasting = await sessions.retire(hashToken(token), {
        before: clock() - rotationMs,
        expiresAt: clock() + graceMs,
      });
      // Ended meanwhile, as by another password: it does not live on under another token.
      const confirm = async () => {
        if ((await sessions.findHolder(hashToken(token), clock())) === undefined) throw new Refusal("session.expired");
      };
      if (lasting !== undefined) await begin(c, holder, { confirm, lasting });
    },
    close: async (c: Context) => {
      await end(c);
      deleteCookie(c, sessionCookie(isSecure), { path: "/", secure: isSecure });
    },
  };
}
