import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ZodError } from "zod";
import { ErrorCode } from "../schemas/errors.ts";
import { Refusal } from "./errors.ts";

/** HTTP status of every refusal; a new code does not compile without one. */
export const statuses = {
  "request.malformed": 400,
  "request.too_large": 413,
  "request.too_many": 429,
  "request.foreign_origin": 403,
  "request.not_found": 404,
  "server.failed": 500,
  "server.closing": 503,
  "session.missing": 401,
  "session.expired": 401,
  "session.forbidden": 403,
  "session.not_found": 404,
  "session.bad_credentials": 401,
  "session.second_step_missing": 403,
  "session.second_step_wrong": 403,
  "passkey.unavailable": 409,
  "passkey.unknown": 401,
  "passkey.not_found": 404,
  "passkey.taken": 409,
  "second_step.there": 409,
  "second_step.not_begun": 409,
  "password.weak": 400,
  "password.personal": 400,
  "password.wrong": 403,
  "mail.off": 409,
  "mail.refused": 502,
  "setup.done": 409,
  "setup.bad_token": 403,
  "class_code.unknown": 404,
  "class_code.expired": 410,
  "school.not_found": 404,
  "school.shut": 403,
  "school.taken": 409,
  "school.full": 507,
  "account.not_found": 404,
  "account.email_taken": 409,
  "account.deactivated": 403,
  "staff.last_admin": 409,
  "staff_link.unknown": 404,
  "oidc.unreachable": 502,
  "oidc.cancelled": 403,
  "oidc.refused": 403,
  "oidc.unknown_person": 403,
  "oidc.unknown_role": 403,
  "oidc.other_school": 403,
  "oidc.linked_elsewhere": 409,
  "classroom.not_found": 404,
  "classroom.full": 409,
  "classroom.no_room": 507,
  "import.faulty": 409,
  "pupil.not_found": 404,
  "pupil.name_refused": 400,
  "pupil.pictures_missing": 403,
  "pupil.pictures_wrong": 403,
  "newcomer.not_found": 404,
  "newcomer.too_many": 409,
  "family.not_found": 404,
  "family.link_unknown": 404,
  "family.pin_missing": 403,
  "family.pin_wrong": 403,
  "feed.too_many_addresses": 409,
  "news.unknown_service": 422,
  "letter.not_found": 404,
  "reply.not_found": 404,
  "reply.not_audio": 415,
  "reply.empty": 400,
  "reply.too_long": 413,
  "reply.too_many": 409,
  "reply.too_late": 409,
  "consent.not_yet": 400,
  "consent.too_narrow": 409,
  "voice.inseparable": 409,
  "channel.not_found": 404,
  "channel.slug_taken": 409,
  "show.not_found": 404,
  "show.ended": 409,
  "show.not_ended": 409,
  "show.still_live": 409,
  "rundown.changed": 409,
  "rundown.item_not_found": 404,
  "rundown.at_end": 409,
  "rundown.full": 409,
  "studio.not_joined": 409,
  "studio.full": 409,
  "studio.not_rehearsing": 409,
  "studio.not_on_air": 409,
  "studio.no_microphone": 409,
  "studio.barred": 403,
  "air.delay_empty": 409,
  "live.off": 404,
  "strip.not_found": 404,
  "strip.backstage": 409,
  "strip.not_pupil": 409,
  "talkback.on_air": 409,
  "transport.not_found": 404,
  "transport.failed": 502,
  "consumer.not_found": 404,
  "producer.not_found": 404,
  "cart.not_found": 404,
  "exercise.not_found": 404,
  "exercise.too_many": 409,
  "exercise.too_many_pictures": 409,
  "picture.not_found": 404,
  "take.not_found": 404,
  "take.not_sound": 422,
  "take.sent": 409,
  "take.incomplete": 409,
  "take.wrong_offset": 409,
  "take.busy": 423,
  "comment.not_found": 404,
  "comment.too_many": 409,
  "rubric.not_found": 404,
  "rubric.too_many": 409,
  "anchor.not_found": 404,
  "anchor.too_many": 409,
  "anchor.own": 409,
  "survey.not_asked": 409,
  "campaign.other_step": 409,
  "cart.not_audio": 415,
  "cart.empty": 400,
  "cart.too_long": 413,
  "cart.too_many": 409,
  "cart.not_for_pupils": 403,
  "cover.not_image": 415,
  "cover.too_large": 413,
  "cover.too_small": 400,
  "episode.not_found": 404,
  "episode.not_rendered": 409,
  "episode.published": 409,
  "episode.not_keepable": 409,
  "soundbite.outside": 409,
  "offer.not_found": 404,
  "offer.names": 409,
  "offer.sound_not_free": 409,
  "offer.not_own": 409,
  "offer.empty": 409,
  "offer.not_public": 409,
  "offer.too_many": 409,
  "offer.too_many_templates": 409,
  "offer.no_channel": 400,
  "offer.credit_stays": 409,
  "podcast_import.not_found": 404,
  "podcast_import.address_refused": 400,
  "podcast_import.unreachable": 502,
  "podcast_import.not_feed": 415,
  "podcast_import.not_archive": 415,
  "podcast_import.nothing": 409,
  "podcast_import.too_many": 413,
  "podcast_import.too_large": 413,
  "podcast_import.not_sound": 415,
  "podcast_import.started": 409,
  "podcast_import.unconfirmed": 409,
  "recording.empty": 409,
  "recording.lost": 410,
  "job.not_found": 404,
  "job.not_cancellable": 409,
  "job.not_failed": 409,
  "job.cancelled": 409,
  "disk.full": 507,
  "ffmpeg.failed": 500,
  "ffmpeg.missing": 503,
  "media.unavailable": 503,
} as const satisfies Record<ErrorCode, ContentfulStatusCode>;

// The media rooms' errors carry the contract's words too; a full disk has the system's.
function codeOf(error: unknown): ErrorCode {
  const known = ErrorCode.safeParse(error instanceof Error && "code" in error ? error.code : undefined);
  if (known.success) return known.data;
  if (error instanceof Error && "code" in error && error.code === "ENOSPC") return "disk.full";
  // Hono's own refusals: a body that is no JSON, a form that is no form.
  if (error instanceof ZodError || (error instanceof HTTPException && error.status === 400)) return "request.malformed";
  if (error instanceof HTTPException && error.status === 413) return "request.too_large";
  return "server.failed";
}

/** Answers whatever a route threw with `{ error: code }`, and the names that a refusal tells; what is not a refusal is a bug, told to `onBug` and to nobody else. */
export const answerError =
  (onBug: (error: unknown) => void): ErrorHandler =>
  (error, c) => {
    const code = codeOf(error);
    if (code === "server.failed") onBug(error);
    if (code === "request.too_many" && error.cause instanceof RetryAfter) {
      c.header("Retry-After", String(error.cause.seconds));
    }
    // The sound of live shows stands before what sets the pages' headers.
    c.header("X-Content-Type-Options", "nosniff");
    const names = error instanceof Refusal && error.names.length > 0 ? { names: error.names } : {};
    return c.json({ error: code, ...names }, statuses[code]);
  };

/** Cause of a `request.too_many`: when it is worth trying again. */
export class RetryAfter extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`again in ${seconds} s`);
    this.seconds = seconds;
  }
}
