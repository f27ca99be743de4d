import { html } from "hono/html";
import type { ExportedLevels, ExportedReview, ExportedShow, ExportedTake } from "../../schemas/pupil-export.ts";
import { day, plays, time } from "./export-words.ts";

const roles = {
  presenter: "présentation",
  journalist: "journaliste",
  reader: "lecture",
  columnist: "chronique",
  debater: "débat",
  technician: "technique",
} as const satisfies Record<ExportedShow["roles"][number], string>;
const starters = {
  liked: "J’ai aimé quand…",
  understood: "J’ai bien compris…",
  surprised: "J’ai été surpris·e par…",
  advice: "La prochaine fois, essaie…",
} as const satisfies Record<ExportedLevels["words"][number]["starter"], string>;
const people = { teacher: "l’enseignant·e", self: "l’élève", classmate: "un·e camarade" } as const;

const seconds = (count: number) => `${count.toFixed(1).replace(".", ",")} s`;
const hundredths = (share: number) => `${Math.round(100 * share)} %`;

/** What a pupil did in a show, how long they spoke in it, and when. */
export function partInShow({ roles: held, turns, spells }: ExportedShow) {
  return html`
    ${held.length === 0 ? "" : html`<br />Rôle : ${held.map((role) => roles[role]).join(", ")}.`}
    ${turns === null ? "" : html`<br />Parole : ${turnsTold(turns)}.`}
    ${
      spells.length === 0
        ? ""
        : html`<details>
            <summary>Quand le micro ouvert était à son nom (${spells.length})</summary>
            <p>${spells.map(({ from, to }) => `de ${time(from)} à ${to === null ? "la fin" : time(to)}`).join(", ")}</p>
          </details>`
    }
  `;
}

function turnsTold(told: NonNullable<ExportedShow["turns"]>): string {
  const { turns, share, longestSeconds, overlapSeconds, replyGapSeconds } = told;
  const reply = replyGapSeconds === null ? "" : `, réponse après ${seconds(replyGapSeconds)}`;
  const spoken = `${seconds(told.seconds)} (${hundredths(share)} de tout ce qui est dit), tours : ${turns}`;
  return `${spoken}, le plus long ${seconds(longestSeconds)}, en même temps que d’autres ${seconds(overlapSeconds)}${reply}`;
}

/** A take with its sound, and what is said of it. */
export function takeLine({ exercise, recordedAt, durationSeconds, file, isOwn, ...told }: ExportedTake) {
  const { selfAssessment, measures, review } = told;
  const own = selfAssessment === null ? "" : `, son avis : ${Object.values(selfAssessment).join(", ")} sur 4`;
  const pace = measures?.figures?.syllableRate;
  const measured = pace === undefined ? "" : `, ${pace.toFixed(1).replace(".", ",")} syllabes par seconde`;
  return html`<li>
    « ${exercise} », ${day(recordedAt)}, ${Math.round(durationSeconds)}
    s${own}${measured}${isOwn ? "" : ", dans la prise d’un·e camarade"}
    ${file === null ? "" : html`<br />${plays(file)}`} ${reviewLines(review)}
  </li>`;
}

function reviewLines({ heardAt, reading, comments, assessments, classmatesAsked }: ExportedReview) {
  return html`<ul>
    ${heardAt === null ? "" : html`<li>Écoutée par l’enseignant·e le ${day(heardAt)}.</li>`}
    ${reading === null ? "" : html`<li>${readingTold(reading)}</li>`}
    ${comments.map(
      ({ atSeconds, text, createdAt, file }) =>
        html`<li>
          Commentaire du ${day(createdAt)}${atSeconds === null ? "" : `, à ${seconds(atSeconds)}`} : ${text}
          ${file === null ? "" : plays(file)}
        </li>`,
    )}
    ${assessments.map(({ by, ...levels }) => html`<li>Grille remplie par ${people[by]} : ${levelsTold(levels)}</li>`)}
    ${classmatesAsked === 0 ? "" : html`<li>Camarades invités à l’écouter : ${classmatesAsked}</li>`}
  </ul>`;
}

function readingTold({ mclm, accuracy, misread, corrected }: NonNullable<ExportedReview["reading"]>): string {
  const words = (label: string, told: readonly string[]) =>
    told.length === 0 ? "" : ` ${label} : ${told.join(", ")}.`;
  const score = `Lecture : ${Math.round(mclm)} mots corrects par minute, ${hundredths(accuracy)} de mots justes.`;
  return `${score}${words("Mots mal lus", misread)}${words("Mots repris", corrected)}`;
}

/** What was chosen in a rubric, with its words. */
export function levelsTold({ rubric, assessedAt, levels, words }: ExportedLevels): string {
  const chosen = levels.flatMap(({ criterion, level, heard }) =>
    level === null ? [] : [`${criterion} : niveau ${level}${heard === null ? "" : ` (${heard})`}`],
  );
  const said = words.map(({ starter, text }) => `${starters[starter]} ${text}`);
  return `« ${rubric} », le ${day(assessedAt)}. ${[...chosen, ...said].join(" ; ")}`;
}
