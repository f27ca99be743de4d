import type { ClassroomId, ReplyId, ShowId } from "../../schemas/ids.ts";
import type { OwnReply, Reply } from "../../schemas/replies.ts";
import { take, upload, type UploadOptions } from "./ask.ts";
import { of, server } from "./server.ts";

/** What families leave for a show: their own side, and that of the class. */
export const repliesApi = {
  ownReplies: {
    list: (): Promise<OwnReply[]> => take(server.family.replies.$get()),
    leave: (id: ShowId, form: FormData, options: UploadOptions): Promise<OwnReply> =>
      upload("POST", `/shows/${id}/replies`, form, options),
    ask: (id: ShowId, text: string): Promise<OwnReply> =>
      take(server.shows[":id"].questions.$post({ ...of(id), json: { text } })),
    remove: (id: ReplyId) => take(server.family.replies[":id"].$delete(of(id))),
  },
  replies: {
    list: (id: ClassroomId): Promise<Reply[]> => take(server.classrooms[":id"].replies.$get(of(id))),
    soundUrl: (id: ReplyId) => `/api/replies/${id}/sound`,
    accept: (id: ReplyId, title: string) => take(server.replies[":id"].acceptance.$put({ ...of(id), json: { title } })),
    decline: (id: ReplyId) => take(server.replies[":id"].$delete(of(id))),
  },
};
