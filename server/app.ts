import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { except } from "hono/combine";
import { longestTranscript } from "../schemas/transcripts.ts";
import type { Env } from "./access/actor.ts";
import { routedPath } from "./access/private-address.ts";
import { sameOrigin } from "./access/same-origin.ts";
import { answerError } from "./answer-error.ts";
import { Refusal } from "./errors.ts";
import { accountRoutes } from "./routes/account.ts";
import { backupRoutes } from "./routes/backups.ts";
import { cartRoutes } from "./routes/carts.ts";
import { channelRoutes } from "./routes/channels.ts";
import { classroomRoutes } from "./routes/classrooms.ts";
import { consentRoutes } from "./routes/consents.ts";
import { coverRoutes } from "./routes/covers.ts";
import { embeddingRoutes } from "./routes/embedding.ts";
import { episodeRoutes } from "./routes/episodes.ts";
import { exchangeRoutes } from "./routes/exchange.ts";
import { exerciseRoutes } from "./routes/exercises.ts";
import { familyHomeRoutes } from "./routes/family-home.ts";
import { familyVoiceRoutes } from "./routes/family-voices.ts";
import { familyRoutes } from "./routes/families.ts";
import { feedAddressRoutes } from "./routes/feed-addresses.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { healthRoutes } from "./routes/health.ts";
import { anchorRoutes } from "./routes/anchors.ts";
import { impactRoutes } from "./routes/impact.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { journalRoutes } from "./routes/journal.ts";
import { letterRoutes } from "./routes/letters.ts";
import { newsRoutes } from "./routes/news.ts";
import { listeningRoutes } from "./routes/listenings.ts";
import { listenersPageRoutes } from "./routes/listeners-page.ts";
import { liveRoutes } from "./routes/live.ts";
import { liveSoundRoutes } from "./routes/live-sound.ts";
import { lostLetterRoutes } from "./routes/lost-letters.ts";
import { lostPasswordRoutes } from "./routes/lost-password.ts";
import { mediaRoutes } from "./routes/media.ts";
import { ownSessionRoutes } from "./routes/own-sessions.ts";
import { oidcRoutes } from "./routes/oidc.ts";
import { newcomerRoutes } from "./routes/newcomers.ts";
import { pageRoutes } from "./routes/pages.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { podcastImportRoutes } from "./routes/podcast-imports.ts";
import { pupilEntryRoutes } from "./routes/pupil-entry.ts";
import { pictureSecretRoutes } from "./routes/picture-secrets.ts";
import { pupilRoutes } from "./routes/pupils.ts";
import { radiosPageRoutes } from "./routes/radios-page.ts";
import { regionRoutes } from "./routes/region.ts";
import { peerReviewRoutes } from "./routes/peer-reviews.ts";
import { progressRoutes } from "./routes/progress.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { rubricRoutes } from "./routes/rubrics.ts";
import { replyRoutes } from "./routes/replies.ts";
import { retentionRoutes } from "./routes/retention.ts";
import { rundownRoutes } from "./routes/rundowns.ts";
import { secondStepRoutes } from "./routes/second-step.ts";
import { securityHeaders } from "./routes/security-headers.ts";
import { schoolRoutes } from "./routes/school.ts";
import { schoolRoomRoutes } from "./routes/school-room.ts";
import { schoolYearRoutes } from "./routes/school-years.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { staffRoutes } from "./routes/staff.ts";
import { setupRoutes } from "./routes/setup.ts";
import { showCodeRoutes } from "./routes/show-codes.ts";
import { showRoutes } from "./routes/shows.ts";
import { takeRoutes } from "./routes/takes.ts";
import { takeUploadRoutes } from "./routes/take-uploads.ts";
import { transcriptRoutes } from "./routes/transcripts.ts";

/** Largest body that is not a form with a file; those have their own limits. */
const largestBodyBytes = 256_000;

/** An episode's text may be longer: four bytes for each of its characters, in any script. */
const largestTextBytes = 4 * longestTranscript + 1_000;

const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal("request.too_large");
    },
  });
const limits = { usual: limitTo(largestBodyBytes), text: limitTo(largestTextBytes) };
const limitBody: MiddlewareHandler = (c, next) =>
  (/^\/api\/episodes\/[^/]+\/transcript$/.test(c.req.path) ? limits.text : limits.usual)(c, next);
const isForm = (type: string | undefined) => type?.startsWith("multipart/form-data") ?? false;

/** Everything that the routes stand on. */
export type AppParts = Parameters<typeof setupRoutes>[0] &
  Parameters<typeof sessionRoutes>[0] &
  Parameters<typeof accountRoutes>[0] &
  Parameters<typeof ownSessionRoutes>[0] &
  Parameters<typeof lostPasswordRoutes>[0] &
  Parameters<typeof lostLetterRoutes>[0] &
  Parameters<typeof secondStepRoutes>[0] &
  Parameters<typeof passkeyRoutes>[0] &
  Parameters<typeof pupilEntryRoutes>[0] &
  Parameters<typeof newcomerRoutes>[0] &
  Parameters<typeof classroomRoutes>[0] &
  Parameters<typeof pupilRoutes>[0] &
  Parameters<typeof pictureSecretRoutes>[0] &
  Parameters<typeof consentRoutes>[0] &
  Parameters<typeof staffRoutes>[0] &
  Parameters<typeof oidcRoutes>[0] &
  Parameters<typeof schoolRoutes>[0] &
  Parameters<typeof schoolYearRoutes>[0] &
  Parameters<typeof schoolRoomRoutes>[0] &
  Parameters<typeof regionRoutes>[0] &
  Parameters<typeof impactRoutes>[0] &
  Parameters<typeof anchorRoutes>[0] &
  Parameters<typeof familyRoutes>[0] &
  Parameters<typeof familyHomeRoutes>[0] &
  Parameters<typeof familyVoiceRoutes>[0] &
  Parameters<typeof replyRoutes>[0] &
  Parameters<typeof channelRoutes>[0] &
  Parameters<typeof showRoutes>[0] &
  Parameters<typeof showCodeRoutes>[0] &
  Parameters<typeof rundownRoutes>[0] &
  Parameters<typeof cartRoutes>[0] &
  Parameters<typeof coverRoutes>[0] &
  Parameters<typeof episodeRoutes>[0] &
  Parameters<typeof transcriptRoutes>[0] &
  Parameters<typeof exchangeRoutes>[0] &
  Parameters<typeof exerciseRoutes>[0] &
  Parameters<typeof takeRoutes>[0] &
  Parameters<typeof takeUploadRoutes>[0] &
  Parameters<typeof podcastImportRoutes>[0] &
  Parameters<typeof peerReviewRoutes>[0] &
  Parameters<typeof progressRoutes>[0] &
  Parameters<typeof reviewRoutes>[0] &
  Parameters<typeof rubricRoutes>[0] &
  Parameters<typeof retentionRoutes>[0] &
  Parameters<typeof jobRoutes>[0] &
  Parameters<typeof journalRoutes>[0] &
  Parameters<typeof feedAddressRoutes>[0] &
  Parameters<typeof feedRoutes>[0] &
  Parameters<typeof mediaRoutes>[0] &
  Parameters<typeof letterRoutes>[0] &
  Parameters<typeof newsRoutes>[0] &
  Parameters<typeof listeningRoutes>[0] &
  Parameters<typeof liveRoutes>[0] &
  Parameters<typeof listenersPageRoutes>[0] &
  Parameters<typeof radiosPageRoutes>[0] &
  Parameters<typeof embeddingRoutes>[0] &
  Parameters<typeof liveSoundRoutes>[0] &
  Parameters<typeof healthRoutes>[0] &
  Parameters<typeof backupRoutes>[0] & {
    /** Told of what a route threw that is no refusal. */
    onBug: (error: unknown) => void;
    /** Whether people reach the station over HTTPS with a certificate that lasts. */
    isPublicHttps: boolean;
    /** The built client. */
    pagesDirectory: string;
  };

/** The station's HTTP side: every door, and one answer for every refusal. */
export function createApp(parts: AppParts) {
  return new Hono<Env>({ getPath: routedPath })
    .onError(answerError(parts.onBug))
    .route("/", liveSoundRoutes(parts))
    .use(securityHeaders(parts.isPublicHttps))
    .use(except("/media/*", compress()))
    .use(sameOrigin)
    .use(except((c) => isForm(c.req.header("content-type")), limitBody))
    .route("/", healthRoutes(parts))
    .route("/", backupRoutes(parts))
    .route("/", setupRoutes(parts))
    .route("/", sessionRoutes(parts))
    .route("/", accountRoutes(parts))
    .route("/", ownSessionRoutes(parts))
    .route("/", lostPasswordRoutes(parts))
    .route("/", lostLetterRoutes(parts))
    .route("/", secondStepRoutes(parts))
    .route("/", passkeyRoutes(parts))
    .route("/", pupilEntryRoutes(parts))
    .route("/", newcomerRoutes(parts))
    .route("/", classroomRoutes(parts))
    .route("/", pupilRoutes(parts))
    .route("/", pictureSecretRoutes(parts))
    .route("/", consentRoutes(parts))
    .route("/", staffRoutes(parts))
    .route("/", oidcRoutes(parts))
    .route("/", schoolRoutes(parts))
    .route("/", schoolYearRoutes(parts))
    .route("/", schoolRoomRoutes(parts))
    .route("/", regionRoutes(parts))
    .route("/", impactRoutes(parts))
    .route("/", anchorRoutes(parts))
    .route("/", familyRoutes(parts))
    .route("/", familyHomeRoutes(parts))
    .route("/", familyVoiceRoutes(parts))
    .route("/", replyRoutes(parts))
    .route("/", channelRoutes(parts))
    .route("/", showRoutes(parts))
    .route("/", showCodeRoutes(parts))
    .route("/", rundownRoutes(parts))
    .route("/", cartRoutes(parts))
    .route("/", coverRoutes(parts))
    .route("/", episodeRoutes(parts))
    .route("/", transcriptRoutes(parts))
    .route("/", exchangeRoutes(parts))
    .route("/", exerciseRoutes(parts))
    .route("/", takeRoutes(parts))
    .route("/", takeUploadRoutes(parts))
    .route("/", podcastImportRoutes(parts))
    .route("/", peerReviewRoutes(parts))
    .route("/", progressRoutes(parts))
    .route("/", reviewRoutes(parts))
    .route("/", rubricRoutes(parts))
    .route("/", retentionRoutes(parts))
    .route("/", jobRoutes(parts))
    .route("/", journalRoutes(parts))
    .route("/", feedAddressRoutes(parts))
    .route("/", feedRoutes(parts))
    .route("/", mediaRoutes(parts))
    .route("/", letterRoutes(parts))
    .route("/", newsRoutes(parts))
    .route("/", listeningRoutes(parts))
    .route("/", liveRoutes(parts))
    .route("/", embeddingRoutes(parts))
    .route("/", listenersPageRoutes(parts))
    .route("/", radiosPageRoutes(parts))
    .route("/", pageRoutes(parts.pagesDirectory))
    .notFound(() => {
      throw new Refusal("request.not_found");
    });
}

/** Carries the types of all routes to `hono/client`. */
export type AppType = ReturnType<typeof createApp>;
