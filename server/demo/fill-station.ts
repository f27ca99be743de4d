import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import type { Channel } from "../../schemas/channels.ts";
import { dayInParis } from "../../schemas/consent.ts";
import type { Chapter } from "../../schemas/episodes.ts";
import { RecordingId, type CartId, type ClassroomId, type JobId } from "../../schemas/ids.ts";
import type { Account } from "../../schemas/people.ts";
import { endOf } from "../../schemas/soundbite-span.ts";
import type { Soundbite } from "../../schemas/soundbites.ts";
import { issueClassCode, schoolYearOf } from "../access/class-code.ts";
import { hashPassword } from "../access/passwords.ts";
import { formatVtt } from "../archive/clean-transcript.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import type { Station } from "../open-station.ts";
import { newId } from "../store/new-id.ts";
import { addListeners } from "./listeners.ts";
import { demoProgrammes, mixProgramme, type DemoProgramme } from "./programmes.ts";
import { demoRundown } from "./rundown.ts";
import { demoCarts, demoPupils, demoSchool, demoScopes, demoStaff } from "./school.ts";
import { wavFile, type Sound } from "./sound.ts";
import { addTakes } from "./takes.ts";

const dayMs = 86_400_000;

/** Papers that came back a fortnight before the first episode. */
const demoPaper = () => ({ givenBy: "Responsable légal", givenOn: dayInParis(Date.now() - 28 * dayMs) });

async function addPeople({ store }: Station) {
  const school = await store.people.createSchool({ name: demoSchool.name, city: demoSchool.city });
  const { email, password } = demoStaff;
  const passwordHash = await hashPassword(password);
  const person = { schoolId: school.id, email, displayName: demoSchool.teacher, role: "admin", passwordHash } as const;
  const account = await store.people.createAccount(person);
  const newClassroom = { name: demoSchool.classroom, schoolYear: schoolYearOf(Date.now()) };
  const classroom = await store.classrooms.create(school.id, newClassroom, () => issueClassCode(Date.now()));
  await store.classrooms.addTeacher(classroom.id, account.id);
  for (const pupil of demoPupils) {
    const { id } = await store.people.addPupil(classroom.id, pupil);
    const scope = demoScopes[pupil.firstName];
    if (scope !== undefined) await store.consents.add(id, { scope, ...demoPaper() }, account.id);
  }
  const look = { language: "fr", visibility: "public", bird: "hirondelle", colour: 1 } as const;
  const words = { title: demoSchool.channel, description: demoSchool.description };
  const channel = await store.channels.create(classroom.id, school.name, { ...words, ...look });
  return { account, classroom, channel };
}

async function addCarts({ newsroom, mediaDirectory }: Station, classroomId: ClassroomId) {
  const known = new Map<string, CartId>();
  for (const { make, isFollowedBy, ...cart } of demoCarts) {
    const path = await writeSound(join(mediaDirectory, "demo.wav"), make());
    const nextCartId = known.get(isFollowedBy ?? "") ?? null;
    const { id } = await newsroom.shelf.keep(classroomId, { ...cart, nextCartId }, path);
    known.set(cart.title, id);
    await rm(path);
  }
}

async function writeSound(path: string, sound: Sound): Promise<string> {
  await writeFile(path, wavFile(sound));
  return path;
}

/** Waits for a work that is in line. */
async function finish(jobs: Jobs, jobId: JobId) {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const settle = (state: string) => {
    if (state === "done") resolve(undefined);
    else if (state === "failed" || state === "cancelled") reject(new Error(`the demonstration's episode: ${state}`));
  };
  const endListening = jobs.onChange((job) => {
    if (job.id === jobId) settle(job.state);
  });
  try {
    settle((await jobs.find(jobId))?.state ?? "failed");
    await promise;
  } finally {
    endListening();
  }
}

/** Records a programme as a show would have been, has it rendered by the station's own queue, and publishes it. */
async function addEpisode(station: Station, channel: Channel, account: Account, programme: DemoProgramme) {
  const { store, newsroom, mediaDirectory } = station;
  const at = Date.now() - programme.daysAgo * dayMs;
  const show = await store.shows.create(channel.id, {
    title: programme.title,
    scheduledAt: new Date(at).toISOString(),
  });
  const recordingId = newId(RecordingId);
  const directory = join(mediaDirectory, "recordings", recordingId);
  await mkdir(directory, { recursive: true });
  await newsroom.archive.beginRecording(show.id, recordingId, directory);
  const { sound, chapters, cues } = mixProgramme(programme);
  const wav = await writeSound(join(directory, "mix.wav"), sound);
  const programmePath = join(directory, "programme.flac");
  await runFfmpeg(["-i", wav, "-ac", "2", "-c:a", "flac", programmePath]);
  await rm(wav);
  const durationSeconds = sound.length / 48_000;
  const measured = { integratedLufs: undefined, truePeakDbtp: undefined };
  const finished = { programmePath, startedAt: new Date(at).toISOString(), durationSeconds, ...measured };
  const { episodeId, jobId } = await newsroom.archive.keepRecording(show.id, recordingId, finished);
  const actor = { role: account.role, accountId: account.id, schoolId: account.schoolId };
  const { title, description } = programme;
  await newsroom.archive.change(episodeId, { title, description, chapters }, actor);
  if (cues.length > 0) await store.transcripts.keep(episodeId, { text: formatVtt(cues), isTimed: true });
  await finish(newsroom.jobs, jobId);
  const soundbites = soundbitesIn(chapters, durationSeconds);
  if (soundbites.length > 0) await newsroom.archive.change(episodeId, { soundbites }, actor);
  await newsroom.archive.publish(episodeId, actor);
  await store.episodes.setPublished(episodeId, at + 3_600_000);
}

/** The second part of an episode, where there is room for an extract. */
const soundbitesIn = (chapters: readonly Chapter[], durationSeconds: number): Soundbite[] =>
  chapters.slice(1, 2).flatMap(({ startSeconds, title }) => {
    const whole = { startSeconds, durationSeconds: 15, title };
    return endOf(whole) <= durationSeconds ? [whole] : [];
  });

/** The next morning at ten that is no weekend. */
function nextSchoolMorning(): string {
  const date = new Date(Date.now() + dayMs);
  while (date.getDay() === 0 || date.getDay() === 6) date.setDate(date.getDate() + 1);
  date.setHours(10, 0, 0, 0);
  return date.toISOString();
}

/** Fills an empty station with the demonstration school: people, carts, two published episodes, exercises with what pupils recorded, a planned show with its rundown. */
export async function fillStation(station: Station) {
  const { account, classroom, channel } = await addPeople(station);
  await addCarts(station, classroom.id);
  for (const programme of demoProgrammes) await addEpisode(station, channel, account, programme);
  await addListeners(station.store, classroom.id);
  await addTakes(station, classroom.id);
  const planned = { title: demoSchool.plannedShow, scheduledAt: nextSchoolMorning(), plannedSeconds: 900 };
  const show = await station.store.shows.create(channel.id, planned);
  const items = demoRundown(
    await station.store.people.pupilsOf(classroom.id),
    await station.store.carts.listOf(classroom.id),
  );
  await station.store.rundowns.save(show.id, { revision: 0, items });
}
