import { createEffect, createSignal, ErrorBoundary, lazy, Show, Suspense } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import type { Participation } from "./create-participation.ts";
import type { Frames } from "./frames.ts";
import { PupilStage } from "./PupilStage.tsx";

const TechnicianDesk = lazy(() =>
  import("./TechnicianDesk.tsx").then(({ TechnicianDesk: desk }) => ({ default: desk })),
);

/** Where a pupil sits: on the stage, or at the desk that the teacher has lent to them. Taken back, it is gone at once. */
export function PupilSeat(props: { snapshot: StudioSnapshot; participation: Participation; frames: Frames }) {
  const [isAtDesk, setIsAtDesk] = createSignal(false);
  const isLent = () => (props.participation.studio.ownStrip()?.lent.length ?? 0) > 0;
  createEffect(() => {
    if (!isLent()) setIsAtDesk(false);
  });
  return (
    <Show
      when={isLent() && isAtDesk()}
      fallback={<PupilStage {...props} {...(isLent() ? { onDesk: () => setIsAtDesk(true) } : {})} />}
    >
      {/* After an upgrade the desk's part of the page may be gone: the pupil stays in the studio. */}
      <ErrorBoundary fallback={<PupilStage {...props} />}>
        <Suspense>
          <TechnicianDesk {...props} onLeave={() => setIsAtDesk(false)} />
        </Suspense>
      </ErrorBoundary>
    </Show>
  );
}
