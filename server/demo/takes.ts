import { Readable } from "node:stream";
import { wordsOf } from "../../schemas/count-text.ts";
import { usualExercise, type Exercise, type ExerciseSettings } from "../../schemas/exercises.ts";
import { TakeId, type ClassroomId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { SelfAssessment } from "../../schemas/takes.ts";
import type { Station } from "../open-station.ts";
import { newId } from "../store/new-id.ts";
import { babble, type Speaker } from "./babble.ts";
import { demoVoices } from "./programmes.ts";
import { atPeak, wavFile } from "./sound.ts";

const dayMs = 86_400_000;

const reading: ExerciseSettings = {
  ...{ ...usualExercise, title: "Le silence à la radio", kind: "readAloud", grade: "cm2", keptTakes: 5 },
  instructions: "Lis le texte une fois dans ta tête, puis à voix haute, pour quelqu’un qui ne le connaît pas.",
  text: "On croit souvent que la radio est faite de paroles et de musique. C’est oublier le silence. Quand une journaliste annonce une nouvelle importante, elle s’arrête une seconde avant de la dire : cette seconde-là fait lever toutes les têtes.",
};

const talk: ExerciseSettings = {
  ...{ ...usualExercise, title: "Mon métier à la radio", kind: "talk", targetSeconds: 60 },
  instructions: "Raconte à quelqu’un qui n’y était pas ce que tu as fait dans la dernière émission.",
  plan: ["Qu’as-tu préparé ?", "Que s’est-il passé à l’antenne ?", "Que feras-tu autrement ?"],
};

/** One reading of the text: how long it took, and the places of the words that were misread and put right; unheard where the teacher has not listened yet. */
type Reading = { daysAgo: number; seconds: number; heard?: { misread: number[]; corrected: number[]; said: string } };

const readers: readonly { firstName: string; speaker: Speaker; readings: readonly Reading[] }[] = [
  {
    firstName: "Awa",
    speaker: demoVoices.awa,
    readings: [
      { daysAgo: 40, seconds: 29, heard: { misread: [7, 19, 30], corrected: [22], said: "Respire aux points." } },
      { daysAgo: 19, seconds: 26, heard: { misread: [19], corrected: [30], said: "On entend les points, bravo." } },
      { daysAgo: 2, seconds: 23 },
    ],
  },
  {
    firstName: "Jules",
    speaker: demoVoices.jules,
    readings: [
      { daysAgo: 33, seconds: 34, heard: { misread: [5, 11], corrected: [], said: "Ta voix porte bien." } },
      { daysAgo: 6, seconds: 29, heard: { misread: [11], corrected: [5], said: "Plus souple qu’avant." } },
    ],
  },
  { firstName: "Lina", speaker: demoVoices.lina, readings: [{ daysAgo: 1, seconds: 27 }] },
];
const selfAssessment: SelfAssessment = { words: 3, stops: 2, liveliness: 3, loudness: 4 };

async function addTake({ store, newsroom }: Station, exercise: Exercise, pupil: Pupil, speaker: Speaker, by: Reading) {
  const { daysAgo, seconds, heard } = by;
  const id = newId(TakeId);
  const recordedAt = new Date(Date.now() - daysAgo * dayMs).toISOString();
  // The same child, and not the same breath twice.
  const sound = wavFile(atPeak(babble(seconds, { ...speaker, seed: speaker.seed + daysAgo }), -6));
  const take = { id, recordedAt, durationSeconds: seconds, partnerId: null };
  await newsroom.takeUploads.begin(exercise, pupil.id, take, sound.length);
  await newsroom.takeUploads.take(id, 0, Readable.toWeb(Readable.from([sound])));
  await store.takes.assess(id, selfAssessment);
  await store.takes.setSent(id);
  if (heard === undefined) return;
  const lastWord = wordsOf(exercise.text).length - 1;
  const { misread, corrected, said } = heard;
  await store.reviews.mark(id, { misread, corrected, lastWord, from: 0, to: seconds - 1 });
  await store.reviews.comment(id, { atSeconds: 2, text: said });
}

/** Gives the class its exercises, and some of its pupils what they have recorded of one over weeks; measuring goes on while the station runs. */
export async function addTakes(station: Station, classroomId: ClassroomId) {
  const { exercises, people } = station.store;
  const exercise = await exercises.create(classroomId, reading);
  await exercises.create(classroomId, talk);
  const pupils = await people.pupilsOf(classroomId);
  for (const { firstName, speaker, readings } of readers) {
    const pupil = pupils.find((each) => each.firstName === firstName);
    if (pupil === undefined) continue;
    for (const each of readings) await addTake(station, exercise, pupil, speaker, each);
  }
}
