import type { z } from "zod";
import type { Cart } from "../../schemas/carts.ts";
import type { PupilConsent } from "../../schemas/consent.ts";
import type { Family, FamilyLink, NewFamily } from "../../schemas/families.ts";
import type { CartId, ClassroomId, PupilId } from "../../schemas/ids.ts";
import type { Classroom, NewClassroom, NewPupil, Pupil } from "../../schemas/people.ts";
import type { SchoolRoom } from "../../schemas/school-room.ts";
import type { ShowCode } from "../../schemas/show-codes.ts";
import type { DrawnSecret } from "../../schemas/pictures.ts";
import type { ClassListenings } from "../../schemas/listenings.ts";
import type { Leaving } from "../../schemas/retention.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";
import type { ClassDoor, ClassroomPage, ClassShow } from "./pages.ts";

/** A class with its code, pupils and sounds. */
export const classroomsApi = {
  classrooms: {
    openDoor: (code: string): Promise<ClassDoor> =>
      take(server["class-codes"][":code"].$get({ param: { code: encodeURIComponent(code) } })),
    list: (): Promise<Classroom[]> => take(server.classrooms.$get()),
    create: (classroom: z.infer<typeof NewClassroom>): Promise<Classroom> =>
      take(server.classrooms.$post({ json: classroom })),
    change: (id: ClassroomId, change: Partial<z.infer<typeof NewClassroom>>): Promise<Classroom> =>
      take(server.classrooms[":id"].$patch({ ...of(id), json: change })),
    read: (id: ClassroomId): Promise<ClassroomPage> => take(server.classrooms[":id"].$get(of(id))),
    renewCode: (id: ClassroomId): Promise<Classroom> => take(server.classrooms[":id"]["class-codes"].$post(of(id))),
    /** The codes of its shows that open until these have ended. */
    listShowCodes: (id: ClassroomId): Promise<ShowCode[]> => take(server.classrooms[":id"]["show-codes"].$get(of(id))),
    addPupil: (id: ClassroomId, pupil: NewPupil): Promise<Pupil> =>
      take(server.classrooms[":id"].pupils.$post({ ...of(id), json: pupil })),
    listFamilies: (id: ClassroomId): Promise<Family[]> => take(server.classrooms[":id"].families.$get(of(id))),
    /** The tokens of the links, for slips. */
    listFamilyLinks: (id: ClassroomId): Promise<FamilyLink[]> =>
      take(server.classrooms[":id"]["family-links"].$get(of(id))),
    addFamily: (id: ClassroomId, family: NewFamily): Promise<Family> =>
      take(server.classrooms[":id"].families.$post({ ...of(id), json: family })),
    /** Who has three pictures to touch after their bird. */
    listPictures: (id: ClassroomId): Promise<{ pupilIds: PupilId[] }> =>
      take(server.classrooms[":id"].pictures.$get(of(id))),
    drawPictures: (id: ClassroomId): Promise<DrawnSecret[]> => take(server.classrooms[":id"].pictures.$post(of(id))),
    /** How many listened to it. */
    readListenings: (id: ClassroomId): Promise<ClassListenings> =>
      take(server.classrooms[":id"].listenings.$get(of(id))),
    /** What will be removed of it within thirty days. */
    listLeaving: (id: ClassroomId): Promise<Leaving[]> => take(server.classrooms[":id"].leaving.$get(of(id))),
    /** What it takes of the disk. */
    readRoom: (id: ClassroomId): Promise<SchoolRoom> => take(server.classrooms[":id"].room.$get(of(id))),
    setQuota: (id: ClassroomId, quotaBytes: number | null): Promise<SchoolRoom> =>
      take(server.classrooms[":id"].room.$put({ ...of(id), json: { quotaBytes } })),
    /** What holds today for each pupil's voice. */
    listConsents: (id: ClassroomId): Promise<PupilConsent[]> => take(server.classrooms[":id"].consents.$get(of(id))),
    listShows: async (id: ClassroomId): Promise<ClassShow[]> => {
      const [{ channels }, shows] = await Promise.all([
        take(server.classrooms[":id"].$get(of(id))),
        take(server.classrooms[":id"].shows.$get(of(id))),
      ]);
      const named = new Map(channels.map((channel) => [channel.id, channel]));
      return shows.flatMap((show) => {
        const channel = named.get(show.channelId);
        return channel === undefined ? [] : [{ show, channel }];
      });
    },
    arrangeCarts: (id: ClassroomId, cartIds: readonly CartId[]): Promise<Cart[]> =>
      take(server.classrooms[":id"].pads.$put({ ...of(id), json: { cartIds: [...cartIds] } })),
    listCarts: (id: ClassroomId): Promise<Cart[]> => take(server.classrooms[":id"].carts.$get(of(id))),
  },
};
