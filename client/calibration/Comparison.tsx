import { For, Show } from "solid-js";
import type { Anchor } from "../../schemas/anchors.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Chip } from "../ui/Chip.tsx";

/** What was agreed, criterion by criterion, beside what one chose, and what colleagues chose, without names. */
export function Comparison(props: { anchor: Anchor }) {
  const { t } = useI18n();
  const agreed = () => props.anchor.agreed ?? [];
  const rating = () => props.anchor.rating;
  const same = () => rating()?.filter((level, index) => level === agreed()[index]).length;
  return (
    <>
      <Show when={same() !== undefined}>
        <p class="sum" role="status">
          {t("calibration.sum", { same: same() ?? 0, all: agreed().length })}
        </p>
      </Show>
      <ul class="comparison">
        <For each={props.anchor.criteria}>
          {(criterion, index) => (
            <li>
              <h3>{criterion.title}</h3>
              <dl>
                <div>
                  <dt>{t("calibration.agreedShort")}</dt>
                  <dd>{criterion.levels[agreed()[index()]! - 1]}</dd>
                </div>
                <Show when={rating()?.[index()]}>
                  {(level) => (
                    <div>
                      <dt>{t("calibration.yours")}</dt>
                      <dd>
                        {criterion.levels[level() - 1]} <Distance levels={level() - agreed()[index()]!} />
                      </dd>
                    </div>
                  )}
                </Show>
                <Show when={props.anchor.others?.[index()]}>
                  {(counts) => <Others levels={criterion.levels} counts={counts()} />}
                </Show>
              </dl>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.anchor.others === null}>
        <p class="quiet">{t("calibration.othersNone")}</p>
      </Show>
    </>
  );
}

function Distance(props: { levels: number }) {
  const { t, count } = useI18n();
  return (
    <Show when={props.levels !== 0} fallback={<Chip look="ready">{t("calibration.same")}</Chip>}>
      <Chip look={Math.abs(props.levels) > 1 ? "waiting" : "info"}>
        {count(props.levels > 0 ? "calibration.higher" : "calibration.lower", Math.abs(props.levels))}
      </Chip>
    </Show>
  );
}

function Others(props: { levels: readonly string[]; counts: readonly number[] }) {
  const { t, count } = useI18n();
  const all = () => props.counts.reduce((sum, each) => sum + each, 0);
  return (
    <div>
      <dt>
        {t("calibration.others")} ({count("calibration.othersOf", all())})
      </dt>
      <dd>
        <ul class="spread">
          <For each={props.levels}>
            {(level, place) => (
              <li>
                <span class="spread-bar" aria-hidden="true">
                  <i style={{ "inline-size": `${(100 * props.counts[place()]!) / all()}%` }} />
                </span>
                {t("calibration.othersLevel", { count: props.counts[place()]!, level })}
              </li>
            )}
          </For>
        </ul>
      </dd>
    </div>
  );
}
