import { nobody } from "./nobody.ts";

/** Of {@link personalData}, how people come in: links, letters, sessions and codes. */
export const doorData = {
  staffLink: {
    tokenHash: "invitation",
    schoolId: "invitation",
    accountId: "invitation",
    email: "invitation",
    role: "invitation",
    classroomIds: "invitation",
    expiresAt: "invitation",
  },
  lostLetter: {
    schoolId: "address of the last letter",
    about: "address of the last letter",
    email: "address of the last letter",
    reason: "address of the last letter",
    failedAt: "address of the last letter",
  },
  session: {
    tokenHash: "session of a device",
    accountId: "sessions",
    pupilId: "session of a device",
    familyId: "session of a device",
    showId: "session of a device",
    createdAt: "session of a device",
    expiresAt: "session of a device",
    id: "sessions",
    openedAt: "sessions",
    seenAt: "sessions",
    browser: "sessions",
    system: "sessions",
  },
  showCode: { showId: nobody, code: nobody, expiresAt: nobody },
} as const;
