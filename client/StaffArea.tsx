import { A, Navigate, useLocation, useNavigate, type RouteSectionProps } from "@solidjs/router";
import { createEffect, createMemo, createResource, For, Match, on, Show, Switch } from "solid-js";
import type { ClassroomId } from "../schemas/ids.ts";
import type { Account, Session } from "../schemas/people.ts";
import { api, ApiError } from "./api/api.ts";
import { BackupWarning } from "./BackupWarning.tsx";
import { useI18n } from "./i18n/I18n.tsx";
import { Icon } from "./ui/Icon.tsx";
import { Loaded } from "./ui/Loaded.tsx";
import { Shell } from "./ui/Shell.tsx";
import { SignOutKey } from "./ui/SignOutKey.tsx";
import {
  chosenClassroom,
  keepChosen,
  readChosen,
  StaffContext,
  toClass,
  useStaff,
  type Staff,
  type ToClass,
} from "./staff.ts";
import "./styles/staff.css";

type StaffSession = Extract<Session, { kind: "staff" }>;

async function findStaff(): Promise<{ session: StaffSession | undefined }> {
  try {
    const session = await api.session.read();
    return { session: session.kind === "staff" ? session : undefined };
  } catch (error) {
    if (error instanceof ApiError && error.code.startsWith("session.")) return { session: undefined };
    throw error;
  }
}

/** The frame of every teacher's page. Without a session it leads to the door, and back afterwards. */
export function StaffArea(props: RouteSectionProps) {
  const navigate = useNavigate();
  const location = useLocation();
  const [found, { refetch, mutate }] = createResource(findStaff);
  createEffect(() => {
    const isStranger = found.state === "ready" && found.latest.session === undefined;
    if (isStranger) navigate(`/?retour=${encodeURIComponent(location.pathname)}`, { replace: true });
  });
  return (
    <Switch
      fallback={
        <Shell end={undefined}>
          <Loaded from={found} onRetry={() => void refetch()}>
            {() => undefined}
          </Loaded>
        </Shell>
      }
    >
      <Match when={found.state === "ready" && found.latest.session}>
        {(session) => (
          <WithClassrooms session={session()} onRename={(account) => mutate({ session: { ...session(), account } })}>
            {props.children}
          </WithClassrooms>
        )}
      </Match>
    </Switch>
  );
}

function WithClassrooms(props: {
  session: StaffSession;
  onRename: (account: Account) => void;
  children: RouteSectionProps["children"];
}) {
  const location = useLocation<ToClass>();
  const isRegion = () => props.session.account.role === "region";
  // Whoever keeps the schools has no class, and whoever is in a school keeps none.
  const elsewhere = () => {
    const isAtRegion = /^\/region(?:\/|$)/.test(location.pathname);
    if (isRegion()) return isAtRegion || location.pathname === "/compte" ? undefined : "/region";
    return isAtRegion ? "/emissions" : undefined;
  };
  const [classrooms, { refetch }] = createResource(() => (isRegion() ? Promise.resolve([]) : api.classrooms.list()));
  const chosen = createMemo((before: ClassroomId | null) => location.state?.classroomId ?? before, readChosen());
  createEffect(() => {
    const id = chosen();
    if (id !== null) keepChosen(id);
  });
  const list = () => (classrooms.state === "ready" || classrooms.state === "refreshing" ? classrooms.latest : []);
  const staff: Staff = {
    get account() {
      return props.session.account;
    },
    get school() {
      return props.session.school;
    },
    classrooms: list,
    classroom: () => chosenClassroom(list(), chosen()),
    rename: (account) => props.onRename(account),
    refresh: () => void refetch(),
  };
  return (
    <StaffContext.Provider value={staff}>
      <Shell end={<AccountEnd />} isAdmin={staff.account.role === "admin"} isRegion={isRegion()}>
        <Show when={staff.account.role === "admin"}>
          <BackupWarning />
        </Show>
        <Loaded from={classrooms} onRetry={() => void refetch()}>
          {() => (
            <Show when={elsewhere()} fallback={<PerClass chosen={chosen()}>{props.children}</PerClass>}>
              {(href) => <Navigate href={href()} />}
            </Show>
          )}
        </Loaded>
      </Shell>
    </StaffContext.Provider>
  );
}

/** The page, made anew for another class: nothing of the class before stays on it. */
function PerClass(props: { chosen: ClassroomId | null; children: RouteSectionProps["children"] }) {
  const page = createMemo(
    on(
      () => props.chosen,
      () => props.children,
    ),
  );
  return <>{page()}</>;
}

function AccountEnd() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const location = useLocation();
  const staff = useStaff();
  const leave = async () => {
    await api.session.close();
    navigate("/");
  };
  return (
    <>
      <Show
        when={staff.classrooms().length > 1}
        fallback={<span class="quiet small header-class">{staff.classroom()?.name}</span>}
      >
        <select
          class="input header-choice"
          aria-label={t("frame.chooseClassroom")}
          value={staff.classroom()?.id}
          onChange={({ currentTarget }) => {
            const classroomId = currentTarget.value as ClassroomId;
            currentTarget.value = staff.classroom()?.id ?? "";
            navigate(location.pathname, { replace: true, state: toClass(classroomId) });
          }}
        >
          <For each={staff.classrooms()}>{(each) => <option value={each.id}>{each.name}</option>}</For>
        </select>
      </Show>
      <A class="btn bare square" href="/compte" aria-label={t("account.titleOf", { name: staff.account.displayName })}>
        <Icon name="teacher" />
      </A>
      <SignOutKey
        look="bare"
        icon="enter"
        size="square"
        verb={t("frame.signOut")}
        aria-label={`${t("frame.signOut")} (${staff.account.displayName})`}
        onLeave={leave}
      />
    </>
  );
}
