const widths = "'class family public'";

/** Whether one audience is smaller than another; both are SQL. */
const isNarrower = (one: string, other: string) => `instr(${widths}, ${one}) < instr(${widths}, ${other})`;

/** What is in the restored table and not in the newer one, where these columns are the same. */
const removeGone = (table: string, ...columns: string[]) =>
  `DELETE FROM main.${table} WHERE (${columns.join(", ")}) NOT IN (SELECT ${columns.join(", ")} FROM newer.${table})`;

/** Voices that were left out of an episode of the backup since it was made. */
const leftOutSince = `(SELECT later.* FROM newer.leftOutVoice AS later
     WHERE later.episodeId IN (SELECT id FROM main.episode)
       AND (later.episodeId, later.pupilId) NOT IN (SELECT episodeId, pupilId FROM main.leftOutVoice))`;

const isOut = "(publishedAt IS NOT NULL OR publishedBefore IS NOT NULL)";

/**
 * Statements that shut in a restored database, `main`, what was shut in the `newer` one since: each only ever leaves less open than there was, and what was opened
 * since stays as it is in the backup.
 */
export const shutSince: readonly string[] = [
  removeGone("membership", "accountId", "classroomId"),
  // A family goes with its last child.
  removeGone("familyChild", "familyId", "pupilId"),
  removeGone("family", "id"),
  removeGone("accountIdentity", "issuer", "subject", "accountId"),
  removeGone("passkey", "id"),
  `UPDATE school SET shutAt = later.shutAt FROM newer.school AS later
     WHERE later.id = school.id AND school.shutAt IS NULL AND later.shutAt IS NOT NULL`,
  `UPDATE classroom SET archivedAt = later.archivedAt FROM newer.classroom AS later
     WHERE later.id = classroom.id AND classroom.archivedAt IS NULL AND later.archivedAt IS NOT NULL`,
  `UPDATE classroom SET codeExpiresAt = 0 FROM newer.classroom AS later WHERE later.id = classroom.id AND later.code <> classroom.code`,
  // Barred pupils as they were last, in every show that was there.
  "DELETE FROM main.showBar WHERE showId IN (SELECT id FROM newer.show)",
  `INSERT OR IGNORE INTO main.showBar SELECT * FROM newer.showBar
     WHERE showId IN (SELECT id FROM main.show) AND pupilId IN (SELECT id FROM main.pupil)`,
  // No code of a show opens: one that was taken away since is not told from one that was not.
  "DELETE FROM main.showCode",
  `UPDATE channel SET visibility = later.visibility, changedAt = later.changedAt FROM newer.channel AS later
     WHERE later.id = channel.id AND ${isNarrower("later.visibility", "channel.visibility")}`,
  `UPDATE episode SET visibility = later.visibility FROM newer.episode AS later
     WHERE later.id = episode.id AND ${isNarrower("later.visibility", "coalesce(episode.visibility, 'public')")}`,
  // What was taken out of its feed, or erased, is not in a feed again; one that is to come back by itself is seen to when the station starts.
  `UPDATE episode SET publishedAt = NULL, publishedBefore = NULL, state = CASE state WHEN 'published' THEN 'rendered' ELSE state END
     WHERE ${isOut} AND id NOT IN (SELECT id FROM newer.episode WHERE ${isOut})`,
  // The backup's files have the voices that were left out since: such an episode leaves its feed, and is made anew, and back, when the station starts.
  `UPDATE episode SET state = 'rendering', renderJobId = NULL, publishedBefore = coalesce(publishedBefore, publishedAt), publishedAt = NULL
     WHERE state IN ('published', 'rendered') AND id IN (SELECT episodeId FROM ${leftOutSince})`,
  `INSERT INTO main.leftOutVoice (episodeId, pupilId, leftOutAt) SELECT episodeId, pupilId, leftOutAt FROM ${leftOutSince}`,
];
