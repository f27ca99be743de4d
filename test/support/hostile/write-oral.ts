import { expect } from "vitest";
import type { Anchor } from "../../../schemas/anchors.ts";
import { usualExercise, type Exercise } from "../../../schemas/exercises.ts";
import type { ExerciseId } from "../../../schemas/ids.ts";
import type { PeerInvitation } from "../../../schemas/reviews.ts";
import type { Rubric } from "../../../schemas/rubrics.ts";
import { hostedSound } from "../imported-sounds.ts";
import { knownAnchor } from "../known-anchor.ts";
import { scratch } from "../scratch.ts";
import type { TestStation } from "../station.ts";
import { newTake } from "../tus.ts";
import type { Pen, Staff } from "./pen.ts";

/** One that was changed, and one that stays as it was made. */
type Both<Noun> = { changed: Noun; made: Noun };

async function writeExercises(pen: Pen, { admin }: Staff, { school }: TestStation): Promise<Both<Exercise>> {
  const { line, text, write } = pen;
  const words = () => ({ title: line(), instructions: text(), text: text(), plan: [line()], homeText: text() });
  const make = () => {
    const settings = { ...usualExercise, ...words(), kind: "twoLanguages", homeLanguage: "uk" };
    return write<Exercise>(admin, "POST /api/classrooms/:id/exercises", school.classroom.id, settings);
  };
  const { id } = await make();
  const changed = await write<Exercise>(admin, "PATCH /api/exercises/:id", id, words());
  return { changed, made: await make() };
}

async function writeRubrics(pen: Pen, { admin }: Staff, { school }: TestStation): Promise<Both<Rubric>> {
  const { line, passage, write } = pen;
  const rubric = () => ({
    ...{ title: line(), source: passage() },
    criteria: [{ title: line(), levels: [line(), line()], ownAnswer: null }],
  });
  const make = () => write<Rubric>(admin, "POST /api/classrooms/:id/rubrics", school.classroom.id, rubric());
  const { id } = await make();
  const changed = await write<Rubric>(admin, "PUT /api/rubrics/:id", id, rubric());
  return { changed, made: await make() };
}

async function sendTake({ store, school }: TestStation, exerciseId: ExerciseId) {
  const take = newTake({ recordedAt: new Date().toISOString() });
  await store.takes.begin(exerciseId, school.pupils[0].id, take, 1_000);
  await store.takes.setArrived(take.id);
  await store.takes.setSent(take.id);
  return take.id;
}

/** What a teacher says of Awa's take, and Jules, who is asked to. */
async function writeReviews(pen: Pen, { admin }: Staff, station: TestStation, rubrics: Both<Rubric>, takeId: string) {
  const { passage, text, write } = pen;
  await write(admin, "POST /api/takes/:id/comments", takeId, { atSeconds: 1, text: text() });
  await write(admin, "PUT /api/takes/:id/assessment", takeId, { rubricId: rubrics.made.id, levels: [2] });
  const [awa, jules] = station.school.pupils;
  await write(admin, "PUT /api/takes/:id/peers", takeId, { rubricId: rubrics.changed.id, pupilIds: [jules.id] });
  const peer = await station.asPupil(1);
  const [asked] = (await (await peer.get("/api/peer-invitations")).json()) as PeerInvitation[];
  const kind = { levels: [2], words: [{ starter: "liked", text: passage() }] };
  await write(peer, "PUT /api/peer-invitations/:id/assessment", asked!.id, kind);
  expect((await admin.put(`/api/pupils/${awa.id}/album`, { isShared: true })).status).toBe(200);
}

/** A sound to compare ears by. */
async function bringAnchor({ line, note }: Pen, { admin }: Staff) {
  using folder = scratch();
  const sound = new Uint8Array(await hostedSound(folder, "repere.wav", 440));
  const [title, rubric] = [line(), line()];
  const criteria = [{ title: line(), levels: [line(), line()] }];
  const settings = { ...knownAnchor, title, rubric, criteria, agreed: [2] };
  const sent = await admin.upload("POST", "/api/anchors", sound, { settings: JSON.stringify(settings) });
  expect(sent.status).toBe(201);
  note("POST /api/anchors", { ...settings, settings: title });
  return (await sent.json()) as Anchor;
}

/** Writes exercises, rubrics, and all that is said of a pupil's take, which their family may hear. */
export async function writeOral(pen: Pen, staff: Staff, station: TestStation) {
  const exercises = await writeExercises(pen, staff, station);
  const rubrics = await writeRubrics(pen, staff, station);
  await writeReviews(pen, staff, station, rubrics, await sendTake(station, exercises.made.id));
  return { exercises, rubrics, anchor: await bringAnchor(pen, staff) };
}
