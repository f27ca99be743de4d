import type { ErrorCode } from "../../schemas/errors.ts";
import type { Action } from "../../schemas/permissions.ts";
import type { Target } from "./actor.ts";

/** What is said of a thing that does not exist, and of one that this person may not know of: the same. */
export function hiddenCode(target: Exclude<Target, "nothing">, action: Action): ErrorCode {
  if ("episodeId" in target) return action === "channel.readPublic" ? "channel.not_found" : "episode.not_found";
  if ("channelId" in target || "channelSlug" in target) return "channel.not_found";
  if ("showId" in target) return "show.not_found";
  if ("cartId" in target) return "cart.not_found";
  if ("exerciseId" in target) return "exercise.not_found";
  if ("takeId" in target || "peerInvitationId" in target) return "take.not_found";
  if ("takeCommentId" in target) return "comment.not_found";
  if ("rubricId" in target) return "rubric.not_found";
  if ("anchorId" in target) return "anchor.not_found";
  if ("replyId" in target) return "reply.not_found";
  if ("jobId" in target) return "job.not_found";
  if ("podcastImportId" in target) return "podcast_import.not_found";
  if ("familyId" in target) return "family.not_found";
  if ("pupilId" in target) return "pupil.not_found";
  return "classroomId" in target ? "classroom.not_found" : "school.not_found";
}
