import type { Family, FamilyLanguage, FamilyLink } from "../../schemas/families.ts";
import type { PupilId } from "../../schemas/ids.ts";
import type { ApiClient } from "./api-client.ts";
import { refusalIn } from "./api-client.ts";
import type { openDoors } from "./doors.ts";
import type { TestSchool } from "./school.ts";

type Doors = Awaited<ReturnType<typeof openDoors>>;

/** A school whose channel is for its families, and what its teacher does with their links. */
export async function openFamilySchool(doors: Doors, school: TestSchool) {
  await doors.store.channels.change(school.channel.id, { visibility: "family" });
  const teacher = await doors.asTeacher(school);
  const classroom = `/api/classrooms/${school.classroom.id}`;
  const make = async (pupilIds: readonly PupilId[], language: FamilyLanguage = "fr"): Promise<Family> =>
    (await teacher.post(`${classroom}/families`, { language, pupilIds })).json() as Promise<Family>;
  const list = async () => (await (await teacher.get(`${classroom}/families`)).json()) as Family[];
  /** What the slip's QR code carries behind the `#`; undefined once the link was taken back. */
  const tokenOf = async (family: Pick<Family, "id">) => {
    const links = (await (await teacher.get(`${classroom}/family-links`)).json()) as FamilyLink[];
    return links.find(({ familyId }) => familyId === family.id)?.url.split("/famille#")[1];
  };
  /** What a telephone without a scanner types, after the `#`. */
  const slipCodeOf = async (family: Pick<Family, "id">) => {
    const links = (await (await teacher.get(`${classroom}/family-links`)).json()) as FamilyLink[];
    return links.find(({ familyId }) => familyId === family.id)?.typedUrl?.split("/famille#")[1];
  };
  /** A phone that scanned a slip. */
  const enter = async (token: string | undefined, pin?: string): Promise<ApiClient> => {
    const phone = doors.browser();
    const answer = await phone.post("/api/family-sessions", { token, pin });
    if (answer.status !== 201) throw new Error(String(await refusalIn(answer)));
    return phone;
  };
  return { teacher, make, list, tokenOf, slipCodeOf, enter };
}
