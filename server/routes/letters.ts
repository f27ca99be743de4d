import { Hono } from "hono";
import { FamilyLanguage } from "../../schemas/families.ts";
import { LetterProof, LetterWish } from "../../schemas/letters.ts";
import type { Env } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { LetterProofs } from "../mail/letter-proofs.ts";
import type { Post } from "../mail/open-post.ts";
import type { Channels } from "../store/channels.ts";
import type { LetterSubscriptions } from "../store/letter-subscriptions.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "requireBySlug">;
  letterSubscriptions: LetterSubscriptions;
  letterProofs: LetterProofs;
  post: Post;
  throttles: Pick<Throttles, "lettersByAddress" | "lettersByEmail">;
  clientAddress: ClientAddress;
};

/** Letters about a channel: who wants them says so twice, here and in a first letter, and ends them by one touch. */
export function letterRoutes(parts: Parts) {
  const { access, channels, letterSubscriptions, letterProofs, post, throttles, clientAddress } = parts;
  const anyone = permit(access, "letter.answer");
  const check = (given: LetterProof): string => {
    if (!letterProofs.isProof(given)) throw new Refusal("letter.not_found");
    return given.id;
  };
  const confirm = (given: LetterProof): Promise<boolean> => {
    const id = check(given);
    return given.change ? letterSubscriptions.change(id, given.change) : letterSubscriptions.confirm(id);
  };

  return (
    new Hono<Env>()
      .post(
        "/api/channels/:slug/letters",
        permit(access, "channel.readPublic", paramTarget("channelSlug", "slug")),
        jsonBody(LetterWish),
        async (c) => {
          const wish = c.req.valid("json");
          const { id, visibility } = await channels.requireBySlug(c.req.param("slug"));
          const { actor } = c.var;
          const familyId = actor.role === "family" ? actor.familyId : null;
          if (familyId === null && visibility !== "public") throw new Refusal("session.forbidden");
          if (!post.isOpen) throw new Refusal("mail.off");
          await throttles.lettersByAddress.spend(clientAddress(c));
          await throttles.lettersByEmail.spend(wish.email);
          // Whether the address has these letters already is not told: its holder is asked, and what is asked is in the letter.
          const { cadence, language } = wish;
          const readerId = await letterSubscriptions.request(id, familyId, wish);
          await post.send({ about: "newsConfirmation", id: readerId, wish: { familyId, cadence, language } });
          return c.body(null, 202);
        },
      )
      .post("/api/letters/confirmations", anyone, jsonBody(LetterProof), async (c) => {
        if (!(await confirm(c.req.valid("json")))) throw new Refusal("letter.not_found");
        return c.body(null, 204);
      })
      .post("/api/letters/removals", anyone, jsonBody(LetterProof), async (c) => {
        await letterSubscriptions.remove(check(c.req.valid("json")));
        return c.body(null, 204);
      })
      // RFC 8058: a mail program asks by itself, with no page and no cookie, and takes any answer of success.
      .post("/courrier/arret/:id/:proof", anyone, async (c) => {
        await letterSubscriptions.remove(check(c.req.param()));
        return c.body(null, 204);
      })
      // Whoever opens the address is asked first: programs look at links before people do.
      .get("/courrier/arret/:id/:proof", anyone, (c) => {
        const { id, proof } = c.req.param();
        const language = FamilyLanguage.safeParse(c.req.query("langue"));
        return c.redirect(`/courrier${language.success ? `?langue=${language.data}` : ""}#non.${id}.${proof}`);
      })
  );
}
