import { createSignal, onCleanup } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Delay } from "./create-delay.ts";
import type { Desk } from "./desk.ts";

/** Couper: one press, no question, also by Alt+C wherever the focus is. Says aloud what it did. */
export function CutKey(props: { snapshot: StudioSnapshot; desk: Desk; delay: Delay }) {
  const { t, count } = useI18n();
  const [said, setSaid] = createSignal("");
  const mayCut = () => props.desk.may("desk.operate");
  const isReady = () => mayCut() && props.delay.isRunning() && props.delay.pipe().heldSeconds > 0;
  const reach = () => Math.min(props.snapshot.air.cutSeconds, Math.max(1, props.delay.heldSeconds()));
  const hint = () => {
    if (!mayCut()) return t("live.cutIsTeachers");
    if (!props.delay.isRunning()) return t("live.cutOnAirOnly");
    if (!isReady()) return t("live.cutEmpty");
    return props.delay.freshCut() === undefined ? count("live.cutLast", reach()) : count("live.cutMore", reach());
  };
  const cut = async () => {
    if (!isReady()) return;
    const isDone = await props.desk.studio.tell("cut", {});
    setSaid(isDone ? t("live.cutSaid", { count: Math.round(props.snapshot.air.lastCut?.seconds ?? reach()) }) : "");
  };
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyC" || event.repeat) return;
    event.preventDefault();
    void cut();
  };
  document.addEventListener("keydown", press, { capture: true });
  onCleanup(() => {
    document.removeEventListener("keydown", press, { capture: true });
  });
  return (
    <>
      <button
        type="button"
        class="btn btn-dump"
        aria-disabled={isReady() ? undefined : "true"}
        aria-keyshortcuts="Alt+C"
        onClick={() => void cut()}
      >
        <Icon name="scissors" size="xl" />
        <span>
          {t("live.cut")}
          <small>{hint()}</small>
        </span>
      </button>
      <div class="sr-only" aria-live="assertive">
        {said()}
      </div>
    </>
  );
}
