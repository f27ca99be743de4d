import type { Dictionary } from "../words.ts";

export const backup = {
  failed: "The station’s backup could not be made.",
  old: "The station’s backup is out of date.",
  lastMade: "Last whole backup: {{ moment }}.",
  neverMade: "There is no whole backup yet.",
  oldAdvice: "Was the machine switched off? Leave it on for an hour, then look again.",
  busy: "Another backup was being made. The station tries again in an hour.",
  place:
    "The backup’s directory is missing or protected: see that the disk is plugged in, then look at the setting BACKUP_DIR. The station tries again every hour.",
  space:
    "The backup’s directory is full: make room in it, or keep fewer backups (BACKUP_KEEP). The station tries again every hour.",
  damaged: "The station’s database is damaged: do not delete it, and have the last backup restored.",
  unforeseen: "The cause stands in the station’s log; it tries again every hour.",
} satisfies Dictionary["backup"];
