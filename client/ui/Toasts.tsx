import { createContext, createSignal, For, useContext, type JSX } from "solid-js";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

type Toast = { id: number; text: string; action: { label: string; run: () => void } | undefined };
type SayToast = (text: string, action?: { label: string; run: () => void }) => void;

const stayMs = 8_000;
const ToastContext = createContext<SayToast>();

/** Small news at the bottom of screens that are not live: eight seconds, longer while hovered or focused. */
export function ToastProvider(props: { children: JSX.Element }) {
  const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
  const remove = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id));
  let last = 0;
  const say: SayToast = (text, action) => {
    last += 1;
    setToasts((shown) => [...shown, { id: last, text, action }]);
  };
  return (
    <ToastContext.Provider value={say}>
      {props.children}
      <div class="toasts" role="status">
        <For each={toasts()}>{(toast) => <ToastCard toast={toast} onGone={() => remove(toast.id)} />}</For>
      </div>
    </ToastContext.Provider>
  );
}

function ToastCard(props: { toast: Toast; onGone: () => void }) {
  let timer = setTimeout(() => props.onGone(), stayMs);
  const stay = () => clearTimeout(timer);
  const leaveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => props.onGone(), stayMs);
  };
  return (
    <div class="toast" onMouseEnter={stay} onFocusIn={stay} onMouseLeave={leaveSoon} onFocusOut={leaveSoon}>
      <Icon name="tick" />
      <p>{props.toast.text}</p>
      {props.toast.action && (
        <Button
          onClick={() => {
            props.toast.action?.run();
            props.onGone();
          }}
        >
          {props.toast.action.label}
        </Button>
      )}
    </div>
  );
}

/** Says small news. */
export function useToasts(): SayToast {
  const say = useContext(ToastContext);
  if (say === undefined) throw new Error("useToasts is called outside ToastProvider.");
  return say;
}
