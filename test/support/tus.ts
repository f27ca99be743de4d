import { v7 } from "uuid";
import { TakeId, type ExerciseId } from "../../schemas/ids.ts";
import type { NewTake } from "../../schemas/takes.ts";
import type { ApiClient } from "./api-client.ts";

const version = { "tus-resumable": "1.0.0" };

/** A take that was recorded now. */
export const newTake = (over: Partial<NewTake> = {}): NewTake => ({
  ...{ id: TakeId.parse(v7()), recordedAt: "2026-11-17T09:00:00.000Z", durationSeconds: 4, partnerId: null },
  ...over,
});

const metadataOf = (take: NewTake) =>
  Object.entries(take)
    .map(([key, value]) => `${key} ${Buffer.from(String(value ?? "")).toString("base64")}`)
    .join(",");

/** Says that a take comes. */
export const announceTake = (pupil: ApiClient, exerciseId: ExerciseId, take: NewTake, byteLength: number) =>
  pupil.send("POST", `/api/exercises/${exerciseId}/takes`, null, {
    ...{ ...version, "upload-length": String(byteLength), "upload-metadata": metadataOf(take) },
  });

/** Asks how much of it has come. */
export async function arrivedOf(pupil: ApiClient, id: TakeId): Promise<number> {
  const answer = await pupil.send("HEAD", `/api/takes/${id}/upload`, null, version);
  return Number(answer.headers.get("upload-offset"));
}

/** Sends the piece behind `offset`. */
export const sendPiece = (
  pupil: ApiClient,
  id: TakeId,
  offset: number,
  piece: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) =>
  pupil.send("PATCH", `/api/takes/${id}/upload`, piece, {
    ...{ ...version, "content-type": "application/offset+octet-stream", "upload-offset": String(offset), ...headers },
  });

const pieceBytes = 200_000;

/** Sends the whole of it from `offset` on, piece by piece; gives the last answer's status. */
export async function sendRest(
  pupil: ApiClient,
  id: TakeId,
  sound: Uint8Array<ArrayBuffer>,
  from = 0,
): Promise<number> {
  let status = 204;
  for (let at = from; at < sound.length && status === 204; at += pieceBytes)
    status = (await sendPiece(pupil, id, at, sound.slice(at, at + pieceBytes))).status;
  return status;
}
