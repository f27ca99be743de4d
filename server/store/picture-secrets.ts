import { PupilId, type ClassroomId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** Which pupils have a secret of three pictures, by its hash. */
export function openPictureSecrets(database: Database) {
  const pupils = () => database.selectFrom("pupil");
  return {
    hashOf: async (pupilId: PupilId): Promise<string | null> =>
      (await pupils().select("secretHash").where("id", "=", pupilId).executeTakeFirst())?.secretHash ?? null,
    /** `null` takes it away. */
    set: async (pupilId: PupilId, secretHash: string | null) => {
      await database.updateTable("pupil").set({ secretHash }).where("id", "=", pupilId).execute();
    },
    /** For a pupil who has none; false when they have one by now. */
    give: async (pupilId: PupilId, secretHash: string): Promise<boolean> => {
      const without = database.updateTable("pupil").set({ secretHash }).where("id", "=", pupilId);
      return (await without.where("secretHash", "is", null).executeTakeFirst()).numUpdatedRows > 0n;
    },
    /** Those of a classroom who have one, or have none. */
    list: async (classroomId: ClassroomId, { hasSecret }: { hasSecret: boolean }): Promise<PupilId[]> => {
      const ofClass = pupils().select("id").where("classroomId", "=", classroomId);
      const found = await ofClass
        .where("secretHash", hasSecret ? "is not" : "is", null)
        .orderBy("firstName")
        .execute();
      return found.map(({ id }) => PupilId.parse(id));
    },
  };
}
/** See {@link openPictureSecrets}. */
export type PictureSecrets = ReturnType<typeof openPictureSecrets>;
