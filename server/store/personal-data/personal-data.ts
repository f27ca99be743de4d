import { accountData } from "./account-data.ts";
import { doorData } from "./door-data.ts";
import { episodeData } from "./episode-data.ts";
import { exchangeData } from "./exchange-data.ts";
import { listenersData } from "./listeners-data.ts";
import { nobody } from "./nobody.ts";
import { oralData } from "./oral-data.ts";
import { podcastData } from "./podcast-data.ts";
import { pupilData } from "./pupil-data.ts";
import { reviewData } from "./review-data.ts";
import { showData } from "./show-data.ts";
import { turnsData } from "./turns-data.ts";

/**
 * Each column of the database, and whom it is about: `nobody`, or the row of the tables in docs/privacy.md that tells what it is kept for, on which legal basis, for how
 * long and who sees it, by the beginning of its first cell. A test compares this with the database and with the document.
 */
export const personalData: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...accountData,
  ...doorData,
  ...episodeData,
  ...exchangeData,
  ...listenersData,
  ...oralData,
  ...podcastData,
  ...pupilData,
  ...reviewData,
  ...showData,
  ...turnsData,
  school: {
    ...{ id: nobody, name: nobody, city: nobody, createdAt: nobody, quotaBytes: nobody },
    ...{ uai: nobody, shutAt: nobody, isRegion: nobody },
  },
  classroom: {
    quotaBytes: nobody,
    id: nobody,
    schoolId: nobody,
    name: nobody,
    schoolYear: nobody,
    code: nobody,
    codeExpiresAt: nobody,
    createdAt: nobody,
    archivedAt: nobody,
  },
  channel: {
    id: nobody,
    classroomId: nobody,
    slug: nobody,
    title: nobody,
    description: nobody,
    author: nobody,
    language: nobody,
    visibility: nobody,
    bird: nobody,
    colour: nobody,
    coverVersion: nobody,
    hasOwnCover: nobody,
    interludeCartId: nobody,
    movedTo: nobody,
    licence: nobody,
    changedAt: nobody,
    createdAt: nobody,
  },
  sisterChannel: { channelId: nobody, sisterId: nobody, place: nobody },
  airSettings: { channelId: nobody, delaySeconds: nobody, cutSeconds: nobody },
  job: {
    id: nobody,
    kind: nobody,
    payload: nobody,
    classroomId: nobody,
    state: nobody,
    progress: nobody,
    attempts: nobody,
    error: nobody,
    runAfter: nobody,
    createdAt: nobody,
  },
  retention: {
    schoolId: nobody,
    trackDays: nobody,
    recordingDays: nobody,
    episodeYears: nobody,
    mayKeepEpisodes: nobody,
    auditDays: nobody,
    listeningDays: nobody,
    consentsEndOn: nobody,
    changedAt: nobody,
  },
  auditHorizon: { id: nobody, at: nobody },
  audit: {
    id: nobody,
    at: "acts that concern others",
    schoolId: "acts that concern others",
    classroomId: "acts that concern others",
    actor: "acts that concern others",
    act: "acts that concern others",
    target: "acts that concern others",
    detail: "acts that concern others",
  },
};
