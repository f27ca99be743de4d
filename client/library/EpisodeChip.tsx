import type { EpisodeState } from "../../schemas/episodes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Chip } from "../ui/Chip.tsx";

const looks = {
  rendering: { look: "taping", icon: "note", key: "library.stateRendering" },
  failed: { look: "danger", icon: "octagon", key: "library.stateFailed" },
  rendered: { look: "info", icon: "headphones", key: "library.stateRendered" },
  published: { look: "ready", icon: "tick", key: "library.statePublished" },
} as const satisfies Record<EpisodeState, object>;

/** Where an episode stands, in a word. */
export function EpisodeChip(props: { state: EpisodeState }) {
  const { t } = useI18n();
  return (
    <Chip look={looks[props.state].look} icon={looks[props.state].icon}>
      {t(looks[props.state].key)}
    </Chip>
  );
}
