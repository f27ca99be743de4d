import type { FeedDevice } from "../../schemas/feed-addresses.ts";
import { ClassroomId, FamilyId, FeedAddressId, SchoolId, type AccountId } from "../../schemas/ids.ts";
import { keepAnswers } from "./answers.ts";
import type { Database } from "./open-database.ts";

/** Whom an address hears for: a family, or a classroom. */
export type FeedHolder =
  | { role: "family"; familyId: FamilyId; schoolId: SchoolId }
  | { role: "subscriber"; classroomId: ClassroomId; schoolId: SchoolId };

/** Whose address it is: a family's, a teacher's in one class, or one of the class's devices. */
export type FeedOwner = { familyId: FamilyId } | { classroomId: ClassroomId; accountId: AccountId | null };

type Kept = { holder: FeedHolder; isUsed: boolean };

/** Private feed addresses, by the hashes of their tokens. One that is gone opens nothing from the next request on. */
export function openFeedAddresses(database: Database, clock: () => number = Date.now) {
  const keep = keepAnswers<Kept | undefined>(database);
  const rows = () => database.selectFrom("feedAddress").select(["id", "device", "tokenHash", "createdAt", "isUsed"]);

  const ofOwner = (owner: FeedOwner) =>
    "familyId" in owner
      ? rows().where("familyId", "=", owner.familyId)
      : rows().where("classroomId", "=", owner.classroomId).where("accountId", "is", owner.accountId);

  async function findOfLink(tokenHash: string): Promise<Kept | undefined> {
    const query = database.selectFrom("family").select(["id", "schoolId", "isFeedUsed"]);
    const row = await query.where("feedTokenHash", "=", tokenHash).executeTakeFirst();
    return row && { holder: familyHolder(row.id, row.schoolId), isUsed: row.isFeedUsed === 1 };
  }

  async function findOfFamily(tokenHash: string): Promise<Kept | undefined> {
    const query = database.selectFrom("feedAddress").innerJoin("family", "family.id", "feedAddress.familyId");
    const named = query.select(["family.id", "family.schoolId", "feedAddress.isUsed"]);
    const row = await named.where("feedAddress.tokenHash", "=", tokenHash).executeTakeFirst();
    return row && { holder: familyHolder(row.id, row.schoolId), isUsed: row.isUsed === 1 };
  }

  // Somebody's own is worth something for as long as they teach the class, or lead its school.
  async function findOfClassroom(tokenHash: string): Promise<Kept | undefined> {
    const row = await database
      .selectFrom("feedAddress")
      .innerJoin("classroom", "classroom.id", "feedAddress.classroomId")
      .leftJoin("membership", (on) =>
        on
          .onRef("membership.classroomId", "=", "classroom.id")
          .onRef("membership.accountId", "=", "feedAddress.accountId"),
      )
      .leftJoin("account", (on) =>
        on
          .onRef("account.id", "=", "feedAddress.accountId")
          .onRef("account.schoolId", "=", "classroom.schoolId")
          .on("account.deactivatedAt", "is", null),
      )
      .select(["classroom.id", "classroom.schoolId", "feedAddress.isUsed", "feedAddress.accountId"])
      .select(["membership.accountId as taughtBy", "account.role"])
      .where("feedAddress.tokenHash", "=", tokenHash)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const isTheirs = row.role !== null && (row.taughtBy !== null || row.role === "admin");
    if (row.accountId !== null && !isTheirs) return undefined;
    const ids = { classroomId: ClassroomId.parse(row.id), schoolId: SchoolId.parse(row.schoolId) };
    return { holder: { role: "subscriber", ...ids }, isUsed: row.isUsed === 1 };
  }

  const find = (tokenHash: string): Promise<Kept | undefined> =>
    keep(
      tokenHash,
      async () =>
        (await findOfLink(tokenHash)) ?? (await findOfFamily(tokenHash)) ?? (await findOfClassroom(tokenHash)),
    );

  return {
    /** Asked for with every piece of a private feed's sound, so the answer is kept. */
    findHolder: async (tokenHash: string): Promise<FeedHolder | undefined> => (await find(tokenHash))?.holder,
    /** An app asked for a feed: that it did is kept, once. */
    noteUse: async (tokenHash: string) => {
      if ((await find(tokenHash))?.isUsed !== false) return;
      await database.updateTable("family").set({ isFeedUsed: 1 }).where("feedTokenHash", "=", tokenHash).execute();
      await database.updateTable("feedAddress").set({ isUsed: 1 }).where("tokenHash", "=", tokenHash).execute();
    },
    /** Oldest first. */
    listOf: async (owner: FeedOwner) =>
      (await ofOwner(owner).orderBy("id").execute()).map((row) => ({ ...row, id: FeedAddressId.parse(row.id) })),
    create: async (owner: FeedOwner, address: { id: FeedAddressId; tokenHash: string; device: FeedDevice }) => {
      await database
        .insertInto("feedAddress")
        .values({ familyId: null, classroomId: null, accountId: null, ...owner, ...address, createdAt: clock() })
        .execute();
    },
    /** The address that came with a family's link; its hash is NULL once it was stopped. */
    ofLink: (id: FamilyId) =>
      database
        .selectFrom("family")
        .select(["issue", "feedTokenHash", "issuedAt", "isFeedUsed"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow(),
    /** Stops one of the owner's addresses; an id of somebody else's stops nothing. */
    remove: async (owner: FeedOwner, id: string) => {
      if ("familyId" in owner && owner.familyId === id) {
        await database.updateTable("family").set({ feedTokenHash: null }).where("id", "=", id).execute();
        return;
      }
      const gone = ofOwner(owner).where("id", "=", id).clearSelect().select("id");
      await database.deleteFrom("feedAddress").where("id", "in", gone).execute();
    },
    /** Stops every address of the families with a child in the class; their links stay. */
    removeOfFamilies: async (classroomId: ClassroomId) => {
      const families = familiesOf(database, classroomId);
      await database.transaction().execute(async (within) => {
        await within.deleteFrom("feedAddress").where("familyId", "in", families).execute();
        await within.updateTable("family").set({ feedTokenHash: null }).where("id", "in", families).execute();
      });
    },
    /** How many addresses of the class's families an app has asked with. */
    countUsedOfFamilies: async (classroomId: ClassroomId): Promise<number> => {
      const families = familiesOf(database, classroomId);
      const ofLinks = database
        .selectFrom("family")
        .select("id")
        .where("id", "in", families)
        .where("isFeedUsed", "=", 1);
      const links = await ofLinks.where("feedTokenHash", "is not", null).execute();
      const others = database.selectFrom("feedAddress").select("id").where("familyId", "in", families);
      return links.length + (await others.where("isUsed", "=", 1).execute()).length;
    },
  };
}
/** See {@link openFeedAddresses}. */
export type FeedAddresses = ReturnType<typeof openFeedAddresses>;

const familyHolder = (id: string, schoolId: string): FeedHolder => ({
  role: "family",
  familyId: FamilyId.parse(id),
  schoolId: SchoolId.parse(schoolId),
});

const familiesOf = (database: Database, classroomId: ClassroomId) =>
  database
    .selectFrom("familyChild")
    .innerJoin("pupil", "pupil.id", "familyChild.pupilId")
    .where("pupil.classroomId", "=", classroomId)
    .select("familyChild.familyId");
