import { Hono, type Context, type ErrorHandler } from "hono";
import { wishIn } from "../../schemas/listening-wish.ts";
import type { LiveState } from "../../schemas/live.ts";
import type { ChannelPage, ListeningPlace, ListeningStart } from "../../schemas/listening.ts";
import type { Env } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { statuses } from "../answer-error.ts";
import { Refusal } from "../errors.ts";
import type { Transcripts } from "../store/transcripts.ts";
import type { Airwaves } from "../studio/airwaves.ts";
import { makeChannelPage, type ChannelPageParts } from "./channel-page.ts";
import { fillDocument, type ListeningPage } from "./listening-document.ts";
import { listeningHead } from "./listening-head.ts";
import { paramTarget } from "./param-target.ts";
import { stationOrigin } from "./station-origin.ts";
import { wantedLanguage } from "./wanted-language.ts";

type Parts = ChannelPageParts & {
  airwaves: Airwaves;
  transcripts: Pick<Transcripts, "find">;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
  clock: () => number;
  /** The built page; `undefined` leaves its addresses to the other pages. */
  listeningPage: ListeningPage | undefined;
};

/** As many as a page shows at once; who wants more asks for them. */
const newest = 20;

const wantsPage = (c: Context) => /\btext\/html\b/.test(c.req.header("accept") ?? "");
/** A piece of an address; what is no text stays as it came, and names nothing. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
const placeOf = (c: Context): ListeningPlace => (c.req.path.startsWith("/embed/") ? "frame" : "page");

/**
 * The pages of a channel and its episodes as whole HTML, in the listener's language: read and played without a script, and taken over by it where there is one.
 * `/embed/…` is the player alone, for frames of other sites.
 */
export function listenersPageRoutes(parts: Parts) {
  const { access, airwaves, transcripts, publicUrl, clock, listeningPage } = parts;
  const pageFor = makeChannelPage(parts);

  const startOf = (c: Context, found: ListeningStart["found"]): ListeningStart => {
    const [slug = "", episodeId] = c.req.path.split("/").slice(2).map(decoded);
    const wish = wishIn(new URL(c.req.url).searchParams);
    return { place: placeOf(c), slug, episodeId: episodeId ?? null, wish, text: null, now: clock(), found };
  };

  /** What is said in the episode that the page shows, for whoever asks to read it. */
  const textFor = async ({ wish, episodeId }: ListeningStart, { episodes }: ChannelPage): Promise<string | null> => {
    const shown = episodes.find(({ id }) => id === episodeId) ?? episodes[0];
    if (!wish.isTextWanted || shown === undefined || shown.transcript === null) return null;
    return (await transcripts.find(shown.id))?.text ?? null;
  };

  /** The newest episodes, and the one that is asked for. */
  const fewOf = <Each extends { id: string }>(episodes: readonly Each[], id: string | null) =>
    episodes.filter((episode, index) => index < newest || episode.id === id);

  async function draw(c: Context<Env>) {
    if (listeningPage === undefined) throw new Refusal("request.not_found");
    const slug = c.req.param("slug") ?? "";
    const whole = await pageFor(c.var.actor, slug);
    const live: LiveState = airwaves.find(whole.channel.id)?.state() ?? { state: "none" };
    const start = startOf(c, { page: whole, live });
    const page = { ...whole, episodes: fewOf(whole.episodes, start.episodeId) };
    const episode = page.episodes.find(({ id }) => id === start.episodeId);
    const language = wantedLanguage(c);
    const head = listeningHead({ page, episode, origin: stationOrigin(c, publicUrl), language });
    const title = `${episode?.title ?? page.channel.title} — Antenne`;
    // What depends on who asks, or is not for everybody, is kept by nobody on the way.
    const isShared = page.channel.visibility === "public" && !page.isSignedIn && !page.isFamily;
    c.header("Cache-Control", isShared ? "public, no-cache" : "private, no-store");
    c.header("Vary", "Cookie, Accept-Language");
    const filled = { ...start, text: await textFor(start, page), found: { page, live } };
    return c.html(await fillDocument(listeningPage, { start: filled, language, title, head }));
  }

  /** Why there is nothing to hear, as a page for whoever looks at one. */
  const drawRefusal: ErrorHandler = async (error, c) => {
    if (!(error instanceof Refusal) || listeningPage === undefined || !wantsPage(c)) throw error;
    const start = startOf(c, { refusal: error.code });
    c.header("Cache-Control", "private, no-store");
    const filling = { start, language: wantedLanguage(c), title: "Antenne", head: [] };
    return c.html(await fillDocument(listeningPage, filling), statuses[error.code]);
  };

  const permitSlug = permit(access, "channel.readPublic", paramTarget("channelSlug", "slug"));
  const listeners = new Hono<Env>().onError(drawRefusal);
  if (listeningPage === undefined) return listeners;
  return listeners
    .get("/chaines/:slug", permitSlug, draw)
    .get("/chaines/:slug/:episodeId", permitSlug, draw)
    .get("/embed/:slug", permitSlug, draw)
    .get("/embed/:slug/:episodeId", permitSlug, draw);
}
