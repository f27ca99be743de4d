import { Hono, type Context } from "hono";
import type { ReplyId } from "../../schemas/ids.ts";
import { type ClassroomId } from "../../schemas/ids.ts";
import { largestReplyBytes, NewQuestion, NewVoice, ReplyAcceptance } from "../../schemas/replies.ts";
import { auditName, familyOf, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Throttles } from "../access/throttle.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { ReplyBox } from "../archive/open-reply-box.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Pads } from "../store/pads.ts";
import type { Replies } from "../store/replies.ts";
import type { Shows } from "../store/shows.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  replies: Replies;
  replyBox: ReplyBox;
  archive: Pick<Archive, "withdraw">;
  shows: Pick<Shows, "require">;
  channels: Pick<Channels, "require">;
  classrooms: Pick<Classrooms, "require">;
  pads: Pads;
  throttles: Pick<Throttles, "reply">;
  audit: Audit;
  /** Where uploads lie while they are read. */
  uploadDirectory: string;
  /** Open studios load the carts anew. */
  onCartsChanged(): void;
  /** The class's staff is told. */
  onRepliesChanged(classroomId: ClassroomId): void;
};

/** What is too large is too long, whatever is in it. */
function throwAsTooLong(error: unknown): never {
  if (error instanceof Refusal && error.code === "request.too_large")
    throw new Refusal("reply.too_long", { cause: error });
  throw error;
}

/** What families leave for a show, before it or during it, and what becomes of it: nothing is heard that no teacher has accepted. */
export function replyRoutes(parts: Parts) {
  const { access, replies, replyBox, archive, shows, channels, classrooms, pads, throttles, audit } = parts;
  const { uploadDirectory, onCartsChanged, onRepliesChanged } = parts;
  const forShow = permit(access, "reply.leave", paramTarget("showId"));
  const toOne = permit(access, "reply.manage", paramTarget("replyId"));
  const note = (c: Context<Env>, act: string, showId: string) =>
    audit.write({ actor: auditName(c.var.actor), act, target: `show:${showId}` });

  /** A show that the family knows of, and that has not ended. */
  async function comingShow(c: Context<Env>) {
    const show = await shows.require(c.req.param("id") ?? "");
    const { visibility, classroomId } = await channels.require(show.channelId);
    if (visibility === "class") throw new Refusal("show.not_found");
    if (show.state === "ended") throw new Refusal("reply.too_late");
    return { showId: show.id, classroomId, familyId: familyOf(c.var.actor).familyId };
  }

  type Coming = Awaited<ReturnType<typeof comingShow>>;
  /** Under the brake, and told to those whom it is for. */
  async function take(c: Context<Env>, coming: Coming, keep: () => Promise<ReplyId>) {
    await replies.requireRoom(coming.familyId, coming.showId);
    await throttles.reply.spend(coming.familyId);
    const id = await keep();
    await note(c, "reply.sent", coming.showId);
    onRepliesChanged(coming.classroomId);
    const own = (await replies.ofFamily(coming.familyId)).find((reply) => reply.id === id);
    return c.json(own!, 201);
  }

  async function ownOf(c: Context<Env>) {
    const reply = await replies.require(c.req.param("id") ?? "");
    if (reply.familyId !== familyOf(c.var.actor).familyId) throw new Refusal("reply.not_found");
    return reply;
  }

  /** A show that has pads of its own gets one more. */
  async function putOnPads({ id, showId }: { id: ReplyId; showId: Coming["showId"] }, title: string) {
    const cart = await replyBox.accept(id, title);
    if (cart === undefined) return;
    const { cartIds } = await pads.of(showId);
    if (!cartIds.includes(cart.id)) await pads.set(showId, [...cartIds, cart.id]);
    onCartsChanged();
  }

  return new Hono<Env>()
    .get("/api/family/replies", permit(access, "family.read"), async (c) =>
      c.json(await replies.ofFamily(familyOf(c.var.actor).familyId)),
    )
    .post("/api/shows/:id/replies", forShow, async (c) => {
      const coming = await comingShow(c);
      return take(c, coming, async () => {
        const reading = readUpload(c, { directory: uploadDirectory, maxBytes: largestReplyBytes });
        await using upload = await reading.catch(throwAsTooLong);
        return await replyBox.keepVoice(coming, NewVoice.parse(upload.fields), upload.path);
      });
    })
    .post("/api/shows/:id/questions", forShow, jsonBody(NewQuestion), async (c) => {
      const coming = await comingShow(c);
      const { text } = c.req.valid("json");
      return take(c, coming, () => replyBox.keepQuestion(coming, text));
    })
    .delete("/api/family/replies/:id", permit(access, "reply.leave", paramTarget("replyId")), async (c) => {
      const { id, showId, classroomId, cartId } = await ownOf(c);
      await replies.withdraw(id);
      await replyBox.remove(id);
      await archive.withdraw();
      await note(c, "reply.removed", showId);
      if (cartId !== null) onCartsChanged();
      onRepliesChanged(classroomId);
      return c.body(null, 204);
    })
    .get("/api/classrooms/:id/replies", permit(access, "reply.manage", paramTarget("classroomId")), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      c.header("Cache-Control", "no-store");
      return c.json(await replies.listOf(id));
    })
    .get("/api/replies/:id/sound", toOne, async (c) => {
      const { id } = await replies.require(c.req.param("id"));
      const path = replyBox.soundPath(id);
      return serveFile(c, { path, mimeType: "audio/mpeg", tag: id, isPublic: false, missing: "reply.empty" });
    })
    .put("/api/replies/:id/acceptance", toOne, jsonBody(ReplyAcceptance), async (c) => {
      const reply = await replies.require(c.req.param("id"));
      if (reply.state !== "waiting") return c.body(null, 204);
      await putOnPads(reply, c.req.valid("json").title);
      await note(c, "reply.accepted", reply.showId);
      onRepliesChanged(reply.classroomId);
      return c.body(null, 204);
    })
    .delete("/api/replies/:id", toOne, async (c) => {
      const { id, showId, classroomId, cartId } = await replies.require(c.req.param("id"));
      await replyBox.decline(id);
      await note(c, "reply.declined", showId);
      if (cartId !== null) onCartsChanged();
      onRepliesChanged(classroomId);
      return c.body(null, 204);
    });
}
