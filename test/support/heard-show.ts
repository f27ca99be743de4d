import { join } from "node:path";
import type { ConsentScope, EpisodeVoices } from "../../schemas/consent.ts";
import { openDoors } from "./doors.ts";
import { beginShow } from "./finished-show.ts";
import { untilState } from "./published-show.ts";
import { asBefore, heard, recordShow } from "./recorded-show.ts";
import { giveConsent } from "./school.ts";
import { levelAt } from "./sound.ts";

type Wish = { jules?: ConsentScope; isFromBefore?: boolean; isOnDisk?: boolean };

/** A rendered episode of a public channel in which Awa, Jules and their teacher are heard, and its teacher. */
export async function openHeardShow({ jules = "public", isFromBefore = false, isOnDisk = false }: Wish = {}) {
  await using opening = new AsyncDisposableStack();
  const doors = opening.use(await openDoors({ isOnDisk }));
  const school = await doors.seedSchool();
  const { store, clock, newsroom } = doors;
  const channel = await store.channels.change(school.channel.id, { visibility: "public" });
  const { recordingId, folder } = await beginShow(doors, school.show.id);
  const recorded = await recordShow(folder);
  const finished = isFromBefore ? await asBefore(recorded) : recorded;
  for (const [index, name] of (["awa", "jules"] as const).entries()) {
    const { id: pupilId } = school.pupils[index]!;
    await store.voices.note(recordingId, { stripId: heard[name].stripId, pupilId, isOpen: true });
    await giveConsent(store, pupilId, name === "jules" ? jules : "public", clock.now);
  }
  const { episodeId } = await newsroom.archive.keepRecording(school.show.id, recordingId, finished);
  await untilState(doors, episodeId, "rendered");
  const teacher = await doors.asTeacher(school);
  const visitor = doors.browser();
  const address = `/api/episodes/${episodeId}`;
  const episode = () => store.episodes.require(episodeId);
  /** How much louder one is than another in what listeners get. */
  const difference = async (loud: number, soft: number) => {
    const path = join(doors.directory, (await episode()).enclosures[0]!.url);
    const stretch = { from: 7.8, seconds: 2 };
    return (await levelAt(loud, path, stretch)) - (await levelAt(soft, path, stretch));
  };
  const open = opening.move();
  return {
    ...{ doors, school, channel, recordingId, teacher, visitor, address, episode, difference, folder, recorded },
    untilState: (state: string) => untilState(doors, episodeId, state),
    feed: async () => (await visitor.get(`/feeds/${channel.slug}.xml`)).text(),
    publish: () => teacher.put(`${address}/publication`),
    leaveOut: (...indices: (0 | 1)[]) =>
      teacher.put(`${address}/left-out-voices`, { pupilIds: indices.map((index) => school.pupils[index].id) }),
    answer: (index: 0 | 1, scope: ConsentScope, isNamed = false) =>
      teacher.post(`/api/pupils/${school.pupils[index].id}/consents`, {
        scope,
        isNamed,
        givenBy: "Son père",
        givenOn: "2026-11-17",
      }),
    voices: async () => (await (await teacher.get(`${address}/voices`)).json()) as EpisodeVoices,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
