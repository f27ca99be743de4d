import { JournalPage } from "../../schemas/journal.ts";

/** The route by which admins read what was done. */
export const restJournal = {
  "GET /api/journal": {
    does: "Acts of the school, newest first, fifty at a time. Query: `from`, `to` (days), `act`, `accountId`, `classroomId`, `before` (the `next` of the page before).",
    answers: JournalPage,
  },
} as const;
