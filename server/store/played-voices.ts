import { cartsStripId, EpisodeId, RecordingId, type CartId, type PupilId, type TakeId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** Sounds of the desk whose voices are said anew: carts, on the desk or gone from it, and whatever else was made of a take. */
export type NamedSounds = { cartIds: readonly CartId[]; takeId?: TakeId | undefined };

/** What followed: recordings in which others are heard now, and episodes whose files hold other voices than they should. */
export type Followed = { recordingIds: RecordingId[]; unfitIds: EpisodeId[] };

/** Writes down who of a recording speaks in which of its carts, so that it can be said anew. Whoever is named is heard on its carts' track already. */
export async function notePlayedVoices(
  within: Database,
  { recordingId, cartId }: { recordingId: RecordingId; cartId: CartId },
  pupilIds: readonly PupilId[],
) {
  const made = within.selectFrom("spokenCart").select("takeId").where("cartId", "=", cartId);
  const { takeId } = (await made.where("takeId", "is not", null).executeTakeFirst()) ?? { takeId: null };
  const values = pupilIds.map((pupilId) => ({ recordingId, pupilId, soundId: cartId, takeId }));
  if (values.length === 0) return;
  const rows = within.insertInto("playedVoice").values(values);
  await rows.onConflict((known) => known.doNothing()).execute();
}

/** Whoever speaks in these sounds from now on is heard in every recording that has one, and whoever does not is no longer, unless in another sound of it. */
export async function followInRecordings(
  within: Database,
  sounds: NamedSounds,
  pupilIds: readonly PupilId[],
  at: number,
): Promise<Followed> {
  const followed: Followed = { recordingIds: [], unfitIds: [] };
  for (const [recordingId, soundIds] of await playsOf(within, sounds)) {
    const before = await onCartsTrack(within, recordingId);
    await nameIn(within, { recordingId, soundIds, takeId: sounds.takeId ?? null }, { pupilIds, at });
    const after = await onCartsTrack(within, recordingId);
    if (before.join() === after.join()) continue;
    followed.recordingIds.push(recordingId);
    followed.unfitIds.push(...(await followLeftOut(within, recordingId, before, after)));
  }
  return followed;
}

async function playsOf(within: Database, { cartIds, takeId }: NamedSounds): Promise<Map<RecordingId, string[]>> {
  const plays = within.selectFrom("cartPlay").select(["recordingId", "cartId as soundId"]);
  const known = within.selectFrom("playedVoice").select(["recordingId", "soundId"]);
  const ofTake = takeId === undefined ? [] : await known.where("takeId", "=", takeId).distinct().execute();
  const ofCarts = await plays.where("cartId", "in", cartIds).distinct().execute();
  const byRecording = Map.groupBy([...ofTake, ...ofCarts], ({ recordingId }) => RecordingId.parse(recordingId));
  return new Map(
    [...byRecording].map(([id, rows]) => [id, [...new Set(rows.flatMap(({ soundId }) => soundId ?? []))]]),
  );
}

async function onCartsTrack(within: Database, recordingId: RecordingId): Promise<string[]> {
  const rows = within.selectFrom("heardVoice").select("pupilId").where("recordingId", "=", recordingId);
  return (await rows.where("stripId", "=", cartsStripId).orderBy("pupilId").execute()).map(({ pupilId }) => pupilId);
}

type Played = { recordingId: RecordingId; soundIds: readonly string[]; takeId: TakeId | null };
type Naming = { pupilIds: readonly PupilId[]; at: number };

async function nameIn(within: Database, { recordingId, soundIds, takeId }: Played, { pupilIds, at }: Naming) {
  const former = await within
    .deleteFrom("playedVoice")
    .where("recordingId", "=", recordingId)
    .where("soundId", "in", soundIds)
    // Until the sound itself is out of the recording, this is where an erasure finds it.
    .where("pupilId", "not in", within.selectFrom("erasedPupil").select("pupilId"))
    .returning("pupilId")
    .execute();
  const guests = await guestsIn(within, recordingId, pupilIds);
  for (const pupilId of pupilIds) {
    const heard = { recordingId, stripId: cartsStripId, pupilId, heardAt: at, wasOpen: 1, isGuest: 0 } as const;
    const row = within.insertInto("heardVoice").values({ ...heard, isGuest: guests.has(pupilId) ? 1 : 0 });
    await row.onConflict((known) => known.doNothing()).execute();
    const played = soundIds.map((soundId) => ({ recordingId, pupilId, soundId, takeId }));
    await within.insertInto("playedVoice").values(played).execute();
  }
  const gone = within.deleteFrom("heardVoice").where("recordingId", "=", recordingId);
  const stillPlayed = within.selectFrom("playedVoice").select("pupilId").where("recordingId", "=", recordingId);
  const formerIds = former.map(({ pupilId }) => pupilId);
  const ofCarts = gone.where("stripId", "=", cartsStripId).where("pupilId", "in", formerIds);
  if (formerIds.length > 0) await ofCarts.where("pupilId", "not in", stillPlayed).execute();
}

/** Those who are of another class than the show: in a sound that was taken from there. */
async function guestsIn(within: Database, recordingId: RecordingId, pupilIds: readonly PupilId[]) {
  if (pupilIds.length === 0) return new Set<string>();
  const ofShow = within
    .selectFrom("recording")
    .innerJoin("show", "show.id", "recording.showId")
    .innerJoin("channel", "channel.id", "show.channelId")
    .where("recording.id", "=", recordingId)
    .select("channel.classroomId");
  const rows = within.selectFrom("pupil").select("id").where("id", "in", pupilIds);
  return new Set((await rows.where("classroomId", "not in", ofShow).execute()).map(({ id }) => id));
}

/** A left-out voice takes all carts along: where one came to the carts' track or left it, the files no longer hold who they should. */
async function followLeftOut(
  within: Database,
  recordingId: RecordingId,
  before: readonly string[],
  after: readonly string[],
): Promise<EpisodeId[]> {
  const episodes = within.selectFrom("episode").select("id").where("recordingId", "=", recordingId);
  const heard = within.selectFrom("heardVoice").select("pupilId").where("recordingId", "=", recordingId);
  const unfit: EpisodeId[] = [];
  for (const { id } of await episodes.execute()) {
    const rows = within.selectFrom("leftOutVoice").select("pupilId").where("episodeId", "=", id);
    const leftOut = new Set((await rows.execute()).map(({ pupilId }) => pupilId));
    const others = within.deleteFrom("leftOutVoice").where("episodeId", "=", id);
    await others.where("pupilId", "not in", heard).execute();
    const [wasOut, isOut] = [before, after].map((each) => each.some((pupilId) => leftOut.has(pupilId)));
    if (wasOut === isOut) continue;
    unfit.push(EpisodeId.parse(id));
    // Until the files are made anew, they hold these voices, or do not: what is not sure counts as held.
    const awaited = within.updateTable("leftOutVoice").set({ way: null }).where("episodeId", "=", id);
    await awaited.where("pupilId", "in", after).execute();
  }
  return unfit;
}
