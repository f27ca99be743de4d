import { html } from "hono/html";
import type { PupilExport } from "../../schemas/pupil-export.ts";
import { levelsTold, partInShow, takeLine } from "./export-oral.ts";
import { day, plays } from "./export-words.ts";

const scopes = {
  none: "ne pas diffuser",
  class: "la classe",
  family: "les familles",
  public: "tout le monde",
} as const;
const people: Partial<Record<string, string>> = {
  account: "l’équipe de l’école",
  pupil: "l’élève",
  system: "la station",
  family: "la famille",
};

const style = `body{font:1.05rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1d2433}
h1{line-height:1.2}h2{margin-top:2rem;border-bottom:1px solid #c8cdd8}li{margin:.4rem 0}audio{width:100%}.quiet{color:#545e74}`;

/** The page that opens what is handed out about a pupil: in French, readable without the station, with the tracks to listen to. */
export function exportPage({ exportedAt, pupil, classroom, ...told }: PupilExport) {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Ce que la radio garde de ${pupil.firstName}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>Ce que la radio garde de ${pupil.firstName}</h1>
        <p>Classe : ${classroom}. Avatar : ${pupil.bird}, couleur ${pupil.colour}. Fait le ${day(exportedAt)}.</p>
        <p class="quiet">Les mêmes données sont dans <a href="donnees.json">donnees.json</a>, pour un ordinateur.</p>
        <h2>Qui peut entendre sa voix</h2>
        ${listOf(
          told.answers,
          ({ scope, givenBy, givenOn, endsOn, recordedBy }) =>
            `${scopes[scope]} : réponse de ${givenBy}, papier du ${givenOn}, jusqu’au ${endsOn}, notée par ${recordedBy ?? "un compte effacé"}`,
          "Aucune réponse de la famille n’est notée.",
        )}
        <h2>Émissions où sa voix a été enregistrée, ou dont l’élève a tenu un rôle</h2>
        ${
          told.shows.length === 0
            ? html`<p>Aucune.</p>`
            : html`<ul>
                ${told.shows.map(showLine)}
              </ul>`
        }
        <h2>Prises des entraînements à l’oral</h2>
        ${
          told.takes.length === 0
            ? html`<p>Aucune.</p>`
            : html`<ul>
                ${told.takes.map(takeLine)}
              </ul>`
        }
        <h2>Ce que l’élève a dit de prises de ses camarades</h2>
        ${listOf(told.peerAssessments, ({ exercise, ...levels }) => `« ${exercise} », grille ${levelsTold(levels)}`, "Rien.")}
        <h2>Mots que sa famille a laissés</h2>
        ${
          told.messages.length === 0
            ? html`<p>Aucun n’est gardé.</p>`
            : html`<ul>
                ${told.messages.map(messageLine)}
              </ul>`
        }
        <h2>Textes et places dans les conducteurs</h2>
        ${listOf(told.parts, ({ show, title, text }) => `${show}, « ${title} » ${text === "" ? "" : `: ${text}`}`, "Aucun.")}
        <h2>Autres traces</h2>
        <ul>
          <li>Appareils où l’élève est entré avec le code : ${told.sessions}</li>
          <li>Trois images secrètes à toucher après son oiseau : ${told.hasPictures ? "oui" : "non"}</li>
          <li>Lien de famille : ${told.hasFamilyLink ? "oui" : "non"}</li>
          <li>
            Album de voix ouvert à la famille :
            ${told.albumSharedAt === null ? "non" : `oui, depuis le ${day(told.albumSharedAt)}`}
          </li>
          <li>Prises de camarades que l’élève est invité·e à écouter : ${listed(told.askedToHear, "aucune")}</li>
          <li>Sons de la régie faits d’une de ses prises : ${listed(told.sounds, "aucun")}</li>
          <li>Émissions dont l’entrée lui est fermée : ${listed(told.barredFrom, "aucune")}</li>
        </ul>
        <h2>Ce qui a été fait</h2>
        ${listOf(
          told.acts,
          ({ at, by, act, detail }) =>
            `${day(at)}, par ${people[by] ?? by} : ${act}${detail === null ? "" : ` (${detail})`}`,
          "Rien n’est noté.",
        )}
      </body>
    </html>`;
}

const listed = (titles: readonly string[], none: string) => (titles.length === 0 ? none : titles.join(", "));

function listOf<Item>(items: readonly Item[], words: (item: Item) => string, none: string) {
  if (items.length === 0) return html`<p>${none}</p>`;
  return html`<ul>
    ${items.map((item) => html`<li>${words(item)}</li>`)}
  </ul>`;
}

/** Of WebVTT the words alone. */
const plainWords = (text: string) =>
  text.startsWith("WEBVTT") ? text.replaceAll(/^(WEBVTT.*|.*-->.*|\d+)$/gm, "").replaceAll(/\s+/g, " ") : text;

function messageLine({ show, sentAt, text, file }: PupilExport["messages"][number]) {
  return html`<li>
    Pour ${show}, le ${day(sentAt)}. ${text ?? ""} ${file === null ? "" : html`<br />${plays(file)}`}
  </li>`;
}

function showLine(show: PupilExport["shows"][number]) {
  const { title, recordedAt, episode, tracks } = show;
  const state = episode?.publishedAt == null ? "pas publié" : `publié le ${day(episode.publishedAt)}`;
  return html`<li>
    ${title}, le ${day(recordedAt)}. ${episode === null ? "Sans épisode." : `Épisode « ${episode.title} », ${state}.`}
    ${
      episode?.transcript == null
        ? ""
        : html`<details>
            <summary>Ce qui y est dit</summary>
            <p>${plainWords(episode.transcript)}</p>
          </details>`
    }
    ${partInShow(show)} ${tracks.map(({ file }) => html`<br />${plays(file)}`)}
  </li>`;
}
