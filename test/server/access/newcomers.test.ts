import { expect, test } from "vitest";
import { ClassroomId, NewcomerId, PupilId } from "../../../schemas/ids.ts";
import type { Opened } from "../../../server/access/class-door.ts";
import { makeNewcomers } from "../../../server/access/newcomers.ts";
import { newId } from "../../../server/store/new-id.ts";

test("two colleagues who answer one newcomer at once make one pupil, and a class that is full leaves them at the door", async () => {
  const classroom = { id: newId(ClassroomId), name: "CM2" };
  const find = () => Promise.resolve({ classroom } as Opened);
  const newcomers = makeNewcomers({ classDoor: { find }, clock: Date.now, onChanged: () => undefined });
  const wish = { firstName: "Zoé", bird: "pic", colour: 4 } as const;
  const token = await newcomers.ask({ code: "PIC 0001", classroom, wish, address: "192.0.2.1" }, undefined);
  const [waiting] = await newcomers.list(classroom.id);
  const id = waiting?.id ?? newId(NewcomerId);
  const full = newcomers.letIn(classroom.id, id, () => Promise.reject(new Error("the class is full")));
  await expect(full).rejects.toThrow("the class is full");
  const made = Promise.withResolvers<PupilId>();
  const begun = Promise.withResolvers<undefined>();
  const first = newcomers.letIn(classroom.id, id, () => (begun.resolve(undefined), made.promise));
  await begun.promise;
  const second = newcomers.letIn(classroom.id, id, () => Promise.resolve(newId(PupilId)));
  await expect(second).rejects.toThrow("newcomer.not_found");
  const pupilId = newId(PupilId);
  made.resolve(pupilId);
  expect(await first).toBe(pupilId);
  expect(await newcomers.enter(token)).toMatchObject({ pupilId });
  await expect(newcomers.enter(token)).rejects.toThrow("newcomer.not_found");
});
