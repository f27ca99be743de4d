import { createResource, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Show as Programme } from "../../schemas/shows.ts";
import { api } from "../api/api.ts";
import { PadArranger } from "../carts/PadArranger.tsx";
import { useI18n } from "../i18n/I18n.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Loaded } from "../ui/Loaded.tsx";

type ShowPadsDialogProps = { show: Programme; classroomId: ClassroomId; isOpen: boolean; onClose: () => void };

/** Chooses the sounds of a show, and their order on its pads. */
export function ShowPadsDialog(props: ShowPadsDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen={props.isOpen}
      title={`${t("carts.pads")}\u00a0: ${props.show.title}`}
      onClose={() => props.onClose()}
    >
      <Show when={props.isOpen}>
        <ShelfOf {...props} />
      </Show>
    </Dialog>
  );
}

function ShelfOf(props: ShowPadsDialogProps) {
  const [shelf, { refetch }] = createResource(
    () => props.classroomId,
    (id) => api.classrooms.listCarts(id),
  );
  return (
    <Loaded from={shelf} onRetry={() => void refetch()}>
      {(found) => <PadArranger showId={props.show.id} shelf={found()} />}
    </Loaded>
  );
}
