import { expect } from "vitest";
import type { OwnReply } from "../../../schemas/replies.ts";
import type { ApiClient } from "../api-client.ts";
import { hostedSound } from "../imported-sounds.ts";
import { scratch } from "../scratch.ts";
import type { Pen, Staff } from "./pen.ts";

/** Writes what a family leaves for a show: a question, and a voice that gets its name on the desk from whoever accepts it. */
export async function writeReplies({ line, passage, write }: Pen, { admin }: Staff, phone: ApiClient, showId: string) {
  await write(phone, "POST /api/shows/:id/questions", showId, { text: passage() });
  using folder = scratch();
  const voice = new Uint8Array(await hostedSound(folder, "voice.mp3", 440));
  const sent = await phone.upload("POST", `/api/shows/${showId}/replies`, voice, { speaker: "adult", scope: "public" });
  expect(sent.status).toBe(201);
  const { id } = (await sent.json()) as OwnReply;
  await write(admin, "PUT /api/replies/:id/acceptance", id, { title: line() });
}
