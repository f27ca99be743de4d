import { Hono } from "hono";
import { narrower } from "../../schemas/consent.ts";
import { EpisodeId } from "../../schemas/ids.ts";
import { TranscriptChange, type EpisodeText } from "../../schemas/transcripts.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { isForEverybody, routedPath } from "../access/private-address.ts";
import { cleanTranscript } from "../archive/clean-transcript.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Channels } from "../store/channels.ts";
import type { Episodes } from "../store/episodes.ts";
import { nameIn } from "../store/forget-name.ts";
import type { People } from "../store/people.ts";
import type { KeptTranscript, Transcripts } from "../store/transcripts.ts";
import { answerDocument } from "./answer-document.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  audit: Audit;
  channels: Pick<Channels, "require" | "touch">;
  episodes: Pick<Episodes, "require">;
  people: Pick<People, "pupilsOf">;
  transcripts: Transcripts;
};

/** What is said in an episode: read by whoever may hear it, written by its teachers. */
export function transcriptRoutes({ access, audit, channels, episodes, people, transcripts }: Parts) {
  const episode = paramTarget("episodeId");
  /** The text, with the first names of the class that a teacher is to look at before others read them. */
  const toldText = async (id: EpisodeId, kept: KeptTranscript): Promise<EpisodeText> => {
    const { classroomId } = await channels.require((await episodes.require(id)).channelId);
    const names = (await people.pupilsOf(classroomId)).map(({ firstName }) => firstName);
    const named = [...new Set(names)].filter((name) => nameIn(name).test(kept.text));
    const { text, isTimed, isWithheld } = kept;
    return { text, isTimed, isWithheld, named };
  };
  const changed = async (id: EpisodeId, actor: Env["Variables"]["actor"]) => {
    await channels.touch((await episodes.require(id)).channelId);
    await audit.write({
      actor: auditName(actor),
      act: "episode.changed",
      target: `episode:${id}`,
      detail: "transcript",
    });
  };

  return new Hono<Env>()
    .get("/api/episodes/:id/transcript", permit(access, "episode.manage", episode), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      const kept = await transcripts.find(id);
      return c.json(kept === undefined ? null : await toldText(id, kept));
    })
    .put(
      "/api/episodes/:id/transcript",
      permit(access, "episode.manage", episode),
      jsonBody(TranscriptChange),
      async (c) => {
        const { id } = await episodes.require(c.req.param("id"));
        const cleaned = cleanTranscript(c.req.valid("json").text);
        if (cleaned === undefined) throw new Refusal("request.malformed");
        await transcripts.keep(id, cleaned);
        await changed(id, c.var.actor);
        return c.json(await toldText(id, { ...cleaned, version: 0, isWithheld: false }));
      },
    )
    .delete("/api/episodes/:id/transcript", permit(access, "episode.manage", episode), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      await transcripts.remove(id);
      await changed(id, c.var.actor);
      return c.body(null, 204);
    })
    .get(
      "/media/transcripts/:episodeId/:file{[0-9]+\\.(?:vtt|txt)}",
      permit(access, "channel.readPublic", paramTarget("episodeId", "episodeId")),
      async (c) => {
        const found = await episodes.require(c.req.param("episodeId"));
        const kept = await transcripts.find(EpisodeId.parse(found.id));
        // An address of yesterday has no text any more: it may have been changed because of what stood in it.
        const address = found.transcript;
        if (kept === undefined || address?.url !== routedPath(c.req.raw)) throw new Refusal("episode.not_found");
        const { visibility } = await channels.require(found.channelId);
        return answerDocument(c, {
          body: kept.text,
          mimeType: address.mimeType,
          changedAt: kept.version,
          isPublic: found.state === "published" && isForEverybody(c.req.raw, narrower(visibility, found.visibility)),
        });
      },
    );
}
