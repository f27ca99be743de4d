import type { PupilId } from "../../schemas/ids.ts";
import { CartId, ClassroomId, FamilyId, ReplyId, ShowId } from "../../schemas/ids.ts";
import { mostReplies, OwnReply, Reply, type ReplyState } from "../../schemas/replies.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

/** What a family leaves: a voice by its length, a question by its words. */
type NewReply = { id: ReplyId; familyId: FamilyId; showId: ShowId } & (
  { kind: "voice"; durationSeconds: number } | { kind: "question"; text: string }
);

const own = ["reply.id", "show.title as showTitle", "kind", "text", "durationSeconds", "reply.state"] as const;

type OwnRow = Omit<OwnReply, "sentAt" | "id" | "kind" | "state"> & {
  id: string;
  kind: string;
  state: string;
  createdAt: number;
};

const told = ({ createdAt, ...row }: OwnRow) => ({ ...row, sentAt: new Date(createdAt).toISOString() });

/** What families left for shows. Their sounds lie beside the database. */
export function openReplies(database: Database, clock: () => number = Date.now) {
  const rows = (within: Database = database) =>
    within
      .selectFrom("reply")
      .innerJoin("show", "show.id", "reply.showId")
      .innerJoin("channel", "channel.id", "show.channelId");
  const requireRoom = async (within: Database, familyId: FamilyId, showId: ShowId) => {
    const left = within.selectFrom("reply").select("id").where("familyId", "=", familyId).where("showId", "=", showId);
    if ((await left.execute()).length >= mostReplies) throw new Refusal("reply.too_many");
  };
  const childrenIn = async (familyId: string, classroomId: string) => {
    const children = database.selectFrom("familyChild").innerJoin("pupil", "pupil.id", "familyChild.pupilId");
    const here = children.where("familyId", "=", familyId).where("pupil.classroomId", "=", classroomId);
    return (await here.select("firstName").orderBy("firstName").execute()).map(({ firstName }) => firstName);
  };
  const listOf = async (classroomId: ClassroomId): Promise<Reply[]> => {
    const here = rows().where("channel.classroomId", "=", classroomId).where("reply.state", "!=", "declined");
    const found = await here
      .select([...own, "reply.createdAt", "showId", "familyId", "cartId"])
      .orderBy("reply.id", "desc")
      .execute();
    return Promise.all(
      found.map(async ({ familyId, ...row }) =>
        Reply.parse({ ...told(row), from: await childrenIn(familyId, classroomId) }),
      ),
    );
  };

  return {
    newId: (): ReplyId => newId(ReplyId),
    /** What is known of one, for those who move it. */
    require: async (id: string) => {
      const columns = [
        "reply.id",
        "familyId",
        "showId",
        "kind",
        "reply.state",
        "cartId",
        "channel.classroomId",
      ] as const;
      const row = await rows().where("reply.id", "=", id).select(columns).executeTakeFirst();
      if (row === undefined) throw new Refusal("reply.not_found");
      return {
        ...{ id: ReplyId.parse(row.id), familyId: FamilyId.parse(row.familyId), showId: ShowId.parse(row.showId) },
        ...{ kind: row.kind, state: row.state, cartId: row.cartId === null ? null : CartId.parse(row.cartId) },
        classroomId: ClassroomId.parse(row.classroomId),
      };
    },
    /** Refuses what is more than one family may leave for one show. */
    requireRoom: (familyId: FamilyId, showId: ShowId) => requireRoom(database, familyId, showId),
    add: ({ familyId, showId, ...reply }: NewReply): Promise<void> =>
      database.transaction().execute(async (within) => {
        await requireRoom(within, familyId, showId);
        const row = { text: null, durationSeconds: null, ...reply, familyId, showId, createdAt: clock() };
        await within
          .insertInto("reply")
          .values({ ...row, state: "waiting", cartId: null })
          .execute();
      }),
    /** A family's own, the newest first. */
    ofFamily: async (familyId: FamilyId): Promise<OwnReply[]> => {
      const found = rows()
        .where("familyId", "=", familyId)
        .select([...own, "reply.createdAt"]);
      return (await found.orderBy("reply.id", "desc").execute()).map((row) => OwnReply.parse(told(row)));
    },
    /** What the teachers of a class have before them, the newest first. */
    listOf,
    /** Of all families of a pupil, the oldest first; a household hands them out with what is kept of its child. */
    ofPupil: async (pupilId: PupilId) => {
      const families = database.selectFrom("familyChild").select("familyId").where("pupilId", "=", pupilId);
      const found = rows()
        .where("familyId", "in", families)
        .select([...own, "reply.createdAt", "cartId"]);
      return (await found.orderBy("reply.id").execute()).map(({ cartId, ...row }) => ({
        ...OwnReply.parse(told(row)),
        cartId: cartId === null ? null : CartId.parse(cartId),
      }));
    },
    /** Takes one that waits, for whoever comes first; tells whether it was there to be taken. */
    claim: async (id: ReplyId): Promise<boolean> => {
      const waiting = database.updateTable("reply").set({ state: "accepted" }).where("id", "=", id);
      const { numUpdatedRows } = await waiting.where("state", "=", "waiting").executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    /** Of what is declined the words go at once. */
    setState: async (id: ReplyId, state: ReplyState, cartId: CartId | null = null) => {
      const gone = state === "declined" ? { text: null } : {};
      await database
        .updateTable("reply")
        .set({ state, cartId, ...gone })
        .where("id", "=", id)
        .execute();
    },
    remove: async (id: ReplyId) => {
      await database.deleteFrom("reply").where("id", "=", id).execute();
    },
    /** Those from before an instant. */
    before: async (at: number): Promise<ReplyId[]> => {
      const old = database.selectFrom("reply").select("id").where("createdAt", "<", at);
      return (await old.execute()).map(({ id }) => ReplyId.parse(id));
    },
    /** Of the whole station, to know their files by. */
    ids: async () => (await database.selectFrom("reply").select("id").execute()).map(({ id }) => ReplyId.parse(id)),
  };
}
/** See {@link openReplies}. */
export type Replies = ReturnType<typeof openReplies>;
