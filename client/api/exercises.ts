import type { Cart } from "../../schemas/carts.ts";
import type { Exercise, ExerciseChange, ExerciseSettings } from "../../schemas/exercises.ts";
import type { ClassroomId, ExerciseId, PupilId, ShowId, TakeId } from "../../schemas/ids.ts";
import type { Rundown } from "../../schemas/rundown.ts";
import type { Take, TakeChange } from "../../schemas/takes.ts";
import { take, upload, type UploadOptions } from "./ask.ts";
import { of, server } from "./server.ts";

/** Oral exercises, and what pupils record for them. */
export const exercisesApi = {
  exercises: {
    list: (classroomId: ClassroomId): Promise<Exercise[]> =>
      take(server.classrooms[":id"].exercises.$get(of(classroomId))),
    create: (classroomId: ClassroomId, settings: ExerciseSettings): Promise<Exercise> =>
      take(server.classrooms[":id"].exercises.$post({ ...of(classroomId), json: settings })),
    read: (id: ExerciseId): Promise<Exercise> => take(server.exercises[":id"].$get(of(id))),
    change: (id: ExerciseId, change: ExerciseChange): Promise<Exercise> =>
      take(server.exercises[":id"].$patch({ ...of(id), json: change })),
    remove: (id: ExerciseId) => take(server.exercises[":id"].$delete(of(id))),
    listTakes: (id: ExerciseId): Promise<Take[]> => take(server.exercises[":id"].takes.$get(of(id))),
    takesUrl: (id: ExerciseId) => `/api/exercises/${id}/takes`,
    modelUrl: (id: ExerciseId) => `/api/exercises/${id}/model`,
    sendModel: (id: ExerciseId, sound: Blob, options: UploadOptions): Promise<Exercise> => {
      const form = new FormData();
      form.append("file", sound, "sound");
      return upload("PUT", `/exercises/${id}/model`, form, options);
    },
    pictureUrl: (id: ExerciseId, picture: string) => `/api/exercises/${id}/pictures/${picture}`,
    sendPicture: (id: ExerciseId, file: File, alt: string, options: UploadOptions): Promise<Exercise> => {
      const form = new FormData();
      form.append("alt", alt);
      form.append("file", file);
      return upload("POST", `/exercises/${id}/pictures`, form, options);
    },
    removePicture: (id: ExerciseId, picture: string): Promise<Exercise> =>
      take(server.exercises[":id"].pictures[":picture"].$delete({ param: { id, picture } })),
    removeModel: (id: ExerciseId): Promise<Exercise> => take(server.exercises[":id"].model.$delete(of(id))),
  },
  takes: {
    change: (id: TakeId, change: TakeChange): Promise<Take> =>
      take(server.takes[":id"].$patch({ ...of(id), json: change })),
    remove: (id: TakeId) => take(server.takes[":id"].$delete(of(id))),
    makeCart: (id: TakeId): Promise<Cart> => take(server.takes[":id"].carts.$post(of(id))),
    setPartner: (id: TakeId, partnerId: PupilId | null): Promise<Take> =>
      take(server.takes[":id"].partner.$put({ ...of(id), json: { partnerId } })),
    /** As a part of a show that plays it. */
    addToShow: (id: TakeId, showId: ShowId): Promise<Rundown> =>
      take(server.takes[":id"].items.$post({ ...of(id), json: { showId } })),
    soundUrl: (id: TakeId) => `/api/takes/${id}/sound`,
    uploadUrl: (id: TakeId) => `/api/takes/${id}/upload`,
  },
};
