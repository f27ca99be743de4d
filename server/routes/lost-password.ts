import { Hono } from "hono";
import { LostPassword, type SignInWays } from "../../schemas/staff.ts";
import type { Env } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import type { PasskeyDoor } from "../access/passkey-door.ts";
import { permit } from "../access/permit.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { Post } from "../mail/open-post.ts";
import { jsonBody } from "./json-body.ts";

type Parts = {
  access: Access;
  post: Post;
  passkeyDoor: PasskeyDoor;
  throttles: Throttles;
  clientAddress: ClientAddress;
};

/** For whoever cannot come in: what the staff's door offers, and a letter with a link for a lost password. */
export function lostPasswordRoutes({ access, post, passkeyDoor, throttles, clientAddress }: Parts) {
  const anyone = permit(access, "session.open");
  return new Hono<Env>()
    .get("/api/sign-in-ways", anyone, (c) =>
      c.json<SignInWays>({ sendsMail: post.isOpen, passkeyOrigin: passkeyDoor.origin ?? null }),
    )
    .post("/api/password-requests", anyone, jsonBody(LostPassword), async (c) => {
      if (!post.isOpen) throw new Refusal("mail.off");
      const { email } = c.req.valid("json");
      await throttles.lettersByAddress.spend(clientAddress(c));
      await throttles.lettersByEmail.spend(email);
      // Whether somebody has this address is looked up when the letter is written: neither the answer nor its time tells.
      await post.send({ about: "password", email });
      return c.body(null, 202);
    });
}
