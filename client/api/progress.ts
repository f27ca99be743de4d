import type { Exercise } from "../../schemas/exercises.ts";
import type {
  ClassroomId,
  ExerciseId,
  PeerInvitationId,
  PupilId,
  RubricId,
  TakeCommentId,
  TakeId,
} from "../../schemas/ids.ts";
import type { AlbumChange, AlbumTake, ClassProgress, PupilProgress } from "../../schemas/progress.ts";
import type { ReadingMarks } from "../../schemas/reading.ts";
import type {
  NewAssessment,
  NewComment,
  PeerAssessment,
  PeerChoice,
  PeerInvitation,
  TakeReview,
} from "../../schemas/reviews.ts";
import type { Rubric, RubricSettings } from "../../schemas/rubrics.ts";
import type { Take } from "../../schemas/takes.ts";
import { take, upload, type UploadOptions } from "./ask.ts";
import { of, server } from "./server.ts";

/** How pupils get on, and what is said of their takes. */
export const progressApi = {
  progress: {
    ofClass: (id: ClassroomId, since: string): Promise<ClassProgress> =>
      take(server.classrooms[":id"].progress.$get({ ...of(id), query: { since } })),
    ofPupil: (id: PupilId, since: string): Promise<PupilProgress> =>
      take(server.pupils[":id"].progress.$get({ ...of(id), query: { since } })),
    shareAlbum: (id: PupilId, isShared: boolean): Promise<AlbumChange> =>
      take(server.pupils[":id"].album.$put({ ...of(id), json: { isShared } })),
    /** What a family may hear of its children. */
    readAlbums: (): Promise<AlbumTake[]> => take(server.family.albums.$get()),
    albumSoundUrl: (id: TakeId) => `/api/family/albums/${id}/sound`,
  },
  reviews: {
    readTake: (id: TakeId): Promise<Take> => take(server.takes[":id"].$get(of(id))),
    readExercise: (id: ExerciseId): Promise<Exercise> => take(server.exercises[":id"].$get(of(id))),
    soundUrl: (id: TakeId) => `/api/takes/${id}/sound`,
    noteUrl: (id: TakeCommentId) => `/api/take-comments/${id}/sound`,
    read: (id: TakeId): Promise<TakeReview> => take(server.takes[":id"].review.$get(of(id))),
    setHeard: (id: TakeId): Promise<TakeReview> => take(server.takes[":id"].hearing.$put(of(id))),
    mark: (id: TakeId, marks: ReadingMarks): Promise<TakeReview> =>
      take(server.takes[":id"].reading.$put({ ...of(id), json: marks })),
    comment: (id: TakeId, comment: NewComment): Promise<TakeReview> =>
      take(server.takes[":id"].comments.$post({ ...of(id), json: comment })),
    removeComment: (id: TakeCommentId) => take(server["take-comments"][":id"].$delete(of(id))),
    sendNote: (id: TakeId, sound: Blob, atSeconds: number | null, options: UploadOptions): Promise<TakeReview> => {
      const form = new FormData();
      if (atSeconds !== null) form.set("atSeconds", String(atSeconds));
      form.set("file", sound, "note");
      return upload("POST", `/takes/${id}/voice-notes`, form, options);
    },
    assess: (id: TakeId, assessment: NewAssessment): Promise<TakeReview> =>
      take(server.takes[":id"].assessment.$put({ ...of(id), json: assessment })),
    invite: (id: TakeId, choice: PeerChoice): Promise<TakeReview> =>
      take(server.takes[":id"].peers.$put({ ...of(id), json: choice })),
  },
  /** What a pupil was asked to listen to. */
  peers: {
    list: (): Promise<PeerInvitation[]> => take(server["peer-invitations"].$get()),
    soundUrl: (id: PeerInvitationId) => `/api/peer-invitations/${id}/sound`,
    assess: (id: PeerInvitationId, assessment: PeerAssessment): Promise<PeerInvitation[]> =>
      take(server["peer-invitations"][":id"].assessment.$put({ ...of(id), json: assessment })),
  },
  rubrics: {
    list: (id: ClassroomId): Promise<Rubric[]> => take(server.classrooms[":id"].rubrics.$get(of(id))),
    create: (id: ClassroomId, rubric: RubricSettings): Promise<Rubric> =>
      take(server.classrooms[":id"].rubrics.$post({ ...of(id), json: rubric })),
    change: (id: RubricId, rubric: RubricSettings): Promise<Rubric> =>
      take(server.rubrics[":id"].$put({ ...of(id), json: rubric })),
    remove: (id: RubricId) => take(server.rubrics[":id"].$delete(of(id))),
  },
};
