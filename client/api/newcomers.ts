import type { ClassroomId, NewcomerId, PupilId } from "../../schemas/ids.ts";
import type { Newcomer, NewcomerState, NewcomerWish } from "../../schemas/newcomers.ts";
import type { Pupil, Session } from "../../schemas/people.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** Children who wait at the pupils' door: as their tablet asks, and as their teacher answers. */
export const newcomersApi = {
  newcomers: {
    ask: (wish: NewcomerWish) => take(server.newcomers.$post({ json: wish })),
    /** How this browser stands at the door. */
    read: (): Promise<NewcomerState> => take(server.newcomers.current.$get()),
    leave: () => take(server.newcomers.current.$delete()),
    /** Walks in once one was let in. */
    enter: (): Promise<Session> => take(server.newcomers.current.sessions.$post()),
    list: (id: ClassroomId): Promise<Newcomer[]> => take(server.classrooms[":id"].newcomers.$get(of(id))),
    /** As a new pupil of the class, or as one who is in the list. */
    letIn: (id: ClassroomId, newcomerId: NewcomerId, pupilId?: PupilId): Promise<Pupil> =>
      take(
        server.classrooms[":id"].newcomers[":newcomerId"].admissions.$post({
          param: { id, newcomerId },
          json: pupilId === undefined ? {} : { pupilId },
        }),
      ),
    refuse: (id: ClassroomId, newcomerId: NewcomerId) =>
      take(server.classrooms[":id"].newcomers[":newcomerId"].$delete({ param: { id, newcomerId } })),
  },
};
