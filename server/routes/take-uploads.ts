import { Hono, type Context } from "hono";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { largestTakeBytes, NewTake } from "../../schemas/takes.ts";
import type { Actor, Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Throttles } from "../access/throttle.ts";
import type { SchoolRooms } from "../archive/school-room.ts";
import { Refusal } from "../errors.ts";
import type { TakeUploads } from "../oral/take-uploads.ts";
import type { Exercises } from "../store/exercises.ts";
import type { People } from "../store/people.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  exercises: Pick<Exercises, "requireFor">;
  people: Pick<People, "findPupil">;
  takeUploads: TakeUploads;
  schoolRooms: Pick<SchoolRooms, "requireRoom">;
  throttles: Pick<Throttles, "take">;
};

const version = "1.0.0";
const pieceType = "application/offset+octet-stream";
const Bytes = z.coerce.number().int().min(0);
const Length = Bytes.min(1);

function pupilOf(actor: Actor) {
  if (actor.role !== "pupil") throw new Refusal("session.forbidden");
  return actor;
}

/** `Upload-Metadata`: words with their values in base64, by commas. */
function metadataOf(header: string | undefined): NewTake {
  const pairs = (header ?? "").split(",").map((pair): [string, string] => {
    const [key = "", value = ""] = pair.trim().split(" ");
    return [key, Buffer.from(value, "base64").toString()];
  });
  const { partnerId = "", durationSeconds, ...told } = Object.fromEntries<string>(pairs);
  const partner = partnerId === "" ? null : partnerId;
  return NewTake.parse({ ...told, durationSeconds: Number(durationSeconds), partnerId: partner });
}

/** Answers in the words of tus 1.0.0 (https://tus.io): how much has come is told in headers. */
function tell(c: Context, status: 200 | 201 | 204, { offset, byteLength }: { offset: number; byteLength?: number }) {
  c.header("Tus-Resumable", version);
  c.header("Upload-Offset", String(offset));
  if (byteLength !== undefined) c.header("Upload-Length", String(byteLength));
  c.header("Cache-Control", "no-store");
  return c.body(null, status);
}

function requireVersion(c: Context) {
  if (c.req.header("tus-resumable") !== version) throw new Refusal("request.malformed");
}

/**
 * Takes come by tus, so that what a tablet recorded arrives however the network is: creation, asking how much has come, and pieces of at most 256,000 bytes, the largest
 * body that the station takes.
 */
export function takeUploadRoutes({ access, exercises, people, takeUploads, schoolRooms, throttles }: Parts) {
  const mine = permit(access, "take.record", paramTarget("takeId"));
  return new Hono<Env>()
    .post("/api/exercises/:id/takes", permit(access, "take.record", paramTarget("exerciseId")), async (c) => {
      requireVersion(c);
      const { pupilId } = pupilOf(c.var.actor);
      const exercise = await exercises.requireFor(c.req.param("id"), pupilId);
      const byteLength = Length.parse(c.req.header("upload-length"));
      if (byteLength > largestTakeBytes) throw new Refusal("request.too_large");
      const take = metadataOf(c.req.header("upload-metadata"));
      const partner = take.partnerId === null ? undefined : await people.findPupil(take.partnerId);
      const isHere = partner?.classroomId === exercise.classroomId && partner.id !== pupilId;
      if (take.partnerId !== null && !isHere) throw new Refusal("pupil.not_found");
      await throttles.take.spend(pupilId);
      await schoolRooms.requireRoom({ classroomId: exercise.classroomId });
      const arrival = await takeUploads.begin(exercise, pupilId, take, byteLength);
      c.header("Location", `/api/takes/${take.id}/upload`);
      return tell(c, 201, arrival);
    })
    .get("/api/takes/:id/upload", mine, async (c) => {
      requireVersion(c);
      return tell(c, 200, await takeUploads.arrivalOf(c.req.param("id")));
    })
    .patch("/api/takes/:id/upload", mine, async (c) => {
      requireVersion(c);
      const { body } = c.req.raw;
      if (c.req.header("content-type") !== pieceType || body === null) throw new Refusal("request.malformed");
      const { id } = await takeUploads.arrivalOf(c.req.param("id"));
      const offset = Bytes.parse(c.req.header("upload-offset"));
      return tell(c, 204, { offset: await takeUploads.take(id, offset, body as ReadableStream) });
    });
}
