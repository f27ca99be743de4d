import type { Pen, Staff } from "./pen.ts";

/** Writes what a class offers to others. */
export async function writeExchange({ line, text, write }: Pen, { admin }: Staff, classroomId: string, showId: string) {
  const wish = { kind: "rundown", sourceId: showId, reach: "region", areNamesSeen: true };
  await write(admin, "POST /api/classrooms/:id/offers", classroomId, { ...wish, title: line(), words: text() });
}
