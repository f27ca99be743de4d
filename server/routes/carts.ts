import { Hono } from "hono";
import { CartChange, largestCartBytes, NewCart } from "../../schemas/carts.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { CartShelf } from "../archive/open-cart-shelf.ts";
import type { Carts } from "../store/carts.ts";
import type { Classrooms } from "../store/classrooms.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  carts: Carts;
  classrooms: Classrooms;
  shelf: CartShelf;
  /** Where uploads lie while they are read. */
  uploadDirectory: string;
  /** Open studios load the carts anew. */
  onCartsChanged(): void;
};

/** The sounds of a classroom's desk. */
export function cartRoutes({ access, carts, classrooms, shelf, uploadDirectory, onCartsChanged }: Parts) {
  const cart = paramTarget("cartId");

  return new Hono<Env>()
    .get("/api/classrooms/:id/carts", permit(access, "cart.read", paramTarget("classroomId")), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      return c.json(await carts.listOf(id));
    })
    .post("/api/classrooms/:id/carts", permit(access, "cart.manage", paramTarget("classroomId")), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      // Before the sound travels for nothing.
      await carts.requireRoom(id);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestCartBytes });
      const kept = await shelf.keep(id, NewCart.parse(upload.fields), upload.path);
      onCartsChanged();
      return c.json(kept, 201);
    })
    .patch("/api/carts/:id", permit(access, "cart.manage", cart), jsonBody(CartChange), async (c) => {
      const { id } = await carts.require(c.req.param("id"));
      const changed = await carts.change(id, c.req.valid("json"));
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
