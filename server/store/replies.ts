import type { Visibility } from "../../schemas/channels.ts";
import { narrowest, reaches, type ConsentScope } from "../../schemas/consent.ts";
import { CartId, ClassroomId, FamilyId, PupilId, ReplyId, ShowId } from "../../schemas/ids.ts";
import {
  mostReplies,
  OwnReply,
  Reply,
  type NewVoice,
  type ReplySpeaker,
  type ReplyState,
} from "../../schemas/replies.ts";
import { Refusal } from "../errors.ts";
import { openConsents } from "./consents.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { openSpokenCarts } from "./spoken-carts.ts";

/** What a family leaves: a voice by its length, whose it is and who may hear it; a question by its words. */
type NewReply = { id: ReplyId; familyId: FamilyId; showId: ShowId } & (
  { kind: "voice"; durationSeconds: number; voice: NewVoice } | { kind: "question"; text: string }
);

const own = [
  ...(["reply.id", "show.title as showTitle", "kind", "text", "durationSeconds", "reply.state"] as const),
  ...(["familyVoice.speaker", "familyVoice.scope"] as const),
] as const;

type OwnRow = Omit<OwnReply, "sentAt" | "id" | "kind" | "state"> & {
  id: string;
  kind: string;
  state: string;
  createdAt: number;
};

type Voice = { scope: ConsentScope | null; speaker: ReplySpeaker | null; familyId: string; classroomId: string };

const told = ({ createdAt, ...row }: OwnRow) => ({ ...row, sentAt: new Date(createdAt).toISOString() });

/** What families left for shows. Their sounds lie beside the database. */
export function openReplies(database: Database, clock: () => number = Date.now) {
  const rows = (within: Database = database) =>
    within
      .selectFrom("reply")
      .innerJoin("show", "show.id", "reply.showId")
      .innerJoin("channel", "channel.id", "show.channelId")
      .leftJoin("familyVoice", "familyVoice.id", "reply.id");
  const requireRoom = async (within: Database, familyId: FamilyId, showId: ShowId) => {
    const left = within.selectFrom("reply").select("id").where("familyId", "=", familyId).where("showId", "=", showId);
    if ((await left.execute()).length >= mostReplies) throw new Refusal("reply.too_many");
  };
  const childrenIn = async (familyId: string, classroomId: string) => {
    const children = database.selectFrom("familyChild").innerJoin("pupil", "pupil.id", "familyChild.pupilId");
    const here = children.where("familyId", "=", familyId).where("pupil.classroomId", "=", classroomId);
    const found = await here.select(["pupil.id", "firstName"]).orderBy("firstName").execute();
    return found.map(({ id, firstName }) => ({ id: PupilId.parse(id), firstName }));
  };
  const [consents, spokenCarts] = [openConsents(database, clock), openSpokenCarts(database, clock)];
  /** How far a voice may go today: a child's no further than its family's answers about the children in the class, whichever of them speaks. */
  const reachOf = async ({ scope, speaker, familyId, classroomId }: Voice): Promise<ConsentScope> => {
    if (speaker !== "child") return scope ?? "public";
    const children = await consents.standingOf((await childrenIn(familyId, classroomId)).map(({ id }) => id));
    return narrowest([scope ?? "none", ...children.map((child) => child.scope)]);
  };
  const listOf = async (classroomId: ClassroomId): Promise<Reply[]> => {
    const here = rows().where("channel.classroomId", "=", classroomId).where("reply.state", "!=", "declined");
    const found = await here
      .select([...own, "reply.createdAt", "showId", "familyId", "cartId", "channel.visibility"])
      .orderBy("reply.id", "desc")
      .execute();
    return Promise.all(
      found.map(async ({ familyId, visibility, ...row }) => {
        const from = (await childrenIn(familyId, classroomId)).map(({ firstName }) => firstName);
        const isTooNarrow = !reaches(await reachOf({ ...row, familyId, classroomId }), visibility as Visibility);
        return Reply.parse({ ...told(row), from, isTooNarrow });
      }),
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
        "channel.visibility",
        "familyVoice.speaker",
        "familyVoice.scope",
      ] as const;
      const row = await rows().where("reply.id", "=", id).select(columns).executeTakeFirst();
      if (row === undefined) throw new Refusal("reply.not_found");
      const reach = await reachOf(row);
      return {
        isTooNarrow: !reaches(reach, row.visibility as Visibility),
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
        const isVoice = reply.kind === "voice";
        const words = isVoice ? { durationSeconds: reply.durationSeconds } : { text: reply.text };
        const row = { text: null, durationSeconds: null, id: reply.id, kind: reply.kind, ...words, familyId, showId };
        await within
          .insertInto("reply")
          .values({ ...row, createdAt: clock(), state: "waiting", cartId: null })
          .execute();
        if (isVoice)
          await within
            .insertInto("familyVoice")
            .values({ id: reply.id, ...reply.voice })
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
    setState: async (id: ReplyId, state: ReplyState) => {
      const gone = state === "declined" ? { text: null, cartId: null } : {};
      await database
        .updateTable("reply")
        .set({ state, ...gone })
        .where("id", "=", id)
        .execute();
    },
    /** It is a sound of the desk now; where a child speaks, the family's children in the class answer for it too. */
    setCart: async (id: ReplyId, cartId: CartId) => {
      const row = await rows()
        .where("reply.id", "=", id)
        .select(["familyId", "classroomId", "speaker"])
        .executeTakeFirst();
      await database.updateTable("reply").set({ cartId }).where("id", "=", id).execute();
      if (row?.speaker !== "child") return;
      const children = await childrenIn(row.familyId, row.classroomId);
      if (children.length > 0)
        await spokenCarts.note(
          cartId,
          children.map((child) => child.id),
        );
    },
    /** The family takes its voice back: wherever it was heard, it may be heard by nobody. */
    withdraw: async (id: ReplyId) => {
      await database.updateTable("familyVoice").set({ scope: "none" }).where("id", "=", id).execute();
    },
    /** How far it might go is kept for as long as it is heard somewhere. */
    remove: async (id: ReplyId) => {
      await database.deleteFrom("reply").where("id", "=", id).execute();
      const unheard = database
        .deleteFrom("familyVoice")
        .where("id", "not in", database.selectFrom("reply").select("id"));
      await unheard.where("id", "not in", database.selectFrom("heardVoice").select("pupilId")).execute();
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
