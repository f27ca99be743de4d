import { For, Show } from "solid-js";
import {
  surveyed,
  surveyMoments,
  surveyQuestions,
  type CampaignState,
  type ImpactFigures,
  type SurveyMoment,
  type SurveyShare,
} from "../../schemas/impact.ts";
import { fewestTold } from "../../schemas/region.ts";
import { useI18n } from "../i18n/I18n.tsx";

/** Figures of a stretch of time; what is too little to be told, or still to come, says so. */
export function ImpactFiguresView(props: { figures: ImpactFigures; state: CampaignState }) {
  const { t } = useI18n();
  return (
    <div class="impact-figures">
      <Participation figures={props.figures} />
      <section>
        <h3>{t("impact.survey")}</h3>
        <div class="scroll-x" tabIndex={0} role="group" aria-label={t("impact.survey")}>
          <SurveyTable survey={props.figures.survey} state={props.state} />
        </div>
      </section>
      <section>
        <h3>{t("impact.reading")}</h3>
        <Reading gain={props.figures.readingGain} isOver={props.state === "ended"} />
      </section>
    </div>
  );
}

function Participation(props: { figures: ImpactFigures }) {
  const { t, formats } = useI18n();
  const persons = (told: number | null) =>
    told === null ? t("impact.few", { count: fewestTold }) : t("impact.atLeast", { count: told });
  const lines = () => {
    const { heard, recorded, shows, episodes, publishedSeconds, listenings } = props.figures;
    return [
      [t("impact.heard"), persons(heard)],
      [t("impact.recorded"), persons(recorded)],
      [t("impact.shows"), shows],
      [t("impact.episodes"), episodes],
      [t("impact.length"), publishedSeconds === 0 ? "0" : formats().length(publishedSeconds)],
      [
        t("impact.listenings"),
        listenings === 0 ? t("impact.few", { count: fewestTold }) : t("impact.atLeast", { count: listenings }),
      ],
    ] as const;
  };
  return (
    <section>
      <h3>{t("impact.participation")}</h3>
      <dl class="impact-counts">
        <For each={lines()}>
          {([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}

function SurveyTable(props: { survey: ImpactFigures["survey"]; state: CampaignState }) {
  const { t } = useI18n();
  return (
    <table class="table impact-table">
      <thead>
        <tr>
          <th scope="col">{t("impact.question")}</th>
          <For each={surveyMoments}>{(moment) => <th scope="col">{t(`impact.${moment}`)}</th>}</For>
        </tr>
      </thead>
      <For each={surveyed}>
        {(who) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={3} class="impact-who">
                {t(`impact.${who}`)}
              </th>
            </tr>
            <For each={surveyQuestions}>
              {(question) => (
                <tr>
                  <th scope="row">{t(`impact.${question}`)}</th>
                  <For each={surveyMoments}>
                    {(moment) => (
                      <td>
                        <Share
                          share={props.survey[who][question][moment]}
                          isClosed={closedAt[moment].includes(props.state)}
                        />
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        )}
      </For>
    </table>
  );
}

/** In which states of a campaign the answers of an asking are told. */
const closedAt: Readonly<Record<SurveyMoment, readonly CampaignState[]>> = {
  start: ["running", "ending", "ended"],
  end: ["ended"],
};
const words = (percent: number) =>
  percent >= 90 ? "impact.yesMost" : percent <= 10 ? "impact.yesLeast" : "impact.yes";

function Share(props: { share: SurveyShare | null; isClosed: boolean }) {
  const { t } = useI18n();
  return (
    <Show
      when={props.share}
      fallback={<span class="quiet small">{t(props.isClosed ? "impact.fewAnswers" : "impact.later")}</span>}
    >
      {(share) => (
        <div class="impact-share">
          <b>{t(words(share().yesPercent), { percent: share().yesPercent })}</b>
          <span class="impact-bar" aria-hidden="true">
            <i style={{ width: `${share().yesPercent}%` }} />
          </span>
          <span class="quiet small">{t("impact.of", { count: share().persons })}</span>
        </div>
      )}
    </Show>
  );
}

function Reading(props: { gain: ImpactFigures["readingGain"]; isOver: boolean }) {
  const { t, formats } = useI18n();
  return (
    <Show when={props.gain} fallback={<p class="quiet">{t(props.isOver ? "impact.gainNone" : "impact.gainLater")}</p>}>
      {(gain) => (
        <>
          <p class="impact-gain">
            {t(gain().wordsPerMinute < 0 ? "impact.loss" : "impact.gain", {
              gain: formats().decimal(Math.abs(gain().wordsPerMinute)),
            })}
          </p>
          <p class="quiet small">{t("impact.gainOf", { count: gain().persons })}</p>
        </>
      )}
    </Show>
  );
}
