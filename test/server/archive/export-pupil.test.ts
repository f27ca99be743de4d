import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { PupilExport } from "../../../schemas/pupil-export.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { heard } from "../../support/recorded-show.ts";
import { rundownItem } from "../../support/rundown.ts";
import { filesOfZip } from "../../support/stored-zip.ts";

test("a family gets all that the station keeps of their child, to read, to hear and as data, and nobody else gets it", async () => {
  await using at = await openHeardShow();
  const { doors, school, teacher, recorded } = at;
  const [awa, jules] = school.pupils;
  const { showId } = await at.episode();
  const items = [
    rundownItem("La météo", { speakers: [awa.id], prompterText: "Il pleut <fort> & encore." }),
    rundownItem("Sport", { speakers: [jules.id] }),
  ];
  await doors.store.rundowns.save(showId!, { revision: 0, items });
  await at.publish();
  const address = `/api/pupils/${awa.id}/export`;
  const response = await teacher.get(address);
  expect([response.status, response.headers.get("content-disposition")]).toEqual([
    200,
    'attachment; filename="eleve.zip"',
  ]);
  const files = filesOfZip(Buffer.from(await response.arrayBuffer()));
  const track = recorded.tracks.find(({ stripId }) => stripId === heard.awa.stripId)!;
  expect([...files.keys()]).toEqual(["index.html", "donnees.json", "pistes/2026-11-17-1-1.opus"]);
  expect(files.get("pistes/2026-11-17-1-1.opus")).toEqual(await readFile(track.path));
  const told = PupilExport.parse(JSON.parse(files.get("donnees.json")!.toString()));
  expect(told).toMatchObject({
    pupil: { firstName: "Awa" },
    answers: [{ scope: "public" }, {}],
    shows: [
      { episode: { publishedAt: expect.any(String) as string }, tracks: [{ file: "pistes/2026-11-17-1-1.opus" }] },
    ],
    parts: [{ title: "La météo", text: "Il pleut <fort> & encore." }],
  });
  const page = files.get("index.html")!.toString();
  expect(page).toContain("Ce que la radio garde de Awa");
  expect(page).toContain("Il pleut &lt;fort&gt; &amp; encore.");
  expect(page).toContain('src="pistes/2026-11-17-1-1.opus"');
  // Nothing of other children, and that it was handed out is written down.
  expect(`${page}${JSON.stringify(told)}`).not.toContain("Jules");
  expect((await doors.store.audit.listOf(`pupil:${awa.id}`))[0]).toMatchObject({ act: "pupil.exported" });
  const pupil = await doors.asPupil(school, 0);
  expect([(await pupil.get(address)).status, (await at.visitor.get(address)).status]).toEqual([403, 401]);
  expect(doors.bugs).toEqual([]);
});
