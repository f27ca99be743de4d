import type { Generated } from "kysely";
import type { RetentionTables } from "./retention-tables.ts";

/** Epoch milliseconds. */
type Instant = number;
/** SQLite has no boolean: 0 or 1. */
type Flag = 0 | 1;

/** The rows as the database keeps them; the aggregates beside this file turn them into the contract's types. */
export type Tables = RetentionTables & {
  school: {
    id: string;
    name: string;
    city: string;
    createdAt: Instant;
    /** NULL when there is no limit but the disk's. */
    quotaBytes: Generated<number | null>;
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
  /** Append-only (triggers refuse more): what a pupil's family said about their voice. Days are `YYYY-MM-DD` in Europe/Paris. */
  voiceConsent: {
    id: Generated<number>;
    pupilId: string;
    scope: string;
    givenBy: string;
    givenOn: string;
    endsOn: string;
    means: string;
    recordedAt: Instant;
    recordedBy: string | null;
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
  };
  /** A family without children is gone (a trigger sees to it). */
  familyChild: { familyId: string; pupilId: string };
  /** A signed-in browser; only the hash of its token is kept. Exactly one of accountId, pupilId and familyId is set. */
  session: {
    tokenHash: string;
    accountId: string | null;
    pupilId: string | null;
    familyId: string | null;
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
  channel: {
    id: string;
    classroomId: string;
    slug: string;
    title: string;
    description: string;
    author: string;
    language: string;
    visibility: string;
    bird: string;
    colour: number;
    coverVersion: Generated<number>;
    hasOwnCover: Generated<Flag>;
    interludeCartId: Generated<string | null>;
    /** When anything that the feed shows last changed: its Last-Modified. */
    changedAt: Instant;
    createdAt: Instant;
  };
  /** A channel without a row has the usual settings. */
  airSettings: { channelId: string; delaySeconds: number; cutSeconds: number };
  show: {
    id: string;
    channelId: string;
    title: string;
    scheduledAt: Instant | null;
    plannedSeconds: number | null;
    /** Shows that were planned together, one a week, share it. */
    slotId: string | null;
    state: string;
    /** JSON array of the carts on its pads, in order; NULL for those of its classroom. */
    pads: string | null;
    createdAt: Instant;
    /** When what a calendar shows of it last changed. */
    changedAt: Instant;
  };
  rundown: {
    showId: string;
    revision: number;
    /** JSON array of items; speakers are pupil ids. */
    items: string;
  };
  /** An item that began while a recording ran. */
  airedItem: {
    id: Generated<number>;
    recordingId: string;
    itemId: string;
    title: string;
    startedAt: Instant;
  };
  /** Pupils who may not come back into a show. */
  showBar: { showId: string; pupilId: string; barredAt: Instant };
  cart: {
    id: string;
    classroomId: string;
    title: string;
    kind: string;
    colour: number;
    mode: string;
    gainDb: number;
    fadeOutSeconds: number;
    nextCartId: string | null;
    isForPupils: Flag;
    /** JSON of its sound rights. */
    rights: string;
    /** Of the whole file. */
    durationSeconds: number;
    soundFrom: number;
    soundTo: number;
    integratedLufs: number | null;
    truePeakDbtp: number;
    /** Where it stands on the classroom's shelf, from the lowest up. */
    place: number;
    createdAt: Instant;
  };
  /** Carts that were heard while a recording ran. */
  cartPlay: {
    id: Generated<number>;
    recordingId: string;
    cartId: string | null;
    /** Title and rights as they were then, for when the cart is gone. */
    title: string;
    rights: string;
    atSeconds: number;
  };
  /** Pupils who were said to speak into a microphone that was open on air while a recording ran; they may be gone since. */
  heardVoice: { recordingId: string; stripId: string; pupilId: string; heardAt: Instant };
  /** Pupils who were erased; `answers` is how many their family had given, `scrubbedAt` when the file was written anew after that. */
  erasedPupil: { pupilId: string; erasedAt: Instant; answers: number; scrubbedAt: Generated<Instant | null> };
  /** Pupils whose voice an episode is to do without; `way` once its files do. */
  leftOutVoice: { episodeId: string; pupilId: string; leftOutAt: Instant; way: Generated<string | null> };
  recording: {
    id: string;
    showId: string;
    /** Folder below the media directory. */
    directory: string;
    startedAt: Instant;
    /** NULL while it runs, and after a crash until it is recovered. */
    endedAt: Instant | null;
    durationSeconds: number | null;
    integratedLufs: number | null;
    /** When its tracks were removed because they were old, and when all of it was; the row stays with its episode. */
    tracksGoneAt: Generated<Instant | null>;
    goneAt: Generated<Instant | null>;
  };
  episode: {
    id: string;
    channelId: string;
    showId: string | null;
    recordingId: string | null;
    season: number;
    number: number;
    title: string;
    description: string;
    state: string;
    /** An audience of its own, narrower than its channel's; NULL for the channel's. */
    visibility: Generated<string | null>;
    recordedAt: Instant;
    publishedAt: Instant | null;
    /** When it had been published, while it is out of the feed until a voice has been left out. */
    publishedBefore: Generated<Instant | null>;
    /** A day, `YYYY-MM-DD`, before which it does not go though it is old. */
    keptUntil: Generated<string | null>;
    durationSeconds: number | null;
    /** JSON array of chapters. */
    chapters: string;
    /** Grows with every rendering; 0 before the first. Stands in the enclosures' addresses. */
    version: number;
    /** JSON array of {format, mimeType, byteLength, bitrate, path} of the current version. */
    enclosures: string;
    integratedLufs: number | null;
    truePeakDbtp: number | null;
    renderJobId: string | null;
    createdAt: Instant;
  };
  job: {
    id: string;
    kind: string;
    /** JSON, read by the handler of this kind. */
    payload: string;
    /** The classroom whose staff may see it. */
    classroomId: string | null;
    state: string;
    progress: Generated<number>;
    attempts: Generated<number>;
    error: string | null;
    runAfter: Instant;
    createdAt: Instant;
  };
  /** Append-only (triggers refuse UPDATE, and DELETE of what the schools still keep): consent, moderation, publication, erasure. */
  audit: {
    id: Generated<number>;
    at: Instant;
    /** `account:…`, `pupil:…` or `system`. */
    actor: string;
    act: string;
    /** `show:…`, `episode:…`, … */
    target: string;
    detail: string | null;
    /** Where it belongs, told when it is written; NULL where nothing of it was there any more. */
    schoolId: string | null;
    classroomId: string | null;
  };
};
