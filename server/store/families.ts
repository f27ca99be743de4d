import { Family, FamilyChild, type FamilyLanguage } from "../../schemas/families.ts";
import { ClassroomId, FamilyId, SchoolId, type PupilId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

/** Tokens of a link as the database keeps them; `issue` counts the links that the family has had. */
export type IssuedLink = { issue: number; tokenHash: string; feedTokenHash: string; codeHash: string };

/** Whom a token opens for. */
export type LinkedFamily = { familyId: FamilyId; schoolId: SchoolId; pinHash: string | undefined };

const columns = ["family.id", "family.language", "family.tokenHash", "family.issuedAt", "family.pinHash"] as const;
type Row = { id: string; language: string; tokenHash: string | null; issuedAt: number; pinHash: string | null };

const toFamily = ({ id, language, tokenHash, issuedAt, pinHash }: Row, children: readonly FamilyChild[]): Family =>
  Family.parse({
    ...{ id, language, children },
    hasLink: tokenHash !== null,
    issuedAt: new Date(issuedAt).toISOString(),
    hasPin: pinHash !== null,
  });

/** Households and their children. A family without children is gone, and its link and sessions with it. */
export function openFamilies(database: Database, clock: () => number = Date.now) {
  const rows = () => database.selectFrom("family").select(columns);
  const ofFamily = (id: FamilyId) => database.updateTable("family").where("id", "=", id);
  const children = () =>
    database
      .selectFrom("familyChild")
      .innerJoin("pupil", "pupil.id", "familyChild.pupilId")
      .innerJoin("classroom", "classroom.id", "pupil.classroomId");

  const childrenOf = async (id: string): Promise<FamilyChild[]> => {
    const query = children()
      .select(["pupil.id", "pupil.classroomId", "pupil.firstName", "pupil.bird", "pupil.colour"])
      .select("classroom.name as classroomName")
      .where("familyId", "=", id);
    const found = await query.orderBy("pupil.firstName").orderBy("pupil.id").execute();
    return found.map((row) => FamilyChild.parse(row));
  };

  const linked = async (column: "tokenHash" | "codeHash", hash: string): Promise<LinkedFamily | undefined> => {
    const query = database.selectFrom("family").select(["id", "schoolId", "pinHash"]).where(column, "=", hash);
    const row = await query.executeTakeFirst();
    if (row === undefined) return undefined;
    const pinHash = row.pinHash ?? undefined;
    return { familyId: FamilyId.parse(row.id), schoolId: SchoolId.parse(row.schoolId), pinHash };
  };

  return {
    require: async (id: string): Promise<Family> => {
      const row = await rows().where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw new Refusal("family.not_found");
      return toFamily(row, await childrenOf(id));
    },
    /** Families with a child in the classroom, the oldest first. */
    ofClassroom: async (classroomId: ClassroomId): Promise<Family[]> => {
      const here = children().select("familyId").where("pupil.classroomId", "=", classroomId);
      const found = await rows().where("family.id", "in", here).orderBy("family.id").execute();
      return Promise.all(found.map(async (row) => toFamily(row, await childrenOf(row.id))));
    },
    /** Where a family's children are this year, each classroom once. */
    classroomsOf: async (id: FamilyId): Promise<{ id: ClassroomId; name: string }[]> => {
      const active = children().where("classroom.archivedAt", "is", null);
      const query = active.select(["classroom.id", "classroom.name"]).where("familyId", "=", id);
      const found = await query.distinct().orderBy("classroom.name").execute();
      return found.map(({ id: classroomId, name }) => ({ id: ClassroomId.parse(classroomId), name }));
    },
    create: async (family: {
      id: FamilyId;
      schoolId: SchoolId;
      language: FamilyLanguage;
      pupilIds: readonly PupilId[];
      link: IssuedLink;
    }) => {
      const { id, schoolId, language, link } = family;
      const at = { issuedAt: clock(), createdAt: clock() };
      await database.transaction().execute(async (within) => {
        await within
          .insertInto("family")
          .values({ id, schoolId, language, ...link, ...at })
          .execute();
        const bonds = [...new Set(family.pupilIds)].map((pupilId) => ({ familyId: id, pupilId }));
        await within.insertInto("familyChild").values(bonds).execute();
      });
    },
    changeLanguage: async (id: FamilyId, language: FamilyLanguage) => {
      await ofFamily(id).set({ language }).execute();
    },
    addChild: async (familyId: FamilyId, pupilId: PupilId) => {
      const bond = database.insertInto("familyChild").values({ familyId, pupilId });
      await bond.onConflict((conflict) => conflict.doNothing()).execute();
    },
    removeChild: async (familyId: FamilyId, pupilId: PupilId) => {
      const bond = database.deleteFrom("familyChild").where("familyId", "=", familyId);
      await bond.where("pupilId", "=", pupilId).execute();
    },
    /** The link that was made last, also when it was taken back: then it has no hash. */
    linkOf: async (
      id: FamilyId,
    ): Promise<Pick<Tables["family"], "issue" | "tokenHash" | "feedTokenHash" | "codeHash" | "pinHash">> => {
      const link = database.selectFrom("family").select(["issue", "tokenHash", "feedTokenHash", "codeHash", "pinHash"]);
      return link.where("id", "=", id).executeTakeFirstOrThrow();
    },
    /** Another link, or none (`undefined`): what the former one opened is shut, on every device. */
    setLink: (id: FamilyId, link: IssuedLink | undefined) =>
      database.transaction().execute(async (within) => {
        const values = link
          ? { ...link, isFeedUsed: 0 as const, issuedAt: clock() }
          : { tokenHash: null, feedTokenHash: null, codeHash: null };
        await within.updateTable("family").set(values).where("id", "=", id).execute();
        await within.deleteFrom("session").where("familyId", "=", id).execute();
        await within.deleteFrom("pushSubscription").where("familyId", "=", id).execute();
        await within.deleteFrom("letterSubscription").where("familyId", "=", id).execute();
        await within.deleteFrom("feedAddress").where("familyId", "=", id).execute();
      }),
    /** Another PIN, or none; devices that were let in stay. */
    setPin: async (id: FamilyId, pinHash: string | null) => {
      await ofFamily(id).set({ pinHash }).execute();
    },
    findByLink: (tokenHash: string) => linked("tokenHash", tokenHash),
    findByCode: (codeHash: string) => linked("codeHash", codeHash),
  };
}
/** See {@link openFamilies}. */
export type Families = ReturnType<typeof openFamilies>;
