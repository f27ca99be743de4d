import type { Generated } from "kysely";
import type { Flag, Instant } from "./values.ts";

/** The rows about schools, the people in them, and how they come in. */
export type PeopleTables = {
  school: {
    id: string;
    name: string;
    city: string;
    createdAt: Instant;
    /** NULL when there is no limit but the disk's. */
    quotaBytes: Generated<number | null>;
    /** The ministry's code, which a region's list knows it by. */
    uai: Generated<string | null>;
    /** NULL while its people may come in and its radios are heard. */
    shutAt: Generated<Instant | null>;
    /** The tenant of a region's admins; it has no class. */
    isRegion: Generated<Flag>;
  };
  account: {
    id: string;
    schoolId: string;
    email: string;
    passwordHash: string;
    displayName: string;
    role: string;
    createdAt: Instant;
    /** NULL while the person may come in. */
    deactivatedAt: Generated<Instant | null>;
    /** What they are called beside the episodes in which they are heard; NULL is not at all. */
    podcastName: Generated<string | null>;
  };
  /** A person of an identity provider who is this account. */
  accountIdentity: { issuer: string; subject: string; accountId: string; createdAt: Instant };
  classroom: {
    id: string;
    schoolId: string;
    name: string;
    schoolYear: string;
    code: string;
    codeExpiresAt: Instant;
    createdAt: Instant;
    /** When its year was over: from then on it is the admins' only. */
    archivedAt: Generated<Instant | null>;
    /** NULL when there is no limit but the school's. */
    quotaBytes: Generated<number | null>;
  };
  /** Which teachers belong to which classrooms. */
  membership: { accountId: string; classroomId: string };
  pupil: {
    id: string;
    classroomId: string;
    firstName: string;
    bird: string;
    colour: number;
    createdAt: Instant;
    secretHash: Generated<string | null>;
  };
  /** An invitation, or with an accountId a link for a lost password; gone once it was used. */
  staffLink: {
    tokenHash: string;
    schoolId: string;
    accountId: string | null;
    email: string;
    role: string;
    /** JSON array. */
    classroomIds: string;
    expiresAt: Instant;
  };
  /** The last letter of a school that did not arrive. */
  lostLetter: { schoolId: string; about: string; email: string; reason: string; failedAt: Instant };
  /** A code after the password; without confirmedAt nobody is asked for it yet. */
  secondStep: {
    accountId: string;
    /** AES-256-GCM under a key derived from the station's. */
    sealedSecret: string;
    confirmedAt: Instant | null;
    /** Newest half minute whose code was used. */
    lastCounter: Generated<number>;
  };
  /** Of a credential: its id and public key in base64url. */
  passkey: {
    id: string;
    accountId: string;
    name: string;
    publicKey: string;
    counter: number;
    /** JSON array. */
    transports: string;
    createdAt: Instant;
    usedAt: Instant | null;
  };
  recoveryCode: { codeHash: string; accountId: string };
  /** A household with one private link. */
  family: {
    id: string;
    schoolId: string;
    language: string;
    /** Grows with every link that was made: what its tokens are derived from. */
    issue: number;
    /** Hashes of the link's token, of the one in the private feed's address and of the code on the slip; NULL once the link was taken back. */
    tokenHash: string | null;
    feedTokenHash: string | null;
    codeHash: string | null;
    issuedAt: Instant;
    pinHash: string | null;
    createdAt: Instant;
    /** Whether an app asked for a feed with the link's own address. */
    isFeedUsed: Generated<Flag>;
  };
  /** A private feed address of a family's, or of a classroom's: then of the teacher in accountId, or of the class's devices. */
  feedAddress: {
    id: string;
    familyId: string | null;
    classroomId: string | null;
    accountId: string | null;
    tokenHash: string;
    device: string;
    createdAt: Instant;
    isUsed: Generated<Flag>;
  };
  /** A family without children is gone (a trigger sees to it). */
  familyChild: { familyId: string; pupilId: string };
  /** A signed-in browser; only the hash of its token is kept. Exactly one of accountId, pupilId and familyId is set. */
  session: {
    tokenHash: string;
    accountId: string | null;
    pupilId: string | null;
    familyId: string | null;
    /** Of a pupil who came in by a show's code: it ends with that show. */
    showId: Generated<string | null>;
    /** When this token was made; the session may have had others. */
    createdAt: Instant;
    expiresAt: Instant;
    /** The same for a session's successive tokens. */
    id: string;
    openedAt: Instant;
    /** Last visit, of staff only. */
    seenAt: Instant;
    browser: string;
    system: string;
  };
};
