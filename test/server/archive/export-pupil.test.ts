import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usualExercise } from "../../../schemas/exercises.ts";
import { TakeId, type PupilId } from "../../../schemas/ids.ts";
import { PupilExport } from "../../../schemas/pupil-export.ts";
import { newId } from "../../../server/store/new-id.ts";
import type { ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { cartOf } from "../../support/known-cart.ts";
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
  expect(page).toContain("Classe\u00a0: CM2.");
  expect(page).toContain("Il pleut &lt;fort&gt; &amp; encore.");
  expect(page).toContain('src="pistes/2026-11-17-1-1.opus"');
  // Nothing of other children, and that it was handed out is written down.
  expect(`${page}${JSON.stringify(told)}`).not.toContain("Jules");
  expect((await doors.store.audit.listOf(`pupil:${awa.id}`))[0]).toMatchObject({ act: "pupil.exported" });
  await requireTurns(at);
  const pupil = await doors.asPupil(school, 0);
  expect([(await pupil.get(address)).status, (await at.visitor.get(address)).status]).toEqual([403, 401]);
  expect(doors.bugs).toEqual([]);
});

/** How long a child spoke in the show and what they did in it is handed out too, also where they never spoke. */
async function requireTurns({ doors, school, teacher, episode }: Awaited<ReturnType<typeof openHeardShow>>) {
  const [awa, , lina] = school.pupils;
  const { showTurns, episodes, transcripts } = doors.store;
  const { id: episodeId } = await episode();
  const { recordingId } = await episodes.filesOf(episodeId);
  await transcripts.keep(episodeId, { text: "Ici Awa, il pleut.", isTimed: false });
  const turns = { seconds: 4, share: 0.4, turns: 2, longestSeconds: 3, overlapSeconds: 0.5, replyGapSeconds: null };
  const whole = { seconds: 10, overlaps: 1, overlapSeconds: 0.5, equality: null };
  await showTurns.keep(recordingId!, { ...whole, voices: [{ pupilId: awa.id, ...turns }] });
  await showTurns.noteRole(recordingId!, awa.id, "presenter");
  await showTurns.noteRole(recordingId!, lina.id, "technician");
  await showTurns.noteSpeakers(recordingId!, { stripId: heard.awa.stripId, speakers: [awa.id] });
  const ofAwa = await exported(teacher, awa.id);
  expect(ofAwa.told.shows).toMatchObject([{ turns, roles: ["presenter"], spells: [{ to: null }] }]);
  expect(ofAwa.page).toContain("Rôle : présentation.");
  expect(ofAwa.page).toContain("4,0 s (40 % de tout ce qui est dit), tours : 2, le plus long 3,0 s");
  expect(ofAwa.page).toContain("Ici Awa, il pleut.");
  const ofLina = await exported(teacher, lina.id);
  expect(ofLina.told.shows).toMatchObject([
    { tracks: [], turns: null, roles: ["technician"], spells: [], episode: { transcript: null } },
  ]);
}

/** A class with a text to read aloud, and takes of it that were sent; their sounds are told apart by their words. */
async function openReading() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const [awa, jules] = school.pupils;
  const { store, database, clock, directory } = doors;
  const text = "Un vieux héron marche.";
  const exercise = await store.exercises.create(school.classroom.id, {
    ...{ ...usualExercise, title: "Le héron", kind: "readAloud", text },
  });
  const rubric = await store.rubrics.create(school.classroom.id, {
    ...{ title: "Lire", source: "" },
    criteria: [{ title: "Voix", levels: ["On ne l’entend pas", "On l’entend"], ownAnswer: null }],
  });
  const folder = join(directory, "media", "takes");
  mkdirSync(folder, { recursive: true });
  const add = async (pupilId: PupilId, partnerId: PupilId | null = null) => {
    const row = { id: newId(TakeId), exerciseId: exercise.id, pupilId, partnerId, recordedAt: clock.now };
    const own = JSON.stringify({ words: 1, stops: 2, liveliness: 3, loudness: 4 });
    const sent = { ...row, state: "sent", durationSeconds: 12, byteLength: 1, selfAssessment: own };
    await database.insertInto("take").values(sent).execute();
    writeFileSync(join(folder, `${row.id}.mp3`), `the voice of ${pupilId}`);
    return row.id;
  };
  const [own, julesOwn, together] = [await add(awa.id), await add(jules.id), await add(jules.id, awa.id)];
  return {
    ...{ doors, school, store, folder, rubric, own, julesOwn, together },
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

const exported = async (teacher: ApiClient, pupilId: PupilId) => {
  const response = await teacher.get(`/api/pupils/${pupilId}/export`);
  const files = filesOfZip(Buffer.from(await response.arrayBuffer()));
  const told = PupilExport.parse(JSON.parse(files.get("donnees.json")!.toString()));
  return { files, told, page: files.get("index.html")!.toString().replaceAll(/\s+/g, " ") };
};

test("a family gets what is said of their child's takes, with the teacher's voice notes, and not who of the class said it", async () => {
  await using at = await openReading();
  const { doors, store, rubric, own, julesOwn, together, folder } = at;
  const [awa, jules, lina] = at.school.pupils;
  const { reviews } = store;
  const marks = { misread: [2], corrected: [1], lastWord: 3, from: 0, to: 6 };
  await reviews.mark(own, marks);
  await reviews.comment(own, { atSeconds: 2, text: "Belle voix <ici>" });
  const noteId = await reviews.comment(own, { atSeconds: null, text: "" });
  writeFileSync(join(folder, `${own}.${noteId}.mp3`), "the teacher's voice");
  await reviews.assess(own, { rubricId: rubric.id, levels: [2] });
  await reviews.invite(own, [awa.id], { rubricId: rubric.id, pupilIds: [jules.id, lina.id] });
  await reviews.assessAsPeer(own, jules.id, rubric.id, { levels: [1], words: [{ starter: "liked", text: "tu ris" }] });
  await reviews.assessAsPeer(own, awa.id, rubric.id, { levels: [null], words: [] });
  // What she says of Jules' take, and what is said of it to him.
  await reviews.invite(julesOwn, [jules.id], { rubricId: rubric.id, pupilIds: [awa.id] });
  const words = [{ starter: "advice", text: "parle plus fort" }] as const;
  await reviews.assessAsPeer(julesOwn, awa.id, rubric.id, { levels: [1], words: [...words] });
  await reviews.comment(julesOwn, { atSeconds: null, text: "Pour Jules seul" });
  await reviews.comment(together, { atSeconds: null, text: "Pour vous deux" });
  await reviews.assessAsPeer(together, jules.id, rubric.id, { levels: [2], words: [] });
  await store.progress.shareAlbum(awa.id, true);
  const cart = await store.carts.add(cartOf({ classroomId: at.school.classroom.id, title: "Le héron en jingle" }));
  await store.spokenCarts.note(cart.id, [awa.id]);

  const { files, told, page } = await exported(await doors.asTeacher(at.school), awa.id);
  const [take, shared] = told.takes;
  const note = take!.review.comments.find(({ file }) => file !== null)!.file!;
  expect(note).toMatch(/^commentaires\/2026-11-17-1-[12]\.mp3$/);
  expect(files.get(note)?.toString()).toBe("the teacher's voice");
  expect(take!.review).toMatchObject({
    heardAt: expect.any(String) as string,
    reading: { marks, mclm: 30, accuracy: 0.75, misread: ["héron"], corrected: ["vieux"] },
    classmatesAsked: 2,
  });
  expect(take!.review.comments.map(({ text, file }) => [text, file !== null]).sort()).toEqual([
    ["", true],
    ["Belle voix <ici>", false],
  ]);
  const heardWell = { criterion: "Voix", level: 2, heard: "On l’entend" };
  expect(take!.review.assessments.map(({ by }) => by).sort()).toEqual(["classmate", "self", "teacher"]);
  expect(take!.review.assessments.find(({ by }) => by === "teacher")?.levels).toEqual([heardWell]);
  // Of what a classmate recorded with her: the sound and what is said of it, and not what he thinks of himself.
  expect(shared).toMatchObject({
    isOwn: false,
    selfAssessment: null,
    review: { comments: [{ text: "Pour vous deux" }], assessments: [] },
    file: expect.any(String) as string,
  });
  expect(told.peerAssessments).toMatchObject([{ exercise: "Le héron", rubric: "Lire", words }]);
  expect(told).toMatchObject({
    askedToHear: ["Le héron"],
    albumSharedAt: expect.any(String) as string,
    sounds: ["Le héron en jingle"],
  });
  expect(page).toContain(
    "30 mots corrects par minute, 75 % de mots justes. Mots mal lus : héron. Mots repris : vieux.",
  );
  expect(page).toContain("Belle voix &lt;ici&gt;");
  expect(page).toContain("Grille remplie par un·e camarade : « Lire »");
  expect(page).toContain("J’ai aimé quand… tu ris");
  expect(page).toContain("La prochaine fois, essaie… parle plus fort");
  expect(page).toContain('src="commentaires/');
  const all = `${page}${JSON.stringify(told)}`;
  for (const other of ["Jules", "Lina", jules.id, lina.id]) expect(all).not.toContain(other);
  expect(doors.bugs).toEqual([]);
});
