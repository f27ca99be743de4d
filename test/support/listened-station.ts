import { formatVtt } from "../../server/archive/clean-transcript.ts";
import { publishShow } from "./published-show.ts";
import { openTestStation } from "./station.ts";

const chapters = [
  { startSeconds: 0, title: "Bonjour" },
  { startSeconds: 20, title: "La météo" },
];
/** What is said, a phrase every four seconds. */
export const phrases = ["Bonjour.", "Ici la radio.", "Nous sommes au jardin.", "Tout pousse.", "Écoutez.", "Il pleut."];
const cues = phrases.map((text, index) => ({ startSeconds: index * 4, endSeconds: index * 4 + 4, text }));

/** A whole station whose public channel has one episode of forty seconds, with chapters and a text that has times. */
export async function openListenedStation() {
  await using opening = new AsyncDisposableStack();
  const station = opening.use(await openTestStation());
  const { store, newsroom, school } = station;
  await store.channels.change(school.channel.id, { visibility: "public" });
  const { episodeId } = await publishShow({ ...station, clock: { now: Date.now() } }, school.show.id, { seconds: 40 });
  const credits = { title: "Le jardin en hiver", description: "Une visite.", chapters };
  await newsroom.archive.change(episodeId, credits, { role: "visitor" });
  await store.transcripts.keep(episodeId, { text: formatVtt(cues), isTimed: true });
  const open = opening.move();
  const address = `${station.url}/chaines/${school.channel.slug}`;
  return { ...station, episodeId, address, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
/** See {@link openListenedStation}. */
export type ListenedStation = Awaited<ReturnType<typeof openListenedStation>>;
