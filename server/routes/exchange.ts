import { Hono, type Context } from "hono";
import { CatalogueQuery, NewOffer, OfferTaking } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { openExchange, type ExchangeParts } from "../archive/open-exchange.ts";
import type { CartShelf } from "../archive/open-cart-shelf.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { queryWords } from "./query-words.ts";
import { serveFile } from "./serve-file.ts";

type Parts = ExchangeParts & {
  access: Access;
  audit: Audit;
  classrooms: Pick<Classrooms, "require">;
  shelf: Pick<CartShelf, "previewPath">;
  /** Open studios load the carts anew. */
  onCartsChanged(): void;
};

/** What classes offer each other, each seen from the class that asks. */
export function exchangeRoutes(parts: Parts) {
  const { access, audit, classrooms, shelf, offers, rundownTemplates, replays, channels, onCartsChanged } = parts;
  const exchange = openExchange(parts);
  const ofClass = permit(access, "exchange.use", paramTarget("classroomId"));
  const idOf = async (c: Context) => (await classrooms.require(c.req.param("id") ?? "")).id;
  const note = (c: Context<Env>, act: string, classroomId: ClassroomId) =>
    audit.write({ actor: auditName(c.var.actor), act, target: `classroom:${classroomId}` });

  return new Hono<Env>()
    .get("/api/classrooms/:id/exchange", ofClass, async (c) => c.json(await exchange.of(await idOf(c))))
    .get("/api/classrooms/:id/catalogue", ofClass, queryWords(CatalogueQuery), async (c) =>
      c.json(await exchange.catalogue(await idOf(c), c.req.valid("query"))),
    )
    .get("/api/classrooms/:id/catalogue/:offer/sounds/:place", ofClass, async (c) => {
      const id = await exchange.soundOf(await idOf(c), c.req.param("offer"), Number(c.req.param("place")));
      const path = shelf.previewPath(id);
      return serveFile(c, {
        ...{ path, mimeType: "audio/mpeg", tag: id, isPublic: false, missing: "offer.not_found" },
        // What is taken back, or may not be heard any more, is asked for in vain.
        maxAgeSeconds: 0,
      });
    })
    .post("/api/classrooms/:id/catalogue/:offer/copies", ofClass, jsonBody(OfferTaking), async (c) => {
      const id = await idOf(c);
      await exchange.take(id, c.req.param("offer"), c.req.valid("json").channelId);
      await note(c, "exchange.taken", id);
      onCartsChanged();
      return c.json(await exchange.of(id), 201);
    })
    .post("/api/classrooms/:id/offers", ofClass, jsonBody(NewOffer), async (c) => {
      const id = await idOf(c);
      await exchange.offer(id, c.req.valid("json"));
      await note(c, "exchange.offered", id);
      return c.json(await exchange.of(id), 201);
    })
    .delete("/api/classrooms/:id/offers/:offer", ofClass, async (c) => {
      const id = await idOf(c);
      await offers.remove(id, c.req.param("offer"));
      await note(c, "exchange.takenBack", id);
      return c.body(null, 204);
    })
    .delete("/api/classrooms/:id/rundown-templates/:template", ofClass, async (c) => {
      await rundownTemplates.remove(await idOf(c), c.req.param("template"));
      return c.body(null, 204);
    })
    .delete(
      "/api/channels/:id/replays/:episode",
      permit(access, "exchange.use", paramTarget("channelId")),
      async (c) => {
        const { id } = await channels.require(c.req.param("id"));
        await replays.remove(id, c.req.param("episode"));
        return c.body(null, 204);
      },
    );
}
