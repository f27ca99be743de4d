import { z } from "zod";
import { mostTemplates, RundownTemplate } from "../../schemas/exchange.ts";
import { RundownTemplateId, type ClassroomId } from "../../schemas/ids.ts";
import { RundownItem } from "../../schemas/rundown.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

const Items = z.array(RundownItem);
const columns = ["id", "classroomId", "title", "words", "credit", "items"] as const;

/** A template that is to be kept, and the class that it comes from. */
type NewTemplate = Omit<RundownTemplate, "id"> & { homeId: ClassroomId };

/** The rundowns that a class took from others. */
export function openRundownTemplates(database: Database, clock: () => number = Date.now) {
  const listOf = async (classroomId: ClassroomId): Promise<RundownTemplate[]> => {
    const rows = database.selectFrom("rundownTemplate").select(columns).where("classroomId", "=", classroomId);
    return (await rows.orderBy("id", "desc").execute()).map(({ items, ...row }) =>
      RundownTemplate.parse({ ...row, items: Items.parse(JSON.parse(items)) }),
    );
  };
  const requireRoom = async (classroomId: ClassroomId) => {
    if ((await listOf(classroomId)).length >= mostTemplates) throw new Refusal("offer.too_many_templates");
  };
  return {
    /** The newest first. */
    listOf,
    requireRoom,
    add: async ({ items, ...template }: NewTemplate) => {
      const row = { id: newId(RundownTemplateId), ...template, items: JSON.stringify(items), createdAt: clock() };
      await database.insertInto("rundownTemplate").values(row).execute();
    },
    /** One of this class; of any other, there is none. */
    remove: async (classroomId: ClassroomId, id: string) => {
      const rows = database.deleteFrom("rundownTemplate").where("classroomId", "=", classroomId);
      const { numDeletedRows } = await rows.where("id", "=", id).executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new Refusal("offer.not_found");
    },
  };
}
/** See {@link openRundownTemplates}. */
export type RundownTemplates = ReturnType<typeof openRundownTemplates>;
