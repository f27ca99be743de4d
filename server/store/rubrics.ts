import { RubricId, type ClassroomId } from "../../schemas/ids.ts";
import { mostRubrics, Rubric, type RubricSettings } from "../../schemas/rubrics.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

const toRubric = ({ criteria, ...row }: { criteria: string; [key: string]: unknown }) =>
  Rubric.parse({ ...row, criteria: JSON.parse(criteria) as unknown });
const toRow = ({ criteria, ...words }: RubricSettings) => ({ ...words, criteria: JSON.stringify(criteria) });

/** The rubrics of classrooms: their own copies, which they change as they like. */
export function openRubrics(database: Database) {
  const rows = () => database.selectFrom("rubric").selectAll();
  const require = async (id: string): Promise<Rubric> => {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("rubric.not_found");
    return toRubric(row);
  };
  const listOf = async (classroomId: ClassroomId): Promise<Rubric[]> =>
    (await rows().where("classroomId", "=", classroomId).orderBy("id").execute()).map(toRubric);

  return {
    require,
    /** In the order in which they were made. */
    listOf,
    /** Refuses `rubric.too_many`. */
    create: async (classroomId: ClassroomId, settings: RubricSettings): Promise<Rubric> => {
      if ((await listOf(classroomId)).length >= mostRubrics) throw new Refusal("rubric.too_many");
      const id = newId(RubricId);
      await database
        .insertInto("rubric")
        .values({ id, classroomId, ...toRow(settings) })
        .execute();
      return require(id);
    },
    /** What was chosen by it stays; a criterion that is new has no level there. */
    change: async (id: RubricId, settings: RubricSettings): Promise<Rubric> => {
      await database.updateTable("rubric").set(toRow(settings)).where("id", "=", id).execute();
      return require(id);
    },
    /** With every level that was chosen by it. */
    remove: async (id: RubricId) => {
      await database.deleteFrom("rubric").where("id", "=", id).execute();
    },
  };
}
/** See {@link openRubrics}. */
export type Rubrics = ReturnType<typeof openRubrics>;
