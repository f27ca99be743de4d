import { isDeepStrictEqual } from "node:util";
import { Hono } from "hono";
import { CartChange, largestCartBytes, NewCart, PadOrder } from "../../schemas/carts.ts";
import type { ClassroomId, PupilId, ShowId } from "../../schemas/ids.ts";
import { SoundRights } from "../../schemas/sound-rights.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import type { CartShelf } from "../archive/open-cart-shelf.ts";
import type { SchoolRooms } from "../archive/school-room.ts";
import { Refusal } from "../errors.ts";
import type { CartCopies } from "../store/cart-copies.ts";
import type { Carts } from "../store/carts.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Consents } from "../store/consents.ts";
import type { Pads } from "../store/pads.ts";
import type { Shows } from "../store/shows.ts";
import type { SpokenCarts } from "../store/spoken-carts.ts";
import { jsonBody } from "./json-body.ts";
import { jsonOf } from "./json-of.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  carts: Carts;
  cartCopies: Pick<CartCopies, "has">;
  pads: Pads;
  shows: Pick<Shows, "require">;
  channels: Pick<Channels, "listOf" | "touch">;
  classrooms: Classrooms;
  consents: Pick<Consents, "scopesIn">;
  spokenCarts: Pick<SpokenCarts, "note">;
  shelf: CartShelf;
  schoolRooms: Pick<SchoolRooms, "requireRoom">;
  throttles: Pick<Throttles, "upload">;
  /** Where uploads lie while they are read. */
  uploadDirectory: string;
  /** Open studios load the carts anew; only that show's when it is named. */
  onCartsChanged(showId?: ShowId): void;
};

/** What a form says of a new cart, in the types of a cart, and of who is heard in it. */
function wordsOf(fields: Record<string, string>) {
  const { mode, isForPupils, rights, speakers = [], ...words } = NewCart.parse(fields);
  const told = rights === undefined ? {} : { rights: SoundRights.parse(jsonOf(rights)) };
  const cart = { ...words, isForPupils: isForPupils === "true", ...told, ...(mode === undefined ? {} : { mode }) };
  return { cart, speakers };
}

/** The sounds of a classroom's desk, and which of them are on the pads of a show. */
export function cartRoutes(parts: Parts) {
  const { access, carts, pads, shows, channels, classrooms, shelf, throttles, uploadDirectory, onCartsChanged } = parts;
  const { schoolRooms, consents, spokenCarts, cartCopies } = parts;
  const cart = paramTarget("cartId");
  const show = paramTarget("showId");
  /** Feeds name the authors of sounds that were heard. */
  const touchFeeds = async (classroomId: ClassroomId) => {
    for (const channel of await channels.listOf(classroomId)) await channels.touch(channel.id);
  };

  /** Pupils of the class, whom their families let be recorded. */
  const requireVoices = async (id: ClassroomId, speakers: readonly PupilId[]) => {
    const scopes = await consents.scopesIn(id);
    if (speakers.some((speaker) => !scopes.has(speaker))) throw new Refusal("pupil.not_found");
    if (speakers.some((speaker) => scopes.get(speaker) === "none")) throw new Refusal("consent.too_narrow");
  };

  return new Hono<Env>()
    .get("/api/classrooms/:id/carts", permit(access, "cart.read", paramTarget("classroomId")), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      return c.json(await carts.listOf(id));
    })
    .post("/api/classrooms/:id/carts", permit(access, "cart.manage", paramTarget("classroomId")), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      // Before the sound travels for nothing.
      await carts.requireRoom(id);
      await schoolRooms.requireRoom({ classroomId: id });
      await throttles.upload.spend(staffOf(c.var.actor).accountId);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestCartBytes });
      const { cart: words, speakers } = wordsOf(upload.fields);
      await requireVoices(id, speakers);
      const kept = await shelf.keep(id, words, upload.path);
      if (speakers.length > 0) await spokenCarts.note(kept.id, speakers);
      onCartsChanged();
      return c.json(kept, 201);
    })
    .put(
      "/api/classrooms/:id/pads",
      permit(access, "cart.manage", paramTarget("classroomId")),
      jsonBody(PadOrder),
      async (c) => {
        const { id } = await classrooms.require(c.req.param("id"));
        const arranged = await carts.arrange(id, c.req.valid("json").cartIds);
        onCartsChanged();
        return c.json(arranged);
      },
    )
    .get("/api/shows/:id/pads", permit(access, "show.read", show), async (c) =>
      c.json(await pads.of(c.req.param("id"))),
    )
    .put("/api/shows/:id/pads", permit(access, "show.manage", show), jsonBody(PadOrder), async (c) => {
      const { id } = await shows.require(c.req.param("id"));
      const chosen = await pads.set(id, c.req.valid("json").cartIds);
      onCartsChanged(id);
      return c.json(chosen);
    })
    .delete("/api/shows/:id/pads", permit(access, "show.manage", show), async (c) => {
      const { id } = await shows.require(c.req.param("id"));
      const chosen = await pads.set(id, null);
      onCartsChanged(id);
      return c.json(chosen);
    })
    .patch("/api/carts/:id", permit(access, "cart.manage", cart), jsonBody(CartChange), async (c) => {
      const { id, classroomId, rights } = await carts.require(c.req.param("id"));
      const change = c.req.valid("json");
      const isOther = change.rights !== undefined && !isDeepStrictEqual(change.rights, rights);
      if (isOther && (await cartCopies.has(id))) throw new Refusal("offer.credit_stays");
      const changed = await carts.change(id, change);
      await touchFeeds(classroomId);
      onCartsChanged();
      return c.json(changed);
    })
    .delete("/api/carts/:id", permit(access, "cart.manage", cart), async (c) => {
      const { id } = await carts.require(c.req.param("id"));
      await shelf.remove(id);
      onCartsChanged();
      return c.body(null, 204);
    })
    .get("/api/carts/:id/sound", permit(access, "cart.read", cart), async (c) => {
      const { id } = await carts.require(c.req.param("id"));
      const path = shelf.previewPath(id);
      return serveFile(c, { path, mimeType: "audio/mpeg", tag: id, isPublic: false, missing: "cart.not_found" });
    });
}
