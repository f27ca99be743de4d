import { Show, splitProps, type ComponentProps } from "solid-js";
import { Button } from "./Button.tsx";
import { createAttempt } from "./create-attempt.ts";
import { Dialog } from "./Dialog.tsx";
import { Refused } from "./Message.tsx";

type SignOutKeyProps = Omit<ComponentProps<typeof Button>, "onClick" | "isBusy"> & {
  /** The verb, which is also the title of what is told when the station could not be reached. */
  verb: string;
  onLeave: () => Promise<unknown>;
};

/** Ends this browser's session. When that fails it says so, since whoever takes the device next would come in as the one before. */
export function SignOutKey(props: SignOutKeyProps) {
  const [own, look] = splitProps(props, ["verb", "onLeave"]);
  const leaving = createAttempt(() => own.onLeave());
  const leave = () => void leaving.attempt();
  return (
    <>
      <Button {...look} isBusy={leaving.isBusy()} onClick={leave}>
        {look.size === "square" ? undefined : own.verb}
      </Button>
      <Dialog
        isOpen={leaving.thrown() !== undefined}
        title={own.verb}
        onClose={leaving.forget}
        footer={
          <Button look="primary" onClick={leave}>
            {own.verb}
          </Button>
        }
      >
        <Show when={leaving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </Dialog>
    </>
  );
}
