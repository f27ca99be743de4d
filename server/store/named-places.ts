import { z } from "zod";
import { Chapter } from "../../schemas/episodes.ts";
import type { NamedPlace } from "../../schemas/erasure.ts";
import { EpisodeId, type ClassroomId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { Soundbites } from "../../schemas/soundbites.ts";
import { RundownItem } from "../../schemas/rundown.ts";
import { classesBeside, schoolOf } from "./classes-beside.ts";
import { nameIn } from "./forget-name.ts";
import {
  anchorTexts,
  exerciseTexts,
  forgetInTraining,
  rubricTexts,
  textsOfCriteria,
  textsOfExercise,
} from "./forget-in-training.ts";
import { forgetInReviews, textsOfReviews } from "./forget-in-reviews.ts";
import type { Database } from "./open-database.ts";

/** What is to be known of a pupil to find where they are named. */
export type NamedPupil = Pick<Pupil, "id" | "classroomId" | "firstName">;
type Found = Omit<NamedPlace, "passage"> & { texts: string[]; episodeId?: EpisodeId };

/** How much of a text is shown on either side of the name. */
const aroundIt = 40;

const itemsOf = (items: string) => z.array(RundownItem).parse(JSON.parse(items));
const chaptersOf = (chapters: string) => z.array(Chapter).parse(JSON.parse(chapters));
const soundbitesOf = (soundbites: string) => Soundbites.parse(JSON.parse(soundbites));
const titlesOf = (titles: string) => z.array(z.string()).parse(JSON.parse(titles));

/** Where an episode's row has words that somebody typed. */
export const episodeTexts = ["title", "description", "chapters", "soundbites", "lostSoundbites"] as const;
/** See {@link episodeTexts}. */
export type EpisodeTexts = Record<(typeof episodeTexts)[number], string>;

/** The words of an episode's row without what is to be forgotten. */
export const forgetInEpisode = (texts: EpisodeTexts, forget: (text: string) => string): EpisodeTexts => {
  const told = <Named extends { title: string }>(named: Named) => ({ ...named, title: forget(named.title) });
  return {
    title: forget(texts.title),
    description: forget(texts.description),
    chapters: JSON.stringify(chaptersOf(texts.chapters).map(told)),
    soundbites: JSON.stringify(soundbitesOf(texts.soundbites).map(told)),
    lostSoundbites: JSON.stringify(titlesOf(texts.lostSoundbites).map(forget)),
  };
};

const textsIn = ({ title, description, chapters, soundbites, lostSoundbites }: EpisodeTexts): string[] => [
  ...[title, description, ...titlesOf(lostSoundbites)],
  ...[...chaptersOf(chapters), ...soundbitesOf(soundbites)].map((named) => named.title),
];

const channelsOf = (database: Database, classroomId: ClassroomId) =>
  database.selectFrom("channel").select("channel.id").where("classroomId", "in", classesBeside(database, classroomId));
const showsOf = (database: Database, classroomId: ClassroomId) =>
  database.selectFrom("show").where("show.channelId", "in", channelsOf(database, classroomId));
const heardIn = (database: Database, { id }: NamedPupil) =>
  database.selectFrom("heardVoice").select("recordingId").where("pupilId", "=", id);
const speaksIn = (database: Database, { id }: NamedPupil) =>
  database.selectFrom("rundown").select("showId").where("items", "like", `%${id}%`);

/** First names of the others of a pupil's class, who may be called alike. */
export async function classmatesOf(database: Database, { id, classroomId }: NamedPupil): Promise<string[]> {
  const others = database.selectFrom("pupil").select("firstName").where("classroomId", "=", classroomId);
  return (await others.where("id", "!=", id).execute()).map(({ firstName }) => firstName);
}

/** The passage of the first of these texts in which a name stands. */
function passageIn(texts: readonly string[], firstName: string, others: readonly string[]): string | undefined {
  const name = nameIn(firstName, others);
  const text = texts.find((each) => name.test(each));
  if (text === undefined) return undefined;
  const at = text.search(name);
  const [from, to] = [Math.max(0, at - aroundIt), at + firstName.length + aroundIt];
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}

async function showsBeside(database: Database, named: NamedPupil): Promise<Found[]> {
  const heard = database.selectFrom("recording").select("showId").where("id", "in", heardIn(database, named));
  const rows = showsOf(database, named.classroomId).where("show.id", "not in", heard.union(speaksIn(database, named)));
  return (await rows.select("title").execute()).map(({ title }) => ({ kind: "show", title, texts: [title] }));
}

async function rundownsBeside(database: Database, named: NamedPupil): Promise<Found[]> {
  const rows = showsOf(database, named.classroomId)
    .innerJoin("rundown", "rundown.showId", "show.id")
    .where("show.id", "not in", speaksIn(database, named));
  return (await rows.select(["show.title", "rundown.items"]).execute()).map(({ title, items }) => {
    const texts = itemsOf(items).flatMap((item) => [item.title, item.prompterText]);
    return { kind: "rundown", title, texts };
  });
}

async function episodesBeside(database: Database, named: NamedPupil): Promise<Found[]> {
  const rows = database
    .selectFrom("episode")
    .where("channelId", "in", channelsOf(database, named.classroomId))
    .where((of) => of.or([of("recordingId", "is", null), of("recordingId", "not in", heardIn(database, named))]));
  const written = rows.leftJoin("transcript", "transcript.episodeId", "episode.id");
  const found = await written.select(["id", ...episodeTexts, "transcript.text"]).execute();
  return found.map((row) => ({
    ...{ kind: "episode", title: row.title, episodeId: EpisodeId.parse(row.id) },
    texts: [...textsIn(row), row.text ?? ""],
  }));
}

async function soundsBeside(database: Database, { classroomId }: NamedPupil): Promise<Found[]> {
  const rows = database
    .selectFrom("cart")
    .select("title")
    .where("classroomId", "in", classesBeside(database, classroomId));
  return (await rows.execute()).map(({ title }) => ({ kind: "cart", title, texts: [title] }));
}

async function exercisesBeside(database: Database, { id, classroomId }: NamedPupil): Promise<Found[]> {
  const own = database.selectFrom("exercisePupil").select("exerciseId").where("pupilId", "=", id);
  const rows = database.selectFrom("exercise").where("classroomId", "in", classesBeside(database, classroomId));
  const found = await rows.where("id", "not in", own).select(exerciseTexts).execute();
  return found.map((row) => ({ kind: "exercise", title: row.title, texts: textsOfExercise(row) }));
}

async function rubricsBeside(database: Database, { classroomId }: NamedPupil): Promise<Found[]> {
  const rubrics = database.selectFrom("rubric").where("classroomId", "in", classesBeside(database, classroomId));
  return (await rubrics.select(rubricTexts).execute()).map(({ title, source, criteria }) => ({
    ...{ kind: "rubric", title },
    texts: [title, source, ...textsOfCriteria(criteria)],
  }));
}

async function anchorsBeside(database: Database, { classroomId }: NamedPupil): Promise<Found[]> {
  const anchors = database.selectFrom("anchor").where("schoolId", "in", schoolOf(database, classroomId));
  return (await anchors.select(anchorTexts).execute()).map(({ title, rubric, criteria }) => ({
    ...{ kind: "anchor", title },
    texts: [title, rubric, ...textsOfCriteria(criteria)],
  }));
}

async function reviewsBeside(database: Database, { id, classroomId }: NamedPupil): Promise<Found[]> {
  return (await textsOfReviews(database, classroomId, id)).map((said) => ({ kind: "take", ...said }));
}

const finders = [
  ...[showsBeside, rundownsBeside, episodesBeside, soundsBeside],
  ...[exercisesBeside, rubricsBeside, anchorsBeside, reviewsBeside],
];

/** Where the texts of a pupil's school name them though they do not speak there. Erasing them leaves these, unless it is asked to take the name out everywhere. */
export async function findNamedPlaces(database: Database, named: NamedPupil) {
  const found = (await Promise.all(finders.map((find) => find(database, named)))).flat();
  const others = await classmatesOf(database, named);
  return found.flatMap(({ kind, title, texts, episodeId }) => {
    const passage = passageIn(texts, named.firstName, others);
    return passage === undefined ? [] : [{ place: { kind, title, passage } satisfies NamedPlace, episodeId }];
  });
}

/** Takes a name out of every text of the school of a class. Who has a rundown open cannot save the former one any more. */
export async function forgetEverywhere(database: Database, classroomId: ClassroomId, forget: (text: string) => string) {
  const shows = showsOf(database, classroomId);
  for (const { id, title } of await shows.select(["id", "title"]).execute())
    await setTitle(database, "show", id, forget(title));
  const rundowns = shows.innerJoin("rundown", "rundown.showId", "show.id");
  for (const { id, items, revision } of await rundowns.select(["show.id", "items", "revision"]).execute()) {
    const values = { items: forgetInItems(items, forget), revision: revision + 1 };
    if (values.items !== items) await database.updateTable("rundown").set(values).where("showId", "=", id).execute();
  }
  const aired = shows.innerJoin("recording", "recording.showId", "show.id");
  const items = aired.innerJoin("airedItem", "airedItem.recordingId", "recording.id");
  for (const { id, title } of await items.select(["airedItem.id", "airedItem.title"]).execute())
    await database
      .updateTable("airedItem")
      .set({ title: forget(title) })
      .where("id", "=", id)
      .execute();
  await forgetInEpisodes(database, classroomId, forget);
  await forgetInOffers(database, classroomId, forget);
  await forgetInTraining(database, classroomId, forget);
  await forgetInReviews(database, classroomId, forget);
  const carts = database.selectFrom("cart").select(["id", "title"]);
  const ofSchool = carts.where("classroomId", "in", classesBeside(database, classroomId));
  const copies = database
    .selectFrom("cartCopy")
    .select("cartId")
    .where("homeId", "in", classesBeside(database, classroomId));
  const copied = carts.where("id", "in", copies);
  for (const { id, title } of [...(await ofSchool.execute()), ...(await copied.execute())]) {
    await setTitle(database, "cart", id, forget(title));
    await database
      .updateTable("cartPlay")
      .set({ title: forget(title) })
      .where("cartId", "=", id)
      .execute();
  }
}

const setTitle = (database: Database, table: "show" | "cart", id: string, title: string) =>
  database.updateTable(table).set({ title }).where("id", "=", id).where("title", "!=", title).execute();

function forgetInItems(items: string, forget: (text: string) => string): string {
  const told = itemsOf(items).map((item) => ({
    ...item,
    title: forget(item.title),
    prompterText: forget(item.prompterText),
  }));
  return JSON.stringify(told);
}

async function forgetInEpisodes(database: Database, classroomId: ClassroomId, forget: (text: string) => string) {
  const rows = database.selectFrom("episode").where("channelId", "in", channelsOf(database, classroomId));
  for (const { id, ...texts } of await rows.select(["id", ...episodeTexts]).execute())
    await database.updateTable("episode").set(forgetInEpisode(texts, forget)).where("id", "=", id).execute();
  const ids = database.selectFrom("episode").select("id").where("channelId", "in", channelsOf(database, classroomId));
  const written = database.selectFrom("transcript").select(["episodeId", "text", "version"]);
  for (const { episodeId, ...former } of await written.where("episodeId", "in", ids).execute()) {
    const values = { text: forget(former.text), version: former.version + 1 };
    if (values.text !== former.text)
      await database.updateTable("transcript").set(values).where("episodeId", "=", episodeId).execute();
  }
}

/** In what the classes of the school offer, and in what others took of it. */
async function forgetInOffers(database: Database, classroomId: ClassroomId, forget: (text: string) => string) {
  const classes = classesBeside(database, classroomId);
  const told = (row: { title: string; words: string; items: string }) => ({
    ...{ title: forget(row.title), words: forget(row.words), items: forgetInItems(row.items, forget) },
  });
  const offers = database.selectFrom("offer").select(["id", "title", "words", "items"]);
  for (const { id, ...row } of await offers.where("classroomId", "in", classes).execute())
    await database.updateTable("offer").set(told(row)).where("id", "=", id).execute();
  const taken = database.selectFrom("rundownTemplate").select(["id", "title", "words", "items"]);
  for (const { id, ...row } of await taken.where("homeId", "in", classes).execute())
    await database.updateTable("rundownTemplate").set(told(row)).where("id", "=", id).execute();
}
