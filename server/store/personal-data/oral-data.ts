import { nobody } from "./nobody.ts";

/** The part of `personalData` about oral exercises and takes. */
export const oralData = {
  exercise: {
    ...{ id: nobody, classroomId: nobody, kind: nobody, isForAll: nobody, showId: nobody, itemId: nobody },
    ...{ dueOn: nobody, keptTakes: nobody, listeners: nobody, hasModel: nobody, createdAt: nobody },
    title: "names that somebody types",
    ownPictures: "names that somebody types",
    words: "names that somebody types",
  },
  exercisePupil: { exerciseId: "for whom an exercise is", pupilId: "for whom an exercise is" },
  campaign: { id: nobody, schoolId: nobody, state: nobody, openedAt: nobody, endedAt: nobody, counts: nobody },
  campaignSum: { campaignId: nobody, figure: nobody, persons: nobody, total: nobody },
  campaignMark: { campaignId: "that they have answered", mark: "that they have answered" },
  pooledSum: { year: nobody, figure: nobody, isTold: nobody, persons: nobody, total: nobody },
  anchor: {
    ...{ id: nobody, schoolId: nobody, grade: nobody },
    ...{ rubric: "names that somebody types", criteria: "names that somebody types" },
    ...{ broughtBy: "voice in a sound to compare ears by", title: "voice in a sound to compare ears by" },
    ...{ voice: "voice in a sound to compare ears by", agreed: "voice in a sound to compare ears by" },
  },
  anchorRating: {
    place: nobody,
    ...{ anchorId: "levels that they gave such a sound", accountId: "levels that they gave such a sound" },
    ...{ firstLevels: "levels that they gave such a sound", levels: "levels that they gave such a sound" },
  },
  spokenCart: { cartId: "voice in a take", pupilId: "voice in a take", takeId: "voice in a take" },
  take: {
    id: "voice in a take",
    exerciseId: "voice in a take",
    pupilId: "voice in a take",
    partnerId: "voice in a take",
    state: "voice in a take",
    recordedAt: "voice in a take",
    durationSeconds: "voice in a take",
    byteLength: "voice in a take",
    arrivedAt: "voice in a take",
    sentAt: "voice in a take",
    analysis: "measures of a take",
    measures: "measures of a take",
    selfAssessment: "what a pupil thinks of their own take",
  },
} as const;
